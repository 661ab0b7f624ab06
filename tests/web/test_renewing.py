"""Is this still right? A few taps renew what was shared, or point to what changed, of which the desk learns nothing."""

from datetime import timedelta

import pytest

from kompas.casework.people import Client
from kompas.conversation.answers import given
from kompas.usecases.invite import Appointment
from kompas.usecases.invite_again import invite_again
from kompas.usecases.parties import Desk
from kompas.usecases.share import my_sharing, shared_now
from tests.web.arrivals import Invited, comes_in
from tests.web.conftest import PEPPER
from tests.web.pages import Page, Person
from tests.web.tables import Table
from tests.web.talks import says, shares

OFFER = "See if it is still right"


def shared_days_ago(table: Table, clock, days: int) -> None:
    """Amira shared a bit of everything; who she is and how it goes she keeps."""
    clock.wait(days=-days)
    shares(table.side, clock, about="keep")
    clock.wait(days=days)


@pytest.fixture
def after_months(table, clock) -> None:
    shared_days_ago(table, clock, 100)


def taps(page: Page, **changed: str) -> Page:
    """One tap for each part that the page asks about."""
    asked = {one.get("name", "") for one in page.tree.all("input") if one.get("type") == "radio"}
    return page.press("Go on", **{name: changed.get(name.removeprefix("part."), "right") for name in asked})


def asked(page: Page) -> set[str]:
    return {one.get("name", "").removeprefix("part.") for one in page.tree.all("input") if one.get("type") == "radio"}


def test_it_is_not_asked_before_three_months(table, clock) -> None:
    shared_days_ago(table, clock, 90)
    assert OFFER not in table.phone.get("/welcome").links
    assert table.phone.get("/still-right").path == "/profile"


def test_it_is_asked_part_by_part_about_what_is_shared(table, after_months) -> None:
    page = table.phone.get("/welcome").follow(OFFER)
    assert page.heading == "Is this still right?"
    assert page.says("Helping", "Then Fatima sees that")
    assert asked(page) == {"good_at", "how", "helps", "next"}


def test_all_is_still_right_and_both_sides_read_it(table, after_months) -> None:
    page = taps(table.phone.get("/still-right"))
    assert page.path == "/profile"
    assert page.says("Your caseworker sees that this is still right.")
    assert table.talk().says("still right today")
    assert table.phone.get("/shared").says("You said", "that it is still right. Fatima sees that too.")
    assert OFFER not in table.phone.get("/welcome").links
    assert [one.deed for one in my_sharing(table.side)] == ["shared", "shared"]


def test_a_second_tap_renews_once(table, after_months) -> None:
    page = table.phone.get("/still-right")
    taps(page)
    assert taps(page).path == "/profile"
    assert len(my_sharing(table.side)) == 2


def test_what_changed_is_pointed_to_and_the_desk_learns_nothing(table, after_months) -> None:
    before = table.talk().text, shared_now(table.side)
    page = taps(table.phone.get("/still-right"), helps="changed")
    assert page.heading == "What changed?"
    assert page.says("What helps me")
    assert not page.says("Helping")
    assert (table.talk().text, shared_now(table.side)) == before
    assert "Begin with" in before[0]
    childcare = next(words for words, address in page.links.items() if address.startswith("/talk/needs"))
    assert page.follow(childcare).path == "/talk/needs"
    assert "Choose what you share" in page.links


def test_a_part_without_a_tap_is_asked_again_and_the_other_taps_stand(table, after_months) -> None:
    page = table.phone.get("/still-right").press("Go on", **{"part.helps": "changed"})
    assert page.status == 422
    ticked = [one.get("name") for one in page.tree.all("input") if one.get("checked") is not None]
    assert ticked == ["part.helps"]
    assert OFFER in table.phone.get("/welcome").links


def test_who_changed_an_answer_shares_it_anew_instead(table, after_months, clock) -> None:
    says(table.side, clock, {"wish_place": given("inside")})
    assert OFFER not in table.phone.get("/welcome").links
    assert table.phone.get("/profile").says("still sees what you shared before")


def test_for_a_new_talk_a_few_taps_share_what_was_shared_last_time(
    app, table, archive, municipality, fatima, clock
) -> None:
    shared_days_ago(table, clock, 30)
    clock.wait(seconds=1)
    invited = _invited_again(table.invited.client, Desk(archive, municipality.id, fatima), clock)
    assert table.talk().says("Amira is invited.")
    phone = Person(app)
    comes_in(phone, invited)
    taps(phone.get("/welcome").follow(OFFER))
    page = table.talk()
    assert page.says("Begin with", "Helping", "still right today", "Last time")
    assert not page.says("Amira is invited.")


def _invited_again(client: Client, desk: Desk, clock) -> Invited:
    wanted = Appointment(client.name, "en", client.birth_year, clock() + timedelta(days=7), "Balie 3")
    again, opener = invite_again(desk, client.id, wanted, PEPPER.encode(), clock())
    assert opener is not None
    return Invited(again, opener)
