"""A computer that others use too: it asks whether somebody is still there, closes by itself, and leaves nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visit
from tests.journeys.looking import LEFT_BEHIND
from tests.journeys.newcomers import Newcomer, newcomer
from tests.journeys.phone import Phone
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser

WORDS = "I like to work outside"


def comes_in(phone: Phone, person: Newcomer) -> None:
    phone.opens(person.link)
    phone.taps("Open")
    phone.types("In which year were you born?", str(person.birth_year))
    phone.screen.get_by_label(phone.words("Other people use this device too")).check()
    phone.taps("Go on")
    phone.shows("Hello %(name)s", name=person.first_name)


def quiet_for(phone: Phone, **seconds: int) -> None:
    """So many seconds of quiet are enough from here on."""
    phone.page.evaluate("seconds => Object.assign(document.getElementById('still-there').dataset, seconds)", seconds)


def a_topic_stays_too(phone: Phone, town: Town) -> None:
    """What somebody typed on their agenda, when it was quiet after that."""
    phone.opens(f"{town.address}/agenda")
    phone.page.locator("#own-topic").fill(WORDS)
    quiet_for(phone, quiet=1, warned=1)
    phone.shows("You are done here")


def test_a_quiet_screen_asks_first_and_then_closes_and_keeps_what_was_typed(
    visit: Callable[..., Visit], town: Town
) -> None:
    journey = visit("nl")
    phone, person = journey.phone(), newcomer(town, "nl")
    comes_in(phone, person)
    phone.opens(f"{town.address}/talk/own_words")
    box, asks = phone.screen.get_by_role("textbox"), phone.page.get_by_role("alertdialog")
    box.fill(WORDS)

    quiet_for(phone, quiet=1)
    expect(asks).to_contain_text(phone.words("In 2 minutes this closes. All your answers are kept."))
    expect(asks.get_by_role("button")).to_be_focused()
    journey.looks(phone.page, "still-there")
    quiet_for(phone, quiet=600)
    phone.page.keyboard.press("Enter")
    expect(asks).to_be_hidden()
    expect(box).to_have_value(WORDS)

    quiet_for(phone, quiet=1, warned=1)
    phone.shows("You are done here")
    phone.says("It was quiet for 15 minutes. That is why we closed it.")
    assert phone.page.evaluate(LEFT_BEHIND) == []
    phone.browser_goes_back()
    expect(phone.page).not_to_have_url(f"{town.address}/talk/own_words")
    expect(phone.page.get_by_text(WORDS)).to_have_count(0)

    comes_in(phone, person)
    phone.opens(f"{town.address}/talk/own_words")
    expect(box).to_have_value(WORDS)
    a_topic_stays_too(phone, town)
    comes_in(phone, person)
    phone.taps("Done on this computer")
    phone.shows("You are done here")
    phone.browser_goes_back()
    expect(phone.page.get_by_text(WORDS)).to_have_count(0)
    comes_in(phone, person)
    phone.opens(f"{town.address}/agenda")
    phone.says(WORDS)
    journey.was_clean()
