"""Two languages on one screen: each text in a second language under it, for who asks, and for nobody else."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from flask import Flask

from kompas.casework.people import Caseworker
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.store.clients import change_client
from kompas.store.clients import client as find_client
from tests.store.counting import statements
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in, signs_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider
from tests.web.talks import on_the_phone, shares
from tests.web.talks import says as has_said
from tests.web.telling import says

TALENT = "talent_helping"


@pytest.fixture
def olena(archive: Archive, municipality: Municipality, fatima: Caseworker, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en", caseworker_id=fatima.id)


@pytest.fixture
def phone(app: Flask, olena: Invited) -> Person:
    person = Person(app)
    comes_in(person, olena)
    return person


def beside(page: Page) -> dict[str, tuple[str, str]]:
    """What stands in a second language, with its language and direction."""
    spans = [one for one in page.tree.all("span") if one.get("class") == "too"]
    return {page.tree.text(one): (one.get("lang", ""), one.get("dir", "")) for one in spans}


def test_who_reads_dutch_is_offered_no_dutch_beside_it(phone: Person) -> None:
    assert "Show Nederlands too" in phone.get("/welcome").buttons
    assert not [
        one for one in phone.get("/welcome").press("Nederlands").buttons if "Nederlands" in one and one != "Nederlands"
    ]


def test_each_text_and_option_of_a_question_stands_there_in_dutch_too(phone: Person, flows: Mapping[str, Flow]) -> None:
    question = flows["kompas"].questions["needs"]
    before = phone.get("/talk/needs")
    assert not beside(before)

    page = before.press("Show Nederlands too")

    found = beside(page)
    assert {"Wat kan jou helpen?", "Overslaan", "Verder"} <= set(found)
    assert len(found) >= len(question.options) + 3
    assert set(found.values()) == {("nl", "ltr")}
    assert page.heading == before.heading
    assert not beside(page.press("Hide Nederlands"))


def test_it_stays_from_screen_to_screen_and_on_another_device(app: Flask, phone: Person, olena: Invited) -> None:
    phone.get("/talk/needs").press("Show Nederlands too")
    assert beside(phone.get("/talk/situation"))
    another = Person(app)
    comes_in(another, olena)
    assert beside(another.get("/talk/situation"))


def test_it_can_be_asked_for_at_the_door(app: Flask, olena: Invited) -> None:
    person = Person(app)
    person.get("/").press("Show Nederlands too")
    comes_in(person, olena)
    assert beside(person.get("/talk/situation"))


def test_what_was_heard_shared_and_looked_back_at_stands_there_in_both(phone: Person) -> None:
    says(phone, TALENT, "yes")
    phone.get("/welcome").press("Show Nederlands too")
    for address in ("/review", "/profile", "/share", "/talk/heard/good_at", f"/talk/{TALENT}"):
        assert beside(phone.get(address)), address


def test_who_turns_the_two_round_keeps_both(phone: Person) -> None:
    page = phone.get("/talk/needs").press("Show Nederlands too").press("Nederlands")
    assert page.tree.all("html")[0].get("lang") == "nl"
    assert "Skip" in beside(page)


def test_it_costs_no_query_more(phone: Person, archive: Archive) -> None:
    phone.get("/talk/needs").press("Show Nederlands too")
    with statements(archive.facts, archive.keys.engine) as sent:
        phone.get("/talk/needs")
    assert len(sent) <= 6


@pytest.mark.parametrize("made_up", ["xx", "../nl", "EN<b>", "nl-NL", "x" * 500])
def test_a_made_up_second_language_is_not_there(phone: Person, made_up: str) -> None:
    assert phone.get("/welcome").press("Show Nederlands too", too=made_up).status == 404
    assert not beside(phone.get("/talk/needs"))


# --- The desk ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(app: Flask, provider: SayingProvider, fatima: Caseworker) -> Person:
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def amira(
    archive: Archive, municipality: Municipality, fatima: Caseworker, flows: Mapping[str, Flow], clock: Clock
) -> Invited:
    """Invited in Dutch, by a caseworker who reads English. She chose Arabic on her phone, and shared."""
    known = {"name": "Amira Yilmaz", "language": "nl", "own_language": "ar", "caseworker_id": fatima.id}
    invited = an_invited_client(archive, municipality, clock, **known)
    side = on_the_phone(archive, municipality, invited.client, flows)
    has_said(side, clock)
    shares(side, clock)
    return invited


def test_a_caseworker_reads_each_line_in_the_language_of_the_letter_too_in_the_words_of_then(
    desk: Person, amira: Invited
) -> None:
    page = desk.get(f"/clients/{amira.client.id}")
    assert not beside(page)

    page = page.follow("Show Dutch beside it")

    found = beside(page)
    assert {"nl: Helping", "nl: Someone to look after my children"} <= set(found)
    assert set(found.values()) == {("nl", "ltr")}
    assert not beside(page.follow("Hide Dutch"))


def test_it_stays_beside_while_they_confirm_line_by_line(desk: Person, amira: Invited) -> None:
    page = desk.get(f"/clients/{amira.client.id}").follow("Show Dutch beside it").press("Agreed: Helping")
    assert page.says("waits for Amira")
    assert beside(page)


def test_the_language_that_a_client_chose_is_not_for_the_desk(
    desk: Person, amira: Invited, archive: Archive, municipality: Municipality
) -> None:
    addresses = [f"/clients/{amira.client.id}", f"/clients/{amira.client.id}?too=1"]
    before = [desk.get(address).text for address in addresses]
    with archive.writing(municipality.id) as records:
        now = find_client(records, amira.client.id)
        assert now is not None
        change_client(records, replace(now, own_language="tr", too="pl"))
    assert [desk.get(address).text for address in addresses] == before


def test_it_takes_no_query_more_at_the_desk(desk: Person, amira: Invited, archive: Archive) -> None:
    page = desk.get(f"/clients/{amira.client.id}").follow("Show Dutch beside it")
    with statements(archive.facts, archive.keys.engine) as sent:
        desk.get(page.address)
    assert len(sent) <= 12
