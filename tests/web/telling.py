"""What a client tells in the tests of the web: one answer, or a whole conversation."""

from kompas.conversation.flow import Flow
from tests.web.pages import Page, Person


def says(person: Person, address: str, *choices: str, **fields: str) -> Page:
    """Answers the question at this address by what its buttons send."""
    headers = {"HX-Request": "true"} if person.htmx else {}
    return person.post(f"/talk/{address}", hidden(person, address) | {"choice": list(choices)} | fields, **headers)


def hidden(person: Person, address: str) -> dict[str, object]:
    """What the form of this question sends besides the answer."""
    return _besides_the_answer(person.get(f"/talk/{address}"))


def skips_to_the_end(person: Person, flow: Flow, **said: tuple[str, ...]) -> Page:
    """Walks the whole conversation, from screen to screen: says what is named here by question, and skips the rest."""
    page = person.get("/talk")
    for _ in range(2 * len(flow.questions)):
        if not (address := _asked(page)) and not (address := _asked(page := person.get("/talk"))):
            return page
        choices = said.get(address.rpartition("-")[0] or address) or said.get(address)
        answer: dict[str, object] = {"choice": list(choices)} if choices else {"do": "skip"}
        headers = {"HX-Request": "true"} if person.htmx else {}
        page = person.post(f"/talk/{address}", _besides_the_answer(page) | answer, **headers)
    raise AssertionError("the conversation does not end")


def _asked(page: Page) -> str:
    """The address of the question on the screen, or nothing when it asks none."""
    actions = [one.get("action", "") for one in page.tree.all("form")]
    return next((one.removeprefix("/talk/") for one in actions if one.startswith("/talk/")), "")


def _besides_the_answer(page: Page) -> dict[str, object]:
    inputs = page.tree.all("input")
    return {one.get("name", ""): one.get("value", "") for one in inputs if one.get("type") == "hidden"}
