"""Shall we go on? Somebody does, chooses the better of two by one tap, and stops where stopping is as easy."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from kompas.demonstration.people import GRACE
from tests.journeys.browsing import Visit
from tests.journeys.towns import Town

pytestmark = pytest.mark.browser


def test_who_goes_on_chooses_the_better_of_two_and_stops_as_easily(visit: Callable[..., Visit], town: Town) -> None:
    journey = visit("en")
    phone = journey.phone()
    page = phone.page
    phone.comes_in(town.link_of(GRACE), GRACE.name, GRACE.birth_year)

    page.goto(f"{town.address}/talk/go_on")
    expect(page.get_by_role("button", name="I'd rather talk about this")).to_have_count(0)
    phone.chooses("go_on", "yes")
    phone.shows("This is what I heard")
    phone.taps("Yes, go on")
    phone.is_asked("languages.1")

    page.goto(f"{town.address}/talk/wish_people_or_things")
    one, other, both = (page.locator("button.option").nth(place).bounding_box() for place in range(3))
    assert one is not None
    assert other is not None
    assert both is not None
    assert (one["width"], one["height"], one["y"]) == (other["width"], other["height"], other["y"]), "two of one size"
    assert both["y"] > one["y"], "both stands under the two"
    assert both["height"] < one["height"], "and is quieter"
    phone.chooses("wish_people_or_things", "things")
    phone.is_asked("wish_variety")

    page.context.add_cookies([{"name": "kompas-aloud", "value": "on", "url": town.address}])
    page.goto(f"{town.address}/talk/heard/enjoy")
    doors = page.locator(".two-ways .secondary")
    stop, go_on = (doors.nth(place).bounding_box() for place in range(2))
    assert stop is not None
    assert go_on is not None
    assert (stop["width"], stop["height"]) == (go_on["width"], go_on["height"])
    doors.first.tap()
    phone.says("Everything you told is kept. Open your link again to go on.")
    journey.was_clean()
