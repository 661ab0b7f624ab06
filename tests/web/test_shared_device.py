"""A device that other people use too: a clear way out, an end after quiet minutes, and a warning before it."""

import re
from pathlib import Path

import pytest
from flask import Flask

from kompas.store.archive import Archive
from kompas.usecases.sessions import SHARED_IDLE
from kompas.web.shared_device import QUIET
from tests.store.counting import statements
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.telling import says

BORN = "1984"
TICK = "Other people use this device too"
DONE = "Done on this computer"
STILL_HERE = "I am still here"


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def library(anyone: Person, amira: Invited) -> Person:
    """She came in on a computer of the library, and ticked the box."""
    asked = anyone.get(f"/c/{amira.opener.token}").press("Open")
    assert asked.press("Go on", ticks=[TICK], birth_year=BORN).path == "/welcome"
    return anyone


def says_so(person: Person) -> bool:
    """Does the foot of a question speak of a device that others use?"""
    return DONE in person.get("/talk").buttons


def refreshes(page: Page) -> list[str]:
    """Where the page goes by itself, and when."""
    return [one.get("content", "") for one in page.tree.all("meta") if one.get("http-equiv") == "refresh"]


def test_who_ticks_nothing_is_on_their_own_phone(anyone: Person, amira: Invited) -> None:
    asked = anyone.get(f"/c/{amira.opener.token}").press("Open")
    assert asked.says("On your own phone this stays open until your talk.")
    asked.press("Go on", birth_year=BORN)
    page = anyone.get("/talk")
    assert "Stop for now" in page.buttons
    assert not says_so(anyone)
    assert refreshes(page) == []


def test_the_tick_stays_when_the_year_has_to_be_typed_again(anyone: Person, amira: Invited) -> None:
    asked = anyone.get(f"/c/{amira.opener.token}").press("Open").press("Go on", ticks=[TICK], birth_year="84")
    asked.press("Go on", birth_year=BORN)
    assert says_so(anyone)


def test_done_ends_it_clears_the_browser_and_says_what_is_kept(library: Person) -> None:
    page = library.get("/talk").press(DONE)
    assert page.path == "/goodbye"
    assert page.says("Everything you told is kept safe.", "Nothing of it is left", "with your letter")
    assert library.get("/talk").path == "/"


def test_done_leaves_no_session_and_nothing_in_the_browsers_cache(library: Person) -> None:
    fields = {one.get("name"): one.get("value") for one in library.get("/talk").tree.all("input")}
    left = library.client.post("/leave", base_url="http://127.0.0.1", data={"csrf_token": fields["csrf_token"]})
    assert left.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert library.client.get_cookie("kompas-demonstration", domain="127.0.0.1") is None


def test_it_can_be_said_later_and_quiet_counts_from_then(anyone: Person, amira: Invited, clock: Clock) -> None:
    comes_in(anyone, amira)
    clock.wait(hours=5)
    asked = anyone.get("/talk/situation").follow("Not your own phone?")
    assert asked.press("Yes, others use it too").path == "/talk/situation"
    assert says_so(anyone)
    clock.wait(minutes=17)
    assert anyone.get("/talk").heading == "This conversation was closed here"


def test_no_only_me_leads_back_and_changes_nothing(anyone: Person, amira: Invited) -> None:
    comes_in(anyone, amira)
    asked = anyone.get("/talk/situation").follow("Not your own phone?")
    assert asked.follow("No, only me").path == "/talk/situation"
    assert not says_so(anyone)


def test_quiet_minutes_end_it_and_who_does_something_goes_on(library: Person, clock: Clock) -> None:
    for _time in range(5):
        clock.wait(minutes=14)
        assert library.get("/talk").status == 200
    clock.wait(minutes=14)
    assert library.get("/still-here").status == 204
    clock.wait(minutes=15)
    assert library.get("/talk").status == 200, "a minute more than was promised, never one less"
    clock.wait(minutes=16, seconds=1)
    assert library.get("/still-here").heading == "This conversation was closed here"


def test_what_was_typed_before_it_closed_can_be_copied(library: Person, clock: Clock) -> None:
    clock.wait(minutes=17)
    page = library.post("/talk/own_words", {"words": "I want to work outside.", "do": "answer"})
    assert page.heading == "This conversation was closed here"
    assert page.says("I want to work outside.")


def test_without_javascript_a_page_goes_to_the_warning_and_from_there_to_the_end(library: Person, clock: Clock) -> None:
    page = library.get("/talk/situation")
    assert refreshes(page) == ["780;url=/quiet?next=/talk/situation"]
    clock.wait(minutes=13)
    warned = library.get("/quiet?next=/talk/situation")
    assert warned.heading == "Are you still there?"
    assert warned.says("In 2 minutes this closes. All your answers are kept.")
    (then,) = refreshes(warned)
    seconds, _, address = then.partition(";url=")
    clock.wait(seconds=int(seconds))
    end = library.get(address)
    assert end.path == "/goodbye"
    assert end.says("It was quiet for 15 minutes.")
    assert library.get("/talk").path == "/"


def test_the_warning_can_be_answered_and_counts_as_no_sign_of_life_itself(library: Person, clock: Clock) -> None:
    library.get("/talk/situation")
    clock.wait(minutes=13)
    back = library.get("/quiet?next=/talk/situation").follow("I am still here")
    assert back.path == "/talk/situation"
    clock.wait(minutes=14)
    for _time in range(3):
        assert library.get("/quiet").heading == "Are you still there?"
    clock.wait(minutes=2, seconds=1)
    assert library.get("/quiet").path == "/goodbye"


def test_ticks_and_words_are_not_swept_away_by_a_page_that_goes_by_itself(library: Person, clock: Clock) -> None:
    for address in ("/talk/own_words", "/talk/told_more-1", "/agenda", "/talk/needs", "/talk/needs?came_from=review"):
        page = library.get(address)
        assert refreshes(page) == [], address
        assert [one.get("href") for one in page.tree.all("link") if "/quiet." in one.get("href", "")], address
    clock.wait(minutes=14)
    again = page.press(STILL_HERE, choice=["transport", "dutch"])
    assert [one.get("value") for one in again.tree.all("input") if "checked" in one.attrib] == ["dutch", "transport"]
    clock.wait(minutes=14)
    assert again.press(STILL_HERE).heading == again.heading, "it was a sign of life"
    clock.wait(minutes=17)
    assert again.press(STILL_HERE).status == 400
    assert library.get("/talk").path == "/"


def test_where_nothing_can_be_given_back_the_page_still_closes(library: Person) -> None:
    """Or it would tell a whole library when the talk is, for as long as the computer is on."""
    for address in ("/my-data/erase", "/work"):
        assert refreshes(library.get(address)) == [f"780;url=/quiet?next={address}"]


def test_the_style_that_asks_without_a_script_keeps_the_times_of_the_server() -> None:
    style = Path("kompas/static/quiet.css").read_text()
    seconds = [int(one) for one in re.findall(r"(\d+)s forwards", style)]
    assert seconds == [QUIET.total_seconds(), SHARED_IDLE.total_seconds()]
    assert "visibility: hidden; opacity: 0" in style, "what is visible by a rule of its own, as a tick, goes too"


def test_a_browsers_history_tells_nothing_that_was_chosen(library: Person) -> None:
    says(library, "needs", "dutch")
    page = library.get("/talk/need_timing-1")
    (title,) = page.tree.all("title")
    assert page.says("Better Dutch")
    assert "Dutch" not in page.tree.text(title)
    assert "dutch" not in page.address


def test_the_warning_of_a_stranger_is_the_end_and_leads_to_no_other_site(anyone: Person, library: Person) -> None:
    assert library.get("/quiet?next=//elsewhere.example/").links["I am still here"] == "/talk"


def test_nobody_is_asked_on_a_phone_of_their_own(anyone: Person, amira: Invited) -> None:
    assert anyone.get("/quiet").path == "/goodbye"
    comes_in(anyone, amira)
    assert anyone.get("/quiet?next=/review").path == "/review"


def test_an_answer_on_a_shared_device_takes_no_more_than_six_queries(
    app: Flask, library: Person, archive: Archive, clock: Clock
) -> None:
    page = library.get("/talk/situation")
    fields = {one.get("name", ""): one.get("value", "") for one in page.tree.all("input") if one.get("name")}
    clock.wait(minutes=2)
    with statements(archive.facts, archive.keys.engine) as sent:
        library._ask("POST", "/talk/situation", {"HX-Request": "true"}, fields | {"choice": "looking_now"})
    asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
    assert len(asked) <= 6, asked
