"""A story in own words suggests talents and fields; the client says which are true, and nothing else is kept."""

from collections.abc import Mapping

import pytest
from flask import Flask

from kompas.store.answers import answers_of
from kompas.store.archive import Archive
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.telling import says

STORY = "Ik heb voor de buren gekookt en alles geregeld. <b>Trots!</b>"


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def phone(app: Flask, amira: Invited) -> Person:
    person = Person(app)
    comes_in(person, amira)
    says(person, "experience_fields", "care")
    return person


def stored(archive: Archive, municipality: Municipality, amira: Invited) -> Mapping[str, object]:
    with archive.reading(municipality.id) as records:
        return {slot: answer.value or answer.state for slot, answer in answers_of(records, amira.client.id).items()}


def tells(phone: Person, story: str = STORY, **more: str) -> Page:
    return says(phone, "proud_day", words=story, **more)


def marked(page: Page) -> list[str]:
    return [page.tree.text(one) for one in page.tree.all("mark")]


def says_yes_to(page: Page, *names: str) -> Page:
    return page.press("Go on", **{f"shown.{name}": "yes" for name in names})


def test_a_story_is_shown_with_the_words_that_led_to_something_and_nothing_chosen(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    page = tells(phone)
    assert page.heading == "Did you show this?"
    assert STORY in page.text
    assert {"gekookt", "geregeld"} <= set(marked(page))
    assert page.says("Planning", "I know what to do first.", "Cooking and serving food", "Not this")
    assert [one for one in page.tree.all("input") if one.get("checked") is not None] == []
    for looks_on in ("/talk", "/review", "/talk/proud_day/shown"):
        phone.get(looks_on)
    assert stored(archive, municipality, amira) == {"experience_fields": ("care",), "proud_day": STORY}


def test_what_is_accepted_is_an_ordinary_answer_and_the_rest_leaves_no_trace(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    page = says_yes_to(tells(phone), "talent_planning", "experience_fields.cooking")
    assert page.heading == "Which ones fit you best?"
    assert stored(archive, municipality, amira) == {
        "experience_fields": ("care", "cooking"),
        "proud_day": STORY,
        "talent_planning": "yes",
    }


def test_with_htmx_the_suggestions_are_the_next_screen_and_so_is_what_follows(app: Flask, amira: Invited) -> None:
    person = Person(app, htmx=True)
    comes_in(person, amira)
    page = tells(person)
    assert page.response.headers["HX-Push-Url"] == "/talk/proud_day/shown"
    assert says_yes_to(page, "talent_planning").response.headers["HX-Push-Url"] == "/talk/talents_top"


def test_a_double_tap_and_what_was_never_suggested_add_nothing(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    page = tells(phone)
    for _tap in range(2):
        says_yes_to(page, "experience_fields.cooking", "talent_precise", "experience_fields.computers", "needs.dutch")
    assert stored(archive, municipality, amira) == {"experience_fields": ("care", "cooking"), "proud_day": STORY}


def test_what_was_said_before_is_left_in_peace_but_half_a_yes_may_become_a_whole_one(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    says(phone, "talent_planning", "not_yet")
    says(phone, "experience_fields", "care", "cooking")
    assert tells(phone).heading != "Did you show this?"
    says(phone, "talent_planning", "a_bit")
    says_yes_to(tells(phone), "talent_planning")
    assert stored(archive, municipality, amira)["talent_planning"] == "yes"
    assert tells(phone).heading != "Did you show this?"


def test_a_story_without_a_suggestion_goes_on_at_once(phone: Person) -> None:
    assert tells(phone, "Mooie dag.").heading != "Did you show this?"
    assert phone.get("/talk/proud_day/shown").heading != "Did you show this?"
    assert says(phone, "proud_day", do="skip").heading != "Did you show this?"
    assert phone.get("/talk/own_words/shown").status == 404
    assert phone.get("/talk/nothing/shown").status == 404


def test_who_came_from_their_answers_goes_back_there_and_a_changed_story_suggests_anew(phone: Person) -> None:
    says(phone, "talent_helping", "yes")
    says(phone, "talents_top", "talent_helping")
    page = tells(phone, "Ik heb gebreid voor de markt.", came_from="review")
    assert page.says("Working with my hands")
    assert page.press("Go on", **{"shown.talent_handy": "not_this"}).heading == "Your answers"
    assert tells(phone, came_from="review").says("Planning")
