"""A new talk, long after the one before: last time stands beside it, at the desk and on the phone."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from kompas.demonstration.people import CASEWORKERS
from kompas.demonstration.person import Person
from tests.journeys.browsing import Visit
from tests.journeys.desk import Desk
from tests.journeys.own_profile import OwnProfile
from tests.journeys.phone import Phone
from tests.journeys.residents import spoken_with_longest_ago
from tests.journeys.towns import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

LAST_TIME = "%(name)s still sees what you shared for your last talk."


@pytest.mark.parametrize("person", [spoken_with_longest_ago("nl"), spoken_with_longest_ago("en")], ids=["nl", "en"])
def test_last_time_stands_beside_the_new_talk(visit: Callable[..., Visit], town: Town, person: Person) -> None:
    journey = visit(person.language)
    caseworker = CASEWORKERS[person.caseworker][0]
    first, desk = caseworker.split()[0], journey.desk()
    desk.signs_in(caseworker)
    link = _is_invited_again(desk, person)
    desk.opens(person.name)
    desk.says("%(name)s is invited.", name=person.name.split()[0])
    before = desk.reads_of_last_time()
    journey.picture(desk.page, "desk-last-time")

    phone = journey.phone()
    mine = OwnProfile(phone)
    phone.comes_in(link, person.name, person.birth_year)
    phone.says(LAST_TIME, name=first)
    phone.taps("See what that is")
    phone.shows("What you shared last time")
    journey.picture(phone.page, "phone-last-time")
    assert mine.names() == before != {}

    talent = _takes_a_talent_back(phone, mine)
    desk.opens(person.name)
    assert desk.reads_of_last_time() == mine.names()
    assert talent not in desk.reads_of_last_time()[desk.words("What I am good at")]

    _tells_and_shares_anew(town, phone, first)
    desk.opens(person.name)
    assert desk.reads() == OwnProfile(phone).names() != {}
    desk.unfolds_last_time()
    assert talent not in desk.reads_of_last_time()[desk.words("What I am good at")]
    journey.picture_of(desk.screen.locator(".last-time > details > summary"), "desk-last-time-beside")
    phone.says(LAST_TIME, name=first)
    journey.was_clean()


def _is_invited_again(desk: Desk, person: Person) -> str:
    desk.opens(person.name)
    desk.clicks("Invitation")
    desk.shows("Invitation for %(name)s", name=person.name)
    desk.clicks("Invite to a new talk")
    desk.shows("Invite %(name)s to a new talk", name=person.name)
    desk.types("Day", (date.today() + timedelta(days=7)).isoformat())  # noqa: DTZ011 (as a calendar on the wall)
    desk.types("Time", "10:00")
    desk.types("Place", "Kamer 12")
    desk.clicks("Make the invitation")
    desk.shows("Invitation for %(name)s", name=person.name)
    return desk.handed_over().link


def _takes_a_talent_back(phone: Phone, mine: OwnProfile) -> str:
    """One line of last time, by its name."""
    (talent, *_others) = mine.names()[phone.words("What I am good at")]
    mine.takes_back(talent)
    mine.has_no_longer(talent)
    return talent


def _tells_and_shares_anew(town: Town, phone: Phone, caseworker: str) -> None:
    """One answer is enough to share."""
    phone.opens(f"{town.address}/talk/situation")
    phone.chooses("situation", "not_sure_yet")
    expect(phone.page).not_to_have_url(re.compile("situation"))
    phone.opens(f"{town.address}/share")
    phone.shows("What do you share with %(name)s?", name=caseworker)
    mine = OwnProfile(phone)
    mine.shares_everything()
    phone.taps("Share with %(name)s", name=caseworker)
    phone.shows("%(name)s can now see this", name=caseworker)
