"""A slow line, and the door of a free network on it: what stands on the screen counts, and no page of others shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.journeys.browsing import Visit
from tests.journeys.test_a_lost_line import comes_in, keeps_nothing, moves_on, others, rows, waits
from tests.journeys.test_another_language import another_language, chosen
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser

FREE_WIFI = '<title>Free wifi</title><div id="screen" lang="en" dir="ltr"><h1 id="heading">Free wifi</h1></div>'

RESTS = """document.addEventListener("kompas:screen", () => setTimeout(() => {
    document.body.dataset.rests = document.getElementById("screen").classList.contains("arriving") }, 250))"""
"""Notes whether a new screen takes no tap a quarter of a second after it came: that is meant for the one before."""


def test_the_door_of_a_free_network_is_no_answer_and_a_tap_that_waits_goes_along_into_another_language(
    visit: Callable[..., Visit], town: Town
) -> None:
    phone = comes_in(town, visit("nl").phone())
    before, (one,) = rows(town), others(phone, 1)

    def wants_a_tick_first(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body=FREE_WIFI)

    phone.page.route("**/talk/situation", wants_a_tick_first)
    phone.chooses("situation", one)
    waits(phone, one)
    phone.is_asked("situation")
    phone.page.unroute("**/talk/situation", wants_a_tick_first)
    another_language(phone.page, "ar")
    still = phone.page.locator("form.question [data-waits]")
    expect(still).to_have_attribute("value", one)
    assert rows(town) == before
    keeps_nothing(phone.page)

    moves_on(phone)
    expect(phone.page.locator("#told")).to_have_count(1)  # where a screen reader hears what changes
    assert rows(town) == before + 1


def test_while_an_answer_is_under_way_what_is_tapped_and_ticked_still_counts(
    visit: Callable[..., Visit], town: Town
) -> None:
    phone = comes_in(town, visit("nl").phone())
    held: list[Route] = []

    def held_up(path: str) -> None:
        phone.page.route(path, lambda route: held.append(route), times=1)  # noqa: PLW0108 (Playwright)

    def is_under_way() -> None:
        while not held:
            phone.page.wait_for_timeout(50)

    one, other = others(phone, 2)
    held_up("**/talk/situation")
    phone.chooses("situation", one)
    is_under_way()
    phone.page.evaluate(RESTS)
    phone.page.wait_for_timeout(400)
    phone.chooses("situation", other)
    expect(phone.page.locator("[data-sent]")).to_have_count(0)
    held.pop().continue_()
    moves_on(phone)
    expect(phone.page.locator("body")).to_have_attribute("data-rests", "true")
    phone.opens(f"{town.address}/talk/situation")
    phone.is_where_they_were("situation", other)

    phone.opens(f"{town.address}/talk/needs")
    held_up("**/talk/needs")
    box = phone.page.locator("label.option")
    box.nth(0).tap()
    phone.taps("Go on")
    is_under_way()
    box.nth(2).tap()
    ticked = chosen(phone.page)
    held.pop().continue_()
    expect(phone.page.locator('input[name=about][value="needs"]')).to_have_count(0)
    phone.opens(f"{town.address}/talk/needs")
    assert chosen(phone.page) == ticked


def test_an_old_page_meets_a_new_server_and_goes_on(visit: Callable[..., Visit], town: Town) -> None:
    """A deployment in mid-conversation: the server is away for a moment, and the files of the old page are gone."""
    phone = comes_in(town, visit("nl").phone())
    before, (one,) = rows(town), others(phone, 1)
    town.closes()
    phone.chooses("situation", one)
    waits(phone, one)
    phone.page.route("**/static/*", lambda route: route.fulfill(status=404, body=""))
    town.opens()
    phone.page.locator("#send-now").tap()
    moves_on(phone)
    assert rows(town) == before + 1

    asked = phone.asked()
    another_language(phone.page, "ar")
    phone.is_asked(asked)
    phone.page.locator("button[value=skip]").tap()
    expect(phone.page.locator(f'input[name=about][value="{asked}"]')).to_have_count(0)
    expect(phone.heading).to_be_focused()
    assert rows(town) == before + 2
