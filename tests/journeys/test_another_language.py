"""Another language in the middle of a question, and two at once: nothing is lost, and little goes over the line."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visit
from tests.journeys.newcomers import Newcomer, newcomer
from tests.journeys.phone import Phone
from tests.journeys.towns import Town
from tests.journeys.wire import Wire

pytestmark = pytest.mark.browser

WITH_TWO = {1: 6_000, 2: 9_000}
"""Bytes of an answer by its requests, when each text stands there in two languages."""
TYPED = "Ik kook op zaterdag voor de buurt"


def another_language(page: Page, code: str) -> None:
    page.locator(".languages summary").tap()
    page.locator(f".languages [name=language][value={code}]").tap()
    expect(page.locator("html")).to_have_attribute("lang", code)
    page.wait_for_load_state()


def chosen(page: Page) -> list[str | None]:
    return [one.get_attribute("value") for one in page.locator("input:checked").all()]


def at_the_door(phone: Phone, person: Newcomer) -> None:
    """Half a year of birth, and the rest of it in Arabic; Enter goes on, and is no choice of a language."""
    phone.opens(person.link)
    phone.taps("Open")
    year = phone.page.locator("input[name=birth_year]")
    year.fill(str(person.birth_year)[:2])
    another_language(phone.page, "ar")
    expect(year).to_have_value(str(person.birth_year)[:2])
    another_language(phone.page, "nl")
    year.fill(str(person.birth_year))
    year.press("Enter")
    phone.shows("Hello %(name)s", name=person.first_name)


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_another_language_in_mid_question_keeps_what_is_chosen_and_typed(
    visit: Callable[..., Visit], town: Town, javascript: bool
) -> None:
    journey = visit("nl", javascript=javascript)
    phone = journey.phone()
    page = phone.page
    at_the_door(phone, newcomer(town, "nl"))

    page.goto(f"{town.address}/talk/needs")
    for option in ("transport", "dutch"):
        page.locator("label.option", has=page.locator(f"[value={option}]")).tap()
    ticked = chosen(page)
    another_language(page, "ar")
    assert chosen(page) == ticked
    if javascript:
        expect(phone.heading).to_be_focused()
        assert page.url == f"{town.address}/talk/needs"
    another_language(page, "nl")
    assert chosen(page) == ticked

    page.goto(f"{town.address}/talk/own_words")
    page.locator("textarea[name=words]").fill(TYPED)
    for code in ("ar", "nl"):
        another_language(page, code)
        expect(page.locator("textarea[name=words]")).to_have_value(TYPED)

    for address in ("needs", "own_words"):
        page.goto(f"{town.address}/talk/{address}")
        assert not chosen(page), "nothing of it became an answer"
        assert TYPED not in page.content()
    journey.was_clean()


@pytest.mark.parametrize(("javascript", "most"), [(True, 1), (False, 2)], ids=["javascript", "plain"])
def test_two_languages_on_one_screen_stay_and_weigh_little(
    visit: Callable[..., Visit], town: Town, javascript: bool, most: int
) -> None:
    journey, person = visit("en", javascript=javascript), newcomer(town, "nl")
    phone = journey.phone()
    page = phone.page
    phone.opens(person.link)
    another_language(page, "en")
    phone.taps("Open")
    phone.types("In which year were you born?", str(person.birth_year))
    phone.taps("Go on")
    phone.shows("Hello %(name)s", name=person.first_name)
    page.goto(f"{town.address}/talk/situation")
    page.locator(".languages summary").tap()
    page.locator(".show-too").tap()
    expect(page.locator("button.option .too").first).to_have_attribute("lang", "nl")
    wire = Wire(page)

    sizes = []
    for _question in range(4):
        asked = phone.asked()
        page.locator("button[value=skip]").tap()
        expect(page.locator(f'input[name=about]:not([value="{asked}"])')).to_be_attached()
        page.wait_for_load_state()
        sizes.append(sum(one.size for one in wire.since_last_time()))
        expect(page.locator(".question .too").first).to_be_visible()

    assert max(sizes) < WITH_TWO[most], sizes
    page.locator(".languages summary").tap()
    page.locator(".show-too").tap()
    expect(page.locator(".too")).to_have_count(0)
    journey.was_clean()
