"""Two of everything, seen from the desk: double taps on a word, two tabs that open a talk, a client who takes back."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

import pytest
from flask import Flask

from kompas.casework.people import Caseworker, Client
from kompas.conversation.flow import PARTS, Flow
from kompas.store.archive import Archive
from kompas.store.audit import check_chain
from kompas.store.clients import clients_of
from kompas.store.verdicts import verdicts_of
from kompas.store.views import views_of
from kompas.usecases.codes import link_shown
from kompas.usecases.confirm import confirm_mine
from kompas.usecases.enter import TRIES_PER_OPENER, DoesNotOpen, enter
from kompas.usecases.open_profile import my_profile
from kompas.usecases.parties import Phone
from kompas.usecases.problems import TooManyTries
from kompas.usecases.share import unshare
from tests.store.people import Municipality, an_invited_client
from tests.web.arrivals import an_invited_client as a_client_with_a_letter
from tests.web.arrivals import signs_in
from tests.web.at_once import at_once, tabs
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider
from tests.web.talks import on_the_phone, says, shares
from tests.web.test_inviting import filled_in

AGAIN = 3


@pytest.fixture
def desk(app: Flask, provider: SayingProvider, fatima: Caseworker) -> Person:
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, fatima: Caseworker) -> Client:
    return an_invited_client(archive, municipality, name="Amira Yilmaz", caseworker_id=fatima.id)


@pytest.fixture
def phone(
    archive: Archive, municipality: Municipality, amira: Client, flows: Mapping[str, Flow], clock: Clock
) -> Phone:
    phone = on_the_phone(archive, municipality, amira, flows)
    says(phone, clock)
    shares(phone, clock)
    return phone


def talk(desk: Person, client: Client) -> Page:
    return desk.get(f"/clients/{client.id}")


def words_on(phone: Phone) -> list[tuple[str, str]]:
    """Whose, and which; the log of what staff did fits together besides."""
    with phone.archive.reading(phone.organisation_id) as records:
        assert check_chain(records) == []
        return [(one.side, one.word) for one in verdicts_of(records, phone.client_id)]


def test_two_tabs_that_open_a_talk_at_once_are_one_opening(desk: Person, amira: Client, phone: Phone) -> None:
    assert [page.status for page in at_once(*(partial(talk, tab, amira) for tab in tabs(desk, 3)))] == [200] * 3
    with phone.archive.reading(phone.organisation_id) as records:
        assert len(views_of(records, amira.id)) == 1


def test_a_double_tap_on_a_word_is_one_word(desk: Person, amira: Client, phone: Phone) -> None:
    pages = [talk(tab, amira) for tab in tabs(desk, 3)]
    at_once(*(partial(page.press, "Agreed: Helping") for page in pages))
    assert words_on(phone) == [("caseworker", "agreed")]


def test_a_client_who_agrees_twice_at_once_agrees_once(desk: Person, amira: Client, phone: Phone, clock: Clock) -> None:
    talk(desk, amira).press("Agreed: Helping")
    profile = my_profile(phone)
    assert profile is not None
    item = next(one for one in profile.items if one.caseworker)
    agrees = partial(confirm_mine, phone, item.seen, "agreed", clock())
    at_once(agrees, agrees, agrees)
    assert words_on(phone) == [("caseworker", "agreed"), ("client", "agreed")]


def test_a_word_on_what_is_taken_back_at_that_moment_brings_nothing_back(
    desk: Person, amira: Client, phone: Phone, clock: Clock
) -> None:
    for _time in range(AGAIN):
        page = talk(desk, amira)
        at_once(partial(page.press, "Agreed: Helping"), partial(unshare, phone, (), PARTS, clock()))
        assert not talk(desk, amira).says("Helping")
        words_on(phone)
        clock.wait(minutes=1)
        shares(phone, clock)
    assert talk(desk, amira).says("Helping")


def test_many_who_are_invited_at_once_all_stand_in_the_list_and_in_the_log(
    desk: Person, archive: Archive, municipality: Municipality, fatima: Caseworker, clock: Clock
) -> None:
    names = ["Amira Yilmaz", "Samira Yilmaz", "Yusuf Demir", "Marta Kowalska"]
    forms = [(tab, tab.get("/clients/new")) for tab in tabs(desk, len(names))]
    filled = [filled_in(clock, language="nl", name=name) for name in names]
    at_once(
        *(partial(page.press, "Make the invitation", **one) for (_tab, page), one in zip(forms, filled, strict=True))
    )
    with archive.reading(municipality.id) as records:
        assert sorted(one.name for one in clients_of(records, fatima.id)) == sorted(names)
        assert check_chain(records) == []


def test_who_guesses_at_many_phones_at_once_has_no_more_tries(
    archive: Archive, municipality: Municipality, clock: Clock
) -> None:
    amira = a_client_with_a_letter(archive, municipality, clock, talk_at=clock() + timedelta(days=7))
    shown = link_shown(amira.opener.token)

    def guesses(year: int) -> bool:
        try:
            enter(archive, municipality.id, shown, str(year), "192.0.2.1", clock())
        except DoesNotOpen:
            return True
        except TooManyTries:
            return False
        raise AssertionError("this is not her year")

    tried = at_once(*(partial(guesses, year) for year in range(1950, 1950 + 2 * TRIES_PER_OPENER)))
    assert sum(tried) == TRIES_PER_OPENER
