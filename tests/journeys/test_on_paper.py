"""Who writes on paper, and goes on with an interpreter: typed in, looked through, shared, and told as such."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from kompas.demonstration.people import CASEWORKERS
from tests.journeys.browsing import Visit
from tests.journeys.desk import Desk
from tests.journeys.own_profile import OwnProfile
from tests.journeys.phone import Phone
from tests.journeys.visitors import ZEYNEP

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CASEWORKER = CASEWORKERS["joris"][0]
FATMA = replace(ZEYNEP, name="Fatma Papierwit", birth_year=1969)


def test_from_paper_to_what_the_caseworker_reads(visit: Callable[..., Visit]) -> None:
    journey = visit("nl")
    desk = journey.desk()
    desk.signs_in(CASEWORKER)
    invited = desk.invites(FATMA)
    desk.opens(FATMA.name)
    _types_in(desk)
    phone = journey.phone()
    phone.comes_in(invited.link, FATMA.name, FATMA.birth_year)
    phone.taps("With someone beside me")
    phone.shows("Who is beside you?")
    phone.taps("An interpreter")
    phone.says("With an interpreter beside you")
    phone.opens(desk.address + "/welcome")
    phone.taps("Look it through")
    phone.shows("What you wrote on paper")
    phone.taps("These are my answers")
    phone.says("What you wrote on paper is kept.")
    _shares_everything(desk, phone)
    desk.opens(FATMA.name)
    desk.says("From paper, typed in by %(name)s", name=CASEWORKER)
    desk.says("Answered with an interpreter")
    journey.was_clean()


def _types_in(desk: Desk) -> None:
    desk.clicks("On paper")
    desk.shows("On paper: %(name)s", name=FATMA.name)
    desk.clicks("What are you good at?")
    desk.shows("What are you good at?")
    for card in ("talent_helping", "talent_handy"):
        desk.page.locator(f"input[name={card}][value=yes]").check()
    desk.clicks("Save and go on")
    desk.says("Typed in. It counts once your client has looked it through.")


def _shares_everything(desk: Desk, phone: Phone) -> None:
    """After one more answer, with the interpreter there."""
    phone.opens(desk.address + "/talk/situation")
    phone.chooses("situation", "looking_now")
    expect(phone.page.locator("h1")).not_to_have_text(phone.words("What fits you best right now?"))
    phone.opens(desk.address + "/share")
    OwnProfile(phone).shares_everything()
    phone.taps("Share with %(name)s", name=CASEWORKER.split()[0])
    phone.shows("%(name)s can now see this", name=CASEWORKER.split()[0])
    phone.says("Answered with an interpreter")
