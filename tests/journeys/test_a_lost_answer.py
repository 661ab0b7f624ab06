"""A tap that could not be kept: the screen stays with what was typed, or a page says what to do now."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.browsing import Visit
from tests.journeys.newcomers import newcomer
from tests.journeys.phone import Phone
from tests.journeys.test_a_lost_line import NO_LINE
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser

AWAY = '<title>Away</title><div id="screen" lang="en" dir="ltr"><h1 id="heading">Away</h1></div>'


def comes_in(town: Town, phone: Phone) -> str:
    """What somebody new who reads this language is asked first."""
    person = newcomer(town, phone.words.language)
    phone.comes_in(person.link, person.first_name, person.birth_year)
    phone.opens(f"{town.address}/talk")
    return phone.asked()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (503, NO_LINE),
        (413, "That is too long to send at once. Make it shorter, then send it again."),
    ],
)
def test_a_tap_that_is_not_taken_leaves_the_screen_and_works_when_tapped_again(
    visit: Callable[..., Visit], town: Town, status: int, sentence: str
) -> None:
    phone = visit("nl").phone()
    slot = comes_in(town, phone)

    def refuse(route: Route) -> None:
        route.fulfill(status=status, content_type="text/html", body=AWAY)

    phone.page.route("**/talk/*", refuse)
    phone.taps("Skip")
    expect(phone.page.locator("#line")).to_have_text(phone.words(sentence))
    phone.is_asked(slot)
    phone.page.unroute("**/talk/*", refuse)
    phone.skips()
    expect(phone.page.locator("#line")).to_have_text("")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_while_the_database_is_away_a_page_sends_the_tap_again(
    visit: Callable[..., Visit], town: Town, language: str
) -> None:
    journey = visit(language, on_phones=False)
    phone = journey.phone()
    slot = comes_in(town, phone)
    with town.away():
        phone.taps("Skip")
        phone.shows("We are away for a moment")
        journey.picture(phone.page, "phone-away")
    phone.taps("Send it again")
    expect(phone.heading).not_to_have_text(phone.words("We are away for a moment"))
    assert phone.asked() not in ("", slot)


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_who_was_closed_out_in_mid_conversation_reads_how_to_come_in(
    visit: Callable[..., Visit], town: Town, javascript: bool
) -> None:
    phone = visit("nl", javascript=javascript).phone()
    comes_in(town, phone)
    (cookie,) = [one for one in phone.page.context.cookies() if one["name"] == "kompas-demonstration"]
    phone.page.context.add_cookies([{**cookie, "value": "B" * 43}])
    phone.taps("Skip")
    phone.shows("This conversation was closed here")
    phone.says("The code in your letter")
    if javascript:
        expect(phone.heading).to_be_focused()
