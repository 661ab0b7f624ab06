"""A story in own words, on a phone: what it suggests is read, chosen with a thumb, and stands in the profile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from kompas.demonstration.people import BILAL
from tests.journeys.browsing import Visit
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser

STORY = "Ik heb voor de buren gekookt. تعلمت الهولندية! Ik was trots."


def test_what_a_story_shows_is_marked_and_counts_when_it_is_said_to_be_true(
    visit: Callable[..., Visit], town: Town
) -> None:
    journey = visit("nl")
    phone = journey.phone()
    page = phone.page
    phone.comes_in(town.link_of(BILAL), BILAL.name, BILAL.birth_year)
    phone.opens(f"{town.address}/talk/proud_day")
    phone.screen.get_by_role("textbox").fill(STORY)
    phone.taps("Go on")
    phone.shows("Did you show this?")
    expect(phone.heading).to_be_focused()
    expect(page.locator("blockquote")).to_have_text(STORY)
    assert {"gekookt", "تعلمت"} <= set(page.locator("blockquote mark").all_inner_texts())
    expect(page.locator("input:checked")).to_have_count(0)
    suggested = page.locator("fieldset.suggestion").first
    said = suggested.locator("b").inner_text()
    suggested.locator("label.pill").first.tap()
    phone.taps("Go on")
    expect(phone.heading).not_to_have_text(phone.words("Did you show this?"))
    phone.opens(f"{town.address}/profile")
    expect(phone.screen).to_contain_text(said)
    journey.was_clean()
