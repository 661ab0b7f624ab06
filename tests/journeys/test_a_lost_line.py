"""A bad line: a tap waits on the screen, is said to wait, and counts once, however often it had to be sent."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.browsing import Visit
from tests.journeys.looking import LEFT_BEHIND
from tests.journeys.newcomers import Newcomer, newcomer
from tests.journeys.phone import Phone
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser

NO_LINE = (
    "There is no connection right now. Your choice is still here. It goes out by itself when the connection is back."
)


def comes_in(town: Town, phone: Phone, person: Newcomer | None = None) -> Phone:
    """Somebody new, unless it is said who, at the question that everybody is asked first."""
    person = person or newcomer(town, phone.words.language)
    phone.comes_in(person.link, person.first_name, person.birth_year)
    phone.opens(f"{town.address}/talk/situation")
    phone.is_asked("situation")
    return phone


def rows(town: Town) -> int:
    """How many answers are stored in the whole town, those that were changed since too."""
    with closing(sqlite3.connect(town.folder / "kompas.db")) as database:
        (count,) = database.execute("SELECT count(*) FROM answer").fetchone()
    return int(count)


def others(phone: Phone, many: int) -> list[str]:
    """Answers to the question that were not given to it before."""
    buttons = phone.page.locator("button[name=choice]:not([aria-current])")
    return [one.get_attribute("value") or "" for one in buttons.all()][:many]


def waits(phone: Phone, button: str) -> None:
    """It is said, looks chosen and says so itself, and nothing else on the screen does."""
    expect(phone.page.locator("#line")).to_have_text(phone.words(NO_LINE))
    chosen = phone.page.locator("form.question [aria-current], form.question [data-waits]")
    expect(chosen).to_have_count(1)
    expect(chosen).to_have_attribute("value", button)
    expect(chosen).to_contain_text(phone.words("waiting for a connection"))


def moves_on(phone: Phone) -> None:
    expect(phone.page.locator('input[name=about][value="situation"]')).to_have_count(0)
    expect(phone.page.locator("#line")).to_have_text("")
    expect(phone.page.locator("#send-now")).to_be_hidden()


def keeps_nothing(page: Page) -> None:
    """Neither in any of the browser's stores nor in the history of this window."""
    assert page.evaluate(LEFT_BEHIND) == []
    assert page.evaluate("history.state") in (None, {"htmx": True})


def test_a_tap_without_a_line_waits_on_the_screen_and_is_sent_once_when_the_line_is_back(
    visit: Callable[..., Visit], town: Town
) -> None:
    phone = comes_in(town, visit("nl").phone())
    before, (one, other) = rows(town), others(phone, 2)

    phone.page.context.set_offline(True)
    phone.chooses("situation", one)
    waits(phone, one)
    phone.chooses("situation", other)
    waits(phone, other)
    phone.page.locator("#send-now").tap()
    waits(phone, other)
    keeps_nothing(phone.page)
    assert rows(town) == before

    phone.page.context.set_offline(False)
    moves_on(phone)
    expect(phone.heading).to_be_focused()
    assert rows(town) == before + 1
    phone.opens(f"{town.address}/talk/situation")
    phone.is_where_they_were("situation", other)
    keeps_nothing(phone.page)


def test_words_wait_in_their_box_and_go_out_as_they_are_then(visit: Callable[..., Visit], town: Town) -> None:
    phone = comes_in(town, visit("en").phone())
    phone.opens(f"{town.address}/talk/own_words")
    phone.page.context.set_offline(True)
    box = phone.screen.get_by_role("textbox")
    box.fill("I like to work outside")
    phone.taps("Go on")
    waits(phone, "answer")
    expect(box).to_have_value("I like to work outside")
    box.fill("I like to work outside, with animals")
    phone.page.context.set_offline(False)
    expect(box).to_have_count(0)
    phone.opens(f"{town.address}/talk/own_words")
    expect(box).to_have_value("I like to work outside, with animals")


def test_a_tap_whose_reply_was_lost_counts_once_and_leads_on_by_itself(visit: Callable[..., Visit], town: Town) -> None:
    phone = comes_in(town, visit("nl").phone())
    before, (one,) = rows(town), others(phone, 1)

    def loses_the_reply(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.page.route("**/talk/situation", loses_the_reply, times=1)
    phone.chooses("situation", one)
    waits(phone, one)
    assert rows(town) == before + 1
    moves_on(phone)
    assert phone.asked() != "situation"
    assert rows(town) == before + 1


def test_while_a_try_is_under_way_the_newest_tap_is_the_one_that_counts(
    visit: Callable[..., Visit], town: Town
) -> None:
    phone = comes_in(town, visit("en").phone())
    one, other = others(phone, 2)
    held: list[Route] = []
    phone.page.context.set_offline(True)
    phone.chooses("situation", one)
    waits(phone, one)
    phone.page.route("**/talk/situation", lambda route: held.append(route), times=1)  # noqa: PLW0108 (Playwright)
    phone.page.context.set_offline(False)
    while not held:
        phone.page.wait_for_timeout(50)
    phone.chooses("situation", other)
    waits(phone, other)
    held[0].continue_()
    moves_on(phone)
    phone.opens(f"{town.address}/talk/situation")
    phone.is_where_they_were("situation", other)


def test_two_phones_that_answer_the_same_question_lose_nothing_and_see_the_same(
    visit: Callable[..., Visit], town: Town
) -> None:
    journey = visit("nl")
    person = newcomer(town, "nl")
    mine, hers = comes_in(town, journey.phone(), person), comes_in(town, journey.phone(), person)
    before, (one, other) = rows(town), others(mine, 2)
    mine.chooses("situation", one)
    hers.chooses("situation", other)
    for phone in (mine, hers):
        moves_on(phone)
    assert rows(town) == before + 2
    for phone in (mine, hers):
        phone.opens(f"{town.address}/talk/situation")
        expect(phone.page.locator("form.question [aria-current]")).to_have_attribute("value", other)
    journey.was_clean()
