"""Well done, on tomorrow? Whoever is at it for long, listens, or would rather talk, may stop, and nothing is lost."""

from collections.abc import Mapping

import pytest
from flask import Flask

from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from tests.store.counting import statements
from tests.store.people import Municipality
from tests.web.arrivals import an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.telling import hidden, says

TOMORROW = "Well done. Go on tomorrow?"
IN_ABOUT_YOU = ("situation", "experience_fields", "schooling", "assets", "told_more-1")


@pytest.fixture
def phone(app: Flask, archive: Archive, municipality: Municipality, clock: Clock) -> Person:
    person = Person(app)
    comes_in(person, an_invited_client(archive, municipality, clock, language="en"))
    return person


def tells_a_chapter(phone: Person, clock: Clock, minutes: float) -> Page:
    """All of "About you", with so many minutes from the first answer to the last."""
    for address in IN_ABOUT_YOU[:-1]:
        says(phone, address, do="skip")
        clock.wait(minutes=minutes / (len(IN_ABOUT_YOU) - 1))
    return says(phone, IN_ABOUT_YOU[-1], do="skip")


def test_after_a_quarter_of_an_hour_stopping_is_as_good_as_going_on(phone: Person, clock: Clock) -> None:
    page = tells_a_chapter(phone, clock, minutes=17)
    assert page.says(TOMORROW, "All your answers are kept.")
    assert page.follow("Go on").heading == "I work well with other people."
    page.press("Stop for now")
    assert phone.get("/talk").path == "/"


def test_who_is_quick_is_offered_to_go_on(phone: Person, clock: Clock) -> None:
    page = tells_a_chapter(phone, clock, minutes=9)
    assert not page.says(TOMORROW)
    assert page.follow("Yes, go on").heading == "I work well with other people."


def test_a_night_is_no_sitting(phone: Person, clock: Clock) -> None:
    says(phone, "situation", do="skip")
    clock.wait(hours=10)
    assert not tells_a_chapter(phone, clock, minutes=9).says(TOMORROW)


def test_who_listens_is_offered_to_stop_at_each_chapter(phone: Person, clock: Clock) -> None:
    phone.client.set_cookie("kompas-aloud", "on", domain=phone.host)
    assert tells_a_chapter(phone, clock, minutes=1).says(TOMORROW)


def test_who_would_rather_talk_can_stop_at_once(phone: Person) -> None:
    page = says(phone, "situation", do="talk")
    assert page.says("You can stop here. Or tell what you are good at.")
    assert page.follow("Go on").heading == "I work well with other people."


def test_the_end_of_a_chapter_takes_at_most_six_queries(
    phone: Person, clock: Clock, archive: Archive, flows: Mapping[str, Flow]
) -> None:
    tells_a_chapter(phone, clock, minutes=17)
    last = IN_ABOUT_YOU[-1]
    said = hidden(phone, last) | {"do": "talk"}
    with statements(archive.facts, archive.keys.engine) as sent:
        page = Page(phone, f"/talk/{last}", phone._ask("POST", f"/talk/{last}", {"HX-Request": "true"}, said))
    assert page.says(TOMORROW)
    asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
    assert len(asked) <= 6, asked
