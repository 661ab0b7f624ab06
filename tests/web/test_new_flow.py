"""A new version of the conversation is put in place while people are in the middle of it, with a page still open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from flask import Flask

from kompas.app import create_app
from kompas.casework.people import Caseworker
from kompas.conversation.conditions import Context
from kompas.conversation.flow import PARTS, Flow
from kompas.settings import Settings
from kompas.store.answers import answers_of
from kompas.store.archive import Archive
from kompas.usecases.parties import Phone
from kompas.usecases.share import share
from tests.conversation.talking import Content, a_flow, chapter, question
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in, signs_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider
from tests.web.telling import hidden

NEEDS: Content = {"dutch": {"text": "Better Dutch"}, "bus": {"text": "A bus card"}, "housing": {"text": "A home"}}
FIELDS = {
    "sort": {"kind": "one", "ask": "What was it?", "options": {"work": {"text": "Work"}}},
    "what": {"kind": "text", "ask": "What did you do?"},
}
WORDS = "I sing in a choir, every week."


def a_conversation(*questions: Content, **more: object) -> Flow:
    return a_flow(chapter("helps", *questions, part="helps"), id="kompas", **more)


def moments(source: str) -> Content:
    return question("moment", options="now later", for_each={"question": source, "most": 3})


OLD = a_conversation(
    question("school", options="here abroad"),
    question("needs", "many", options=NEEDS, says="need/*", ask="What can help you?"),
    moments("needs"),
    question("dream", "text", ask="What do you dream of?"),
    question("told", "entries", fields=FIELDS, ask="What did you do before?"),
    question("hours"),
)
NEW = a_conversation(
    question("before", ask="Is this new?"),
    question("school", options="here abroad"),
    question(
        "wants",
        "many",
        options={"language": {"text": "Lessons", "was": ["dutch"]}, "bus": {"text": "A card for the bus"}},
        says="need/*",
        ask="What would help?",
        was=["needs"],
    ),
    moments("wants"),
    question("hours"),
    version=2,
    retired=["needs.housing", "dream", "told"],
)


@dataclass
class Deployed:
    """One installation with the conversation as it was, and another with the new one, on the same archive."""

    old: Flask
    new: Flask

    def meets_the_new(self, person: Person) -> Person:
        """The same browser, with the same cookies: the servers behind the address were replaced."""
        moved = Person(self.new, htmx=person.htmx)
        moved.client._cookies = person.client._cookies
        return moved


@pytest.fixture
def deployed(archive: Archive, clock: Clock, settings: Settings, municipality: Municipality) -> Deployed:
    return Deployed(*(_an_app(settings, archive, clock, flow) for flow in (OLD, NEW)))


def _an_app(settings: Settings, archive: Archive, clock: Callable[[], object], flow: Flow) -> Flask:
    made = create_app(settings, archive=archive, clock=clock, flows={"kompas": flow})  # type: ignore[arg-type]
    made.testing = True
    return made


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, fatima: Caseworker, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, name="Amira Yilmaz", language="en", caseworker_id=fatima.id)


@pytest.fixture(params=[False, True], ids=["plain", "htmx"])
def phone(deployed: Deployed, amira: Invited, request: pytest.FixtureRequest) -> Person:
    """Amira's, on the old version."""
    person = Person(deployed.old, htmx=request.param)
    comes_in(person, amira)
    return person


def says(person: Person, address: str, *choices: str, sent: Mapping[str, object] | None = None, **more: str) -> Page:
    """Answers this question; `sent` is what a page holds that was opened before."""
    fields = dict(sent) if sent is not None else hidden(person, address)
    headers = {"HX-Request": "true"} if person.htmx else {}
    return person.post(f"/talk/{address}", fields | {"choice": list(choices)} | more, **headers)


@pytest.fixture
def kept(archive: Archive, municipality: Municipality, amira: Invited) -> Callable[[], dict[str, object]]:
    """What is stored of Amira's answers."""

    def look() -> dict[str, object]:
        with archive.reading(municipality.id) as records:
            return {slot: one.value or one.state for slot, one in answers_of(records, amira.client.id).items()}

    return look


def chosen(page: Page) -> list[str]:
    return [one.get("value", "") for one in page.tree.all("input") if one.get("checked") is not None]


def to_copy(page: Page) -> str:
    """The words that stand there to be copied."""
    return "".join(page.tree.text(one) for one in page.tree.all("textarea") if one.get("readonly") is not None)


# --- In mid-conversation ----------------------------------------------------------------------------------------------


def test_whoever_was_in_the_middle_goes_on_with_all_they_said(deployed: Deployed, phone: Person) -> None:
    says(phone, "school", "here")
    says(phone, "needs", "dutch", "housing", "bus")
    says(phone, "moment-1", "later")
    there = deployed.meets_the_new(phone)
    assert there.get("/talk").heading == "Is this new?"
    says(there, "before", "yes")
    assert there.get("/talk").heading == "A card for the bus: What about moment?"
    review = there.get("/review")
    assert review.says("Lessons", "A card for the bus", "later")
    assert not review.says("A home")


def test_a_server_of_the_old_version_still_knows_everything(deployed: Deployed, phone: Person) -> None:
    """While servers are replaced one by one, a phone may meet the new one and then the old one again."""
    says(phone, "school", "here")
    says(phone, "needs", "dutch")
    says(deployed.meets_the_new(phone), "before", "yes")
    assert phone.get("/talk").heading == "Better Dutch: What about moment?"


# --- An old page, sent to the new version -----------------------------------------------------------------------------


def test_a_question_that_is_retired_gets_the_question_of_now_and_the_words_stay_to_copy(
    deployed: Deployed, phone: Person, kept: Callable[[], dict[str, object]]
) -> None:
    says(phone, "school", "here")
    says(phone, "needs", do="skip")
    page_of_then = hidden(phone, "dream")
    page = says(deployed.meets_the_new(phone), "dream", sent=page_of_then, words=WORDS)
    assert page.status == 404
    assert page.heading == "Is this new?"
    assert page.says("That question is no longer asked. This is the question now.")
    assert to_copy(page) == WORDS
    assert WORDS not in kept().values()


def test_a_list_that_is_retired_keeps_what_was_typed_to_copy(deployed: Deployed, phone: Person) -> None:
    sent = hidden(phone, "told-1")
    page = says(deployed.meets_the_new(phone), "told-1", sent=sent, **{"entry.what": "I drove a bus", "do": "add"})
    assert page.status == 404
    assert to_copy(page) == "I drove a bus"


def test_a_retired_question_after_the_last_one_gets_the_answers(deployed: Deployed, phone: Person) -> None:
    sent = hidden(phone, "dream")
    there = deployed.meets_the_new(phone)
    for address in ("before", "school", "wants", "hours"):
        says(there, address, do="skip")
    page = says(there, "dream", sent=sent, words=WORDS)
    assert (page.status, page.heading) == (404, "Your answers")
    assert page.says("That question is no longer asked. These are your answers.")
    assert to_copy(page) == WORDS


def test_an_option_that_is_gone_gets_the_question_with_what_can_be_chosen(
    deployed: Deployed, phone: Person, kept: Callable[[], dict[str, object]]
) -> None:
    sent = hidden(phone, "needs")
    page = says(deployed.meets_the_new(phone), "needs", "dutch", "housing", sent=sent)
    assert page.status == 422
    assert page.heading == "What would help?"
    assert page.says("That choice is no longer here. Choose again.", "Lessons", "A card for the bus")
    assert not page.says("A home")
    assert chosen(page) == ["language"]
    assert kept() == {}


def test_an_option_that_is_called_differently_now_is_understood(
    deployed: Deployed, phone: Person, kept: Callable[[], dict[str, object]]
) -> None:
    says(phone, "school", "here")
    sent = hidden(phone, "needs")
    there = deployed.meets_the_new(phone)
    page = says(there, "needs", "bus", "dutch", sent=sent)
    assert page.status == 200
    assert kept()["wants"] == ("bus", "language")
    assert there.get("/review").says("A card for the bus", "Lessons")


def test_a_repeat_about_a_renamed_choice_is_understood_and_about_another_one_is_not(
    deployed: Deployed, phone: Person, kept: Callable[[], dict[str, object]]
) -> None:
    says(phone, "needs", "dutch", "bus")
    first, second = hidden(phone, "moment-1"), hidden(phone, "moment-2")
    there = deployed.meets_the_new(phone)
    says(there, "moment-1", "later", sent=first)
    assert kept()["moment.language"] == "later"
    assert says(there, "moment-1", "now", sent=second).status == 422
    assert kept()["moment.language"] == "later"


def test_words_about_another_choice_fill_in_nothing_and_stay_to_copy(
    archive: Archive, clock: Clock, settings: Settings, municipality: Municipality, amira: Invited
) -> None:
    """In the box of the question that is there now they would be kept as said about something else."""
    words = question("why", "text", for_each={"question": "needs", "most": 3})
    flow = a_conversation(question("needs", "many", options=NEEDS, says="need/*"), words)
    person = Person(_an_app(settings, archive, clock, flow))
    comes_in(person, amira)
    says(person, "needs", "dutch", "bus")
    sent = hidden(person, "why-1")
    says(person, "needs", "bus", "dutch")
    page = says(person, "why-1", sent=sent, words=WORDS)
    assert page.status == 422
    assert to_copy(page) == WORDS
    (box,) = [one for one in page.tree.all("textarea") if one.get("name") == "words"]
    assert page.tree.text(box) == ""


# --- What was shared and confirmed before -----------------------------------------------------------------------------


@pytest.fixture
def desk(deployed: Deployed, provider: SayingProvider, fatima: Caseworker) -> Person:
    person = Person(deployed.old)
    signs_in(person, provider)
    return person


def shares_all(
    amira: Invited,
    archive: Archive,
    municipality: Municipality,
    clock: Clock,
    flow: Flow = OLD,
) -> None:
    side = Phone(archive, municipality.id, amira.client.id, flow, Context())
    share(side, dict.fromkeys(PARTS, "share"), {}, lambda sentence, _language: sentence, ("nl", "en"), clock())


@pytest.fixture
def confirmed(
    deployed: Deployed,
    phone: Person,
    desk: Person,
    amira: Invited,
    archive: Archive,
    municipality: Municipality,
    clock: Clock,
) -> None:
    """“Better Dutch” was shared, with her dream, and confirmed on both sides, all on the old version."""
    says(phone, "needs", "bus", "dutch")
    says(phone, "dream", words=WORDS)
    shares_all(amira, archive, municipality, clock)
    desk.get(f"/clients/{amira.client.id}").press("Agreed: Better Dutch")
    phone.get("/profile").press("I agree")


def standing(page: Page, name: str) -> str:
    """All that stands in the line with this name, which a tap unfolds, in small letters."""
    lines = [page.tree.within(one, "li") for one in page.tree.all("summary")]
    found = (page.tree.text(one) for one in lines if one is not None)
    return next((text for text in found if name in text), f"no {name}").lower()


def test_what_was_confirmed_keeps_its_wording_and_its_state_on_both_sides(
    deployed: Deployed, phone: Person, desk: Person, amira: Invited, confirmed: None
) -> None:
    for person, address in ((desk, f"/clients/{amira.client.id}"), (phone, "/profile")):
        before, after = person.get(address), deployed.meets_the_new(person).get(address)
        assert "confirmed together" in standing(after, "Better Dutch")
        assert standing(after, "Better Dutch") == standing(before, "Better Dutch")
        assert not after.says("Lessons")
    assert deployed.meets_the_new(desk).get(f"/clients/{amira.client.id}").says("A bus card", WORDS)
    assert deployed.meets_the_new(phone).get("/shared").says("Better Dutch", "A bus card", WORDS)


def test_a_line_that_waits_is_agreed_to_in_the_words_that_the_caseworker_agreed_to(
    deployed: Deployed, phone: Person, desk: Person, amira: Invited, confirmed: None
) -> None:
    desk.get(f"/clients/{amira.client.id}").press("Agreed: A bus card")
    there = deployed.meets_the_new(phone).get("/profile")
    assert "is waiting for your answer" in standing(there, "A bus card")
    assert "confirmed together" in standing(there.press("I agree"), "A bus card")


def test_taking_back_another_line_keeps_the_wording_of_what_is_left(
    deployed: Deployed, phone: Person, desk: Person, amira: Invited, confirmed: None
) -> None:
    page = deployed.meets_the_new(phone).get("/shared")
    taking_back = next(one for one in page.buttons if "A bus card" in one)
    page.press(taking_back)
    for person, address in ((desk, f"/clients/{amira.client.id}"), (phone, "/shared")):
        after = deployed.meets_the_new(person).get(address)
        assert not after.says("A bus card")
        assert after.says("Better Dutch", WORDS)
        assert not after.says("Lessons")
    page = deployed.meets_the_new(desk).get(f"/clients/{amira.client.id}")
    assert "confirmed together" in standing(page, "Better Dutch")


def test_sharing_anew_says_it_in_the_new_words_and_stays_confirmed(
    deployed: Deployed,
    phone: Person,
    desk: Person,
    amira: Invited,
    archive: Archive,
    municipality: Municipality,
    clock: Clock,
    confirmed: None,
) -> None:
    """It is the same line on the same answer: only its name is another."""
    shares_all(amira, archive, municipality, clock, NEW)
    page = deployed.meets_the_new(desk).get(f"/clients/{amira.client.id}")
    assert "confirmed together" in standing(page, "Lessons")
