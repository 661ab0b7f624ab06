"""Handing a client over: one colleague's from that moment, nobody else's, and the client reads it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from kompas.casework.people import Caseworker, Team
from kompas.store.staff import add_caseworker, add_team, change_caseworker
from kompas.store.tables import audit
from kompas.usecases.caseload import caseload
from kompas.usecases.open_profile import my_profile
from kompas.usecases.parties import Desk
from tests.store.people import a_caseworker, an_id
from tests.web.arrivals import Invited, an_invited_client, comes_in, signs_in
from tests.web.pages import Page, Person
from tests.web.talks import on_the_phone, says, shares


@pytest.fixture
def joris(archive, municipality) -> Caseworker:
    """In Fatima's team."""
    joris = a_caseworker(municipality.team, subject="joris", name="Joris Voorbeeld")
    with archive.writing(municipality.id) as records:
        add_caseworker(records, joris)
    return joris


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def amira(archive, municipality, fatima, clock) -> Invited:
    known = {"name": "Amira Yilmaz", "language": "en", "caseworker_id": fatima.id}
    return an_invited_client(archive, municipality, clock, **known)


def hands_over(desk: Person, amira: Invited, to: Caseworker) -> Page:
    return desk.get(f"/clients/{amira.client.id}/invitation").press("Hand over", {"Colleague": to.id})


def test_a_client_goes_to_a_colleague_and_the_list_says_so(desk, amira, joris, archive, municipality) -> None:
    page = hands_over(desk, amira, joris)
    assert page.path == "/clients"
    assert page.says("Your client is handed over.")
    assert not page.says("Amira")
    assert [row.client.name for row in caseload(Desk(archive, municipality.id, joris))] == ["Amira Yilmaz"]


def test_the_old_caseworker_finds_nothing_any_more(desk, amira, joris) -> None:
    hands_over(desk, amira, joris)
    here = f"/clients/{amira.client.id}"
    assert [desk.get(one).status for one in (here, f"{here}/invitation", f"{here}/letter")] == [404, 404, 404]


def test_a_word_from_a_page_that_was_still_open_lands_on_nobody(
    desk, amira, joris, archive, municipality, flows, clock
) -> None:
    phone = on_the_phone(archive, municipality, amira.client, flows)
    says(phone, clock)
    shares(phone, clock)
    still_open = desk.get(f"/clients/{amira.client.id}")
    hands_over(desk, amira, joris)
    typed = {"How do you see it? Amira reads this too.": "I see more in this."}
    assert still_open.press("Put both views side by side: Helping", typed).status == 404
    assert {one.standing for one in my_profile(phone).items} == {"said"}


def test_the_client_reads_who_took_over(app, desk, amira, joris, archive, municipality, flows, clock) -> None:
    phone = on_the_phone(archive, municipality, amira.client, flows)
    says(phone, clock)
    shares(phone, clock)
    hands_over(desk, amira, joris)
    person = Person(app)
    welcome = comes_in(person, amira)
    assert welcome.says("You will soon talk with Joris Voorbeeld", "Joris Voorbeeld took over from Fatima Oulad.")
    assert person.get("/readers").says("Joris Voorbeeld took over from Fatima Oulad, today")
    assert person.get("/shared").says("Joris can now see this")


def test_taking_over_is_no_opening_of_the_profile(app, desk, amira, joris) -> None:
    hands_over(desk, amira, joris)
    person = Person(app)
    comes_in(person, amira)
    assert not person.get("/readers").says("your caseworker")


def test_only_colleagues_of_the_team_who_sign_in_can_take_over(desk, amira, joris, archive, municipality) -> None:
    south = Team(an_id(), "Zuid")
    nadia, gone = a_caseworker(south, name="Nadia Proef"), replace(joris, active=False)
    with archive.writing(municipality.id) as records:
        add_team(records, south)
        add_caseworker(records, nadia)
        change_caseworker(records, gone)
    page = desk.get(f"/clients/{amira.client.id}/invitation")
    offered = {page.tree.text(one) for one in page.tree.all("option")}
    assert not {"Nadia Proef", "Joris Voorbeeld"} & offered
    for nobody in (nadia.id, gone.id, "", "nobody"):
        after = page.press("Hand over", {"Colleague": nobody})
        assert after.status == 422
        assert after.says("Choose a colleague of your team.")


def test_it_stands_in_the_audit_log_from_whom_and_to_whom(desk, amira, joris, fatima, archive, municipality) -> None:
    hands_over(desk, amira, joris)
    with archive.reading(municipality.id) as records:
        rows = records.read(select(audit).where(audit.c.organisation_id == municipality.id)).all()
    told = {(row.actor_id, row.deed, row.object_id) for row in rows}
    assert {(fatima.id, "hand over", amira.client.id), (fatima.id, "hand over to", joris.id)} <= told


def test_the_letter_keeps_opening(app, desk, amira, joris) -> None:
    hands_over(desk, amira, joris)
    assert comes_in(Person(app), amira).path == "/welcome"
