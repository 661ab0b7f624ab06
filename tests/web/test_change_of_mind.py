"""Changing one's mind after sharing: what is still seen is told, what is new is asked about, the rest stays."""

from collections.abc import Mapping

import pytest
from flask import Flask

from kompas.conversation.answers import SKIPPED, chosen, given
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.usecases.parties import Phone
from kompas.usecases.share import shared_now, unshare
from kompas.usecases.wipe import wipe_answer
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.talks import SAID, on_the_phone, says, shares

STILL = "still sees what you shared before"


@pytest.fixture
def samira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def side(
    archive: Archive, municipality: Municipality, samira: Invited, flows: Mapping[str, Flow], clock: Clock
) -> Phone:
    side = on_the_phone(archive, municipality, samira.client, flows)
    says(side, clock)
    shares(side, clock)
    return side


@pytest.fixture
def phone(app: Flask, samira: Invited, side: Phone) -> Person:
    person = Person(app)
    comes_in(person, samira)
    return person


def chosen_on(page: Page) -> dict[str, str]:
    """The choices that stand on the share page, by the name of the field."""
    radios = [one for one in page.tree.all("input") if one.get("type") == "radio"]
    return {one.get("name", ""): one.get("value", "") for one in radios if one.get("checked") is not None}


@pytest.mark.parametrize("address", ["/review", "/profile", "/share"])
def test_who_changes_an_answer_reads_what_is_still_seen(phone: Person, side: Phone, clock: Clock, address: str) -> None:
    assert not phone.get(address).says(STILL)
    says(side, clock, {"wish_place": given("inside")})
    page = phone.get(address)
    assert page.says(f"Fatima {STILL}", "Fatima sees:", "Outside", "You say now:", "Inside")
    says(side, clock, {"wish_place": SAID["wish_place"]})
    assert not phone.get(address).says(STILL)


def test_one_tap_leads_from_there_to_what_is_shared_anew(phone: Person, side: Phone, clock: Clock) -> None:
    says(side, clock, {"wish_place": given("inside")})
    assert phone.get("/review").follow("Choose what you share anew").path == "/share"


def test_only_what_changed_is_asked_about_anew(phone: Person, side: Phone, clock: Clock) -> None:
    assert chosen_on(phone.get("/share"))["part.how"] == "share"
    says(side, clock, {"wish_place": given("inside")})
    chosen_now = chosen_on(phone.get("/share"))
    assert (chosen_now["part.good_at"], chosen_now["part.how"]) == ("share", "lines")
    lines = shared_now(side)
    assert lines is not None
    page = phone.get("/share").press("Share with")
    assert page.status == 422
    after = shared_now(side)
    assert after is not None
    assert after.number == lines.number


def test_a_double_tap_shares_once(side: Phone, clock: Clock) -> None:
    before = shared_now(side)
    clock.wait(minutes=1)
    assert shares(side, clock) == before == shared_now(side)


def test_the_desk_can_not_tell_that_something_kept_was_changed(side: Phone, clock: Clock) -> None:
    before = shares(side, clock, helps="keep")
    clock.wait(hours=1)
    says(side, clock, {"needs": chosen("housing")})
    after = shares(side, clock, helps="keep")
    assert (after.number, after.shared_at, after.shown) == (before.number, before.shared_at, before.shown)
    assert after.choices["need/housing"] == "keep"


def test_an_answered_question_can_be_wiped_where_it_stands(phone: Person) -> None:
    page = phone.get("/talk/wish_place").follow("Wipe this answer")
    assert page.heading == "Wipe this answer?"
    assert page.says("Outside")


def test_what_was_skipped_has_nothing_to_wipe(phone: Person, side: Phone, clock: Clock) -> None:
    says(side, clock, {"wish_place": SKIPPED})
    assert "Wipe this answer" not in phone.get("/talk/wish_place").links


def test_the_own_log_tells_when_one_shared_and_took_back(phone: Person, side: Phone, clock: Clock) -> None:
    assert phone.get("/readers").says("You shared, today")
    clock.wait(minutes=1)
    unshare(side, (), ["helps"], clock())
    assert phone.get("/readers").says("You took something back")
    clock.wait(minutes=1)
    wipe_answer(side, "own_words", clock())
    page = phone.get("/readers")
    assert page.says("You wiped something that was shared, today")
    assert not page.says("Ik kook")
