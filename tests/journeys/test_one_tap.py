"""One tap: the screen changes and the page stays, a second tap does no harm, and little goes over the line."""

import re
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from kompas.demonstration.people import AMIRA, MARTA, YUSUF
from kompas.demonstration.person import Person
from tests.journeys.browsing import Visit
from tests.journeys.newcomers import newcomer
from tests.journeys.phone import Phone
from tests.journeys.towns import Town
from tests.journeys.wire import Wire

pytestmark = pytest.mark.browser

FIRST_SCREEN = 45_000
ONE_ANSWER = {1: 4_000, 2: 6_000}
"""Bytes with headers, by the number of requests: with JavaScript one, without it two, of which one is a whole page."""


def comes_in(town: Town, phone: Phone, person: Person) -> None:
    phone.opens(town.link_of(person))
    phone.taps("Open")
    phone.types("In which year were you born?", str(person.birth_year))
    phone.taps("Go on")
    phone.shows("Hello %(name)s", name=person.name.split()[0])
    phone.taps("Go on" if person.stops_at else "Begin")
    phone.is_asked(person.stops_at or "situation")


def test_a_tap_swaps_the_screen_and_leaves_the_page_standing(visit: Callable[..., Visit], town: Town) -> None:
    journey = visit("nl")
    phone = journey.phone()
    person = newcomer(town, "nl")
    phone.comes_in(person.link, person.first_name, person.birth_year)
    phone.taps("Begin")
    phone.is_asked("situation")
    wire, question = Wire(phone.page), phone.words("What have you done already?")
    phone.page.evaluate("document.documentElement.dataset.still = 'here'")

    phone.chooses("situation", "looking_now")
    phone.is_asked("experience_fields")

    assert [(one.method, urlsplit(one.address).path) for one in wire.since_last_time()] == [("POST", "/talk/situation")]
    assert phone.page.evaluate("document.documentElement.dataset.still") == "here"
    expect(phone.heading).to_be_focused()
    expect(phone.page).to_have_title(re.compile(f"^{re.escape(question)}"))
    expect(phone.page).to_have_url(f"{town.address}/talk/experience_fields")

    phone.browser_goes_back()
    phone.is_where_they_were("situation", "looking_now")
    expect(phone.page).to_have_url(re.compile("/talk(/situation)?$"))
    phone.page.go_forward()
    phone.is_asked("experience_fields")
    journey.was_clean()


def test_a_double_tap_answers_one_question(visit: Callable[..., Visit], town: Town) -> None:
    journey = visit("en")
    phone = journey.phone()
    comes_in(town, phone, MARTA)
    wire = Wire(phone.page)

    phone.taps_twice(phone.words.option("situation", "not_sure_yet"))
    phone.is_asked("experience_fields")
    phone.taps("Skip")
    phone.is_asked("schooling")

    assert [urlsplit(one.address).path for one in wire.since_last_time() if one.method == "POST"] == [
        "/talk/situation",
        "/talk/experience_fields",
    ]
    phone.taps("Back")
    phone.is_asked("experience_fields")
    journey.was_clean()


@pytest.mark.parametrize(
    ("javascript", "person", "most"), [(True, AMIRA, 1), (False, YUSUF, 2)], ids=["javascript", "plain"]
)
def test_an_answer_costs_little_on_the_line(
    visit: Callable[..., Visit], town: Town, javascript: bool, person: Person, most: int
) -> None:
    phone = visit("nl", javascript=javascript).phone()
    wire = Wire(phone.page)
    phone.opens(town.link_of(person))
    phone.shows("Welcome")
    first = wire.since_last_time()
    comes_in(town, phone, person)
    wire.since_last_time()

    answers = []
    for _question in range(4):
        phone.skips()
        answers.append(wire.since_last_time())

    sizes = [sum(one.size for one in answer) for answer in answers]
    sys.stdout.write(f"First screen: {sum(one.size for one in first)} bytes. An answer: {sizes} bytes.\n")
    assert [len(answer) for answer in answers] == [most] * 4, [str(one) for answer in answers for one in answer]
    assert len(first) <= 5, [*map(str, first)]
    assert sum(one.size for one in first) < FIRST_SCREEN
    assert max(sizes) < ONE_ANSWER[most]
