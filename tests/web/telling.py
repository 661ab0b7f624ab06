"""What a client tells in the tests of the web: one answer, or a whole conversation."""

from kompas.conversation.flow import Flow
from tests.web.pages import Page, Person


def says(person: Person, address: str, *choices: str, **fields: str) -> Page:
    """Answers the question at this address by what its buttons send."""
    headers = {"HX-Request": "true"} if person.htmx else {}
    return person.post(f"/talk/{address}", hidden(person, address) | {"choice": list(choices)} | fields, **headers)


def hidden(person: Person, address: str) -> dict[str, object]:
    """What the form of this question sends besides the answer."""
    inputs = person.get(f"/talk/{address}").tree.all("input")
    return {one.get("name", ""): one.get("value", "") for one in inputs if one.get("type") == "hidden"}


def skips_to_the_end(person: Person, flow: Flow, **said: tuple[str, ...]) -> Page:
    """Walks the whole conversation: says what is named here by question, and skips the rest."""
    for _ in range(2 * len(flow.questions)):
        page = person.get("/talk")
        forms = [one for one in page.tree.all("form") if one.get("action", "").startswith("/talk/")]
        if not forms:
            return page
        address = forms[0].get("action", "").removeprefix("/talk/")
        choices = said.get(address.rpartition("-")[0] or address) or said.get(address)
        says(person, address, *choices) if choices else says(person, address, do="skip")
    raise AssertionError("the conversation does not end")
