"""Twenty minutes at the desk: giving a word moves nothing else, and the whole talk can be gone through by keys."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsing import Visit
from tests.journeys.desk import LINE, Desk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CASEWORKER, CLIENT = "Joris Voorbeeld", "Olena Denkbeeld"


def lines(desk: Desk) -> Locator:
    return desk.page.locator(f".line-rows > {LINE}")


def line_in_focus(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.closest('[id^=line-]')?.id ?? ''")
    return found


@pytest.fixture
def journey(visit: Callable[..., Visit]) -> Visit:
    return visit("nl")


@pytest.fixture
def desk(journey: Visit) -> Desk:
    desk = journey.desk()
    desk.signs_in(CASEWORKER)
    desk.opens(CLIENT)
    return desk


def test_a_word_swaps_its_own_line_and_the_reader_stays_there(journey: Visit, desk: Desk) -> None:
    last = lines(desk).last
    last.locator("summary").first.click()
    last.locator("button[value=not_now]").click()
    expect(last.locator(".standing")).to_be_visible()
    expect(last.locator("button[value=not_now]")).to_be_focused()
    expect(desk.page.locator("#told")).to_have_text(last.locator(".standing p").inner_text())
    expect(last.locator("details.said")).to_have_attribute("open", "")
    expect(desk.page.locator("#standings")).to_contain_text("1 om over te praten")
    assert desk.page.evaluate("scrollY") > 0
    journey.was_clean()


def test_words_that_are_missing_are_asked_for_at_the_line(journey: Visit, desk: Desk) -> None:
    line = lines(desk).nth(3)
    line.locator(".differently > summary").click()
    line.locator("button[value=seen_differently]").click()
    expect(desk.page.locator("#mistake")).to_be_focused()
    line.get_by_role("textbox").fill("Dat zag ik ook op zijn proefdag.")
    line.locator("button[value=seen_differently]").click()
    expect(line.locator(".views")).to_contain_text("Dat zag ik ook op zijn proefdag.")
    journey.was_clean()


def test_keys_go_from_line_to_line_and_give_a_word(journey: Visit, desk: Desk) -> None:
    first = lines(desk).first
    first.locator("summary").first.focus()
    for key in "jjk":
        desk.page.keyboard.press(key)
    second = lines(desk).nth(1)
    name = second.get_attribute("id")
    assert line_in_focus(desk.page) == name
    desk.page.keyboard.press("3")
    expect(second.locator(".standing")).to_contain_text("om over te praten")
    expect(desk.page.locator(f"#{name}:focus, #{name} :focus")).to_have_count(1)
    desk.page.keyboard.press("2")
    expect(second.get_by_role("textbox")).to_be_focused()
    journey.was_clean()


def test_keys_do_nothing_away_from_the_lines(journey: Visit, desk: Desk) -> None:
    for key in ("j", "1", "2", "3", "?"):
        desk.page.keyboard.press(key)
    assert line_in_focus(desk.page) == ""
    expect(desk.page.locator(".keys-list")).not_to_have_attribute("open", "")
    journey.was_clean()
