"""Last time, on the client's phone: exactly what the desk still sees of it, and taken back as easily as any line."""

from datetime import timedelta

import pytest

from kompas.usecases.invite import Appointment
from kompas.usecases.invite_again import invite_again
from kompas.usecases.open_profile import open_profile
from kompas.usecases.parties import Desk, Phone
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import PEPPER
from tests.web.pages import Person
from tests.web.talks import on_the_phone, says, shares


@pytest.fixture
def desk(archive, municipality) -> Desk:
    return Desk(archive, municipality.id, municipality.caseworker)


@pytest.fixture
def her_side(archive, municipality, clock, flows) -> Phone:
    """Samira's side; she shared for a talk more than a year ago."""
    invited = an_invited_client(archive, municipality, clock, language="en")
    side = on_the_phone(archive, municipality, invited.client, flows)
    says(side, clock)
    shares(side, clock, about="keep", helps="talk")
    clock.wait(days=400)
    return side


@pytest.fixture
def phone(app, her_side, desk, clock) -> Person:
    """Samira came in with the letter for her new talk."""
    wanted = Appointment("Samira Yilmaz", "en", 1984, clock() + timedelta(days=7), "Balie 3")
    clock.wait(seconds=1)
    client, opener = invite_again(desk, her_side.client_id, wanted, PEPPER.encode(), clock())
    person = Person(app)
    comes_in(person, Invited(client, opener))
    return person


def at_the_desk(desk: Desk, her_side: Phone, clock) -> set[str]:
    before = open_profile(desk, her_side.client_id, clock()).last_time
    return {one.statement.id for one in before.items} if before else set()


def test_the_first_page_says_what_is_still_seen(phone) -> None:
    page = phone.get("/welcome")
    assert page.says("Fatima still sees what you shared for your last talk.")
    assert page.follow("See what that is").heading == "What you shared last time"


def test_both_sides_see_the_same_lines(phone, desk, her_side, clock) -> None:
    page = phone.get("/earlier")
    assert page.says("Helping", "To talk about first", "What helps me")
    assert not page.says("About me")
    before = open_profile(desk, her_side.client_id, clock()).last_time
    assert all(page.says(one.statement.name) for one in before.items)


def test_one_line_can_be_taken_back(phone, desk, her_side, clock) -> None:
    before = at_the_desk(desk, her_side, clock)
    page = phone.get("/earlier").press("Take back: Helping")
    assert page.path == "/earlier"
    assert before - at_the_desk(desk, her_side, clock) == {"strength/helping"}
    assert "Take back: Helping" not in page.buttons


def test_what_is_left_still_says_when_it_was_shared(phone, desk, her_side, clock) -> None:
    page = phone.get("/earlier")
    told, _rest = page.text.split(", for your last talk.")
    clock.wait(seconds=60)
    assert page.press("Take back: Helping").text.startswith(told)
    left = open_profile(desk, her_side.client_id, clock()).last_time
    assert left is not None
    assert left.shared_at < left.version.shared_at


def test_a_part_can_be_taken_back(phone, desk, her_side, clock) -> None:
    phone.get("/earlier").press("Take back: What I am good at")
    assert not {one for one in at_the_desk(desk, her_side, clock) if one.startswith("strength/")}


def test_all_of_it_can_be_taken_back(phone, desk, her_side, clock) -> None:
    page = phone.get("/earlier").press("Take everything back")
    assert page.heading == "Nothing of last time is shared"
    assert at_the_desk(desk, her_side, clock) == set()
    assert not phone.get("/welcome").says("still sees")


def test_an_old_page_takes_back_no_other_line_than_was_read(phone, desk, her_side, clock) -> None:
    old = phone.get("/earlier")
    phone.get("/earlier").press("Take back: Helping")
    before = at_the_desk(desk, her_side, clock)
    assert old.press("Take back: Helping").status == 409
    assert at_the_desk(desk, her_side, clock) == before


def test_what_is_taken_back_of_last_time_leaves_what_is_shared_now(phone, desk, her_side, clock) -> None:
    says(her_side, clock)
    shares(her_side, clock)
    phone.get("/earlier").press("Take everything back")
    opened = open_profile(desk, her_side.client_id, clock())
    now, before = opened.profile, opened.last_time
    assert before is None
    assert now is not None
    assert "strength/helping" in {one.statement.id for one in now.items}


def test_who_shares_nothing_now_is_not_told_that_nothing_is_seen(phone) -> None:
    page = phone.get("/shared")
    assert page.says("sees nothing of your answers for this talk", "still sees what you shared for your last talk")


def test_the_log_tells_who_looked_at_last_time(phone, desk, her_side, clock) -> None:
    open_profile(desk, her_side.client_id, clock())
    assert phone.get("/earlier").follow("Who has read this?").says("Fatima Oulad, your caseworker")


def test_in_a_first_round_there_is_nothing_beside(app, archive, municipality, clock) -> None:
    person = Person(app)
    comes_in(person, an_invited_client(archive, municipality, clock, language="en"))
    assert not person.get("/welcome").says("still sees")
    assert person.get("/earlier").heading == "Nothing of last time is shared"


@pytest.mark.parametrize("number", ["9" * 5000, "²", "-1", "", "000"])
def test_a_line_that_never_stood_there_is_not_found_or_an_old_page(phone, number) -> None:
    page = phone.get("/earlier").press("Take back: Helping", what=f"line.{number}")
    assert page.status in {404, 409}
    assert phone.get("/earlier").says("Helping")
