"""The caseload: my clients and nobody else's, invited or shared, by the date of the talk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kompas.casework.people import Client
from kompas.store.staff import change_caseworker
from kompas.usecases.caseload import CaseloadRow
from kompas.web.caseload import by_period, goes_by
from tests.store.counting import statements
from tests.store.people import a_client, an_invited_client
from tests.web.arrivals import an_invited_client as a_client_with_a_letter
from tests.web.arrivals import comes_in, signs_in
from tests.web.pages import Person
from tests.web.talks import on_the_phone, says, shares


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    """Fatima's."""
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def invites(archive, municipality, fatima, clock):
    def invite(name: str = "Amira Yilmaz", days: float = 1, caseworker=fatima) -> Client:
        talk_at = clock() + timedelta(days=days)
        return an_invited_client(archive, municipality, name=name, talk_at=talk_at, caseworker_id=caseworker.id)

    return invite


def test_a_caseworker_without_clients_reads_what_to_do(desk) -> None:
    page = desk.get("/clients")
    assert page.says("Nobody is invited yet.", "Invite a client")


def test_a_client_stands_in_the_list_with_the_talk_and_the_language(desk, invites, clock) -> None:
    client = invites("Amira Yilmaz", days=1)
    page = desk.get("/clients")
    assert page.says("Amira Yilmaz", "invited", "tomorrow", "Dutch")
    assert page.links["Amira Yilmaz"] == f"/clients/{client.id}"


def test_a_caseworker_does_not_see_another_caseload(desk, invites, municipality) -> None:
    invites("Piet Verhoeven", caseworker=municipality.caseworker)
    assert not desk.get("/clients").says("Piet Verhoeven")


def test_a_client_who_began_looks_just_like_one_who_did_not(desk, invites, archive, municipality, flows, clock) -> None:
    began, other = invites("Amira Yilmaz"), invites("Olena Kovalenko")
    before = desk.get("/clients").text
    says(on_the_phone(archive, municipality, began, flows), clock)
    after = desk.get("/clients")
    assert after.text == before
    pages = [
        desk.get(f"/clients/{one.id}").text.replace(one.name, "").replace(one.first_name, "") for one in (began, other)
    ]
    assert pages[0] == pages[1]


def test_a_language_chosen_on_the_phone_does_not_tell_the_desk_that_somebody_began(
    app, desk, archive, municipality, fatima, clock
) -> None:
    invited = a_client_with_a_letter(archive, municipality, clock, language="nl", caseworker_id=fatima.id)
    here = f"/clients/{invited.client.id}"
    before = [desk.get(address).text for address in ("/clients", here, f"{here}/invitation")]
    comes_in(Person(app, reads=""), invited).press("English")
    assert [desk.get(address).text for address in ("/clients", here, f"{here}/invitation")] == before


def test_shared_is_said_as_long_as_something_is_shared(desk, invites, archive, municipality, flows, clock) -> None:
    phone = on_the_phone(archive, municipality, invites(), flows)
    says(phone, clock)
    shares(phone, clock)
    assert desk.get("/clients").says(" shared ")
    shares(phone, clock, good_at="keep", why="keep", how="keep", helps="keep", about="keep", next="keep")
    assert desk.get("/clients").says(" invited ")


def test_a_name_is_found_by_a_part_of_it(desk, invites) -> None:
    for name in ("Amira Yılmaz", "Piet Verhoeven"):
        invites(name)
    page = desk.get("/clients").press("Search", fills={"Search by name": "yil"})
    assert page.says("Amira Yılmaz", "1 client goes by “yil”.")
    assert not page.says("Piet Verhoeven")


def test_a_name_that_nobody_has_leads_back_to_everyone(desk, invites) -> None:
    invites("Piet Verhoeven")
    page = desk.get("/clients?q=Zhang")
    assert page.says("0 clients go by “Zhang”.")
    assert page.follow("Show all clients").says("Piet Verhoeven")


@pytest.mark.parametrize("wanted", ["amira", "YILMAZ", "yılmaz a", "mir yil", ""])
def test_capitals_accents_and_order_do_not_matter(wanted) -> None:
    assert goes_by("Amira Yılmaz", wanted)


@pytest.mark.parametrize("wanted", ["samira", "amira bakker"])
def test_every_word_must_stand_in_the_name(wanted) -> None:
    assert not goes_by("Amira Yılmaz", wanted)


def test_talks_stand_by_day_in_the_zone_of_the_organisation(app, municipality) -> None:
    now = datetime(2027, 3, 1, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
    hours = {
        "late today": 0.25,
        "after midnight": 1,
        "in a week": 7 * 24 - 1,
        "later": 9 * 24,
        "last week": -150,
        "older": -900,
    }
    rows = [
        CaseloadRow(a_client(municipality, name=name, talk_at=now + timedelta(hours=away)), None)
        for name, away in hours.items()
    ]
    with app.test_request_context("/clients", base_url="http://127.0.0.1"):
        found = {str(one.title): [row.client.name for row in one.rows] for one in by_period(rows, now)}
    assert list(found.values()) == [
        ["late today"],
        ["after midnight", "in a week"],
        ["later"],
        ["last week", "older"],
    ]


def test_who_left_the_organisation_sees_nothing_any_more(desk, invites, archive, municipality, fatima) -> None:
    invites("Amira Yilmaz")
    with archive.writing(municipality.id) as records:
        change_caseworker(records, replace(fatima, active=False))
    page = desk.get("/clients")
    assert page.status == 403
    assert not page.says("Amira")


@pytest.mark.parametrize("clients", [3, 30])
def test_a_caseload_takes_few_queries_however_long_it_is(desk, invites, archive, clients) -> None:
    for number in range(clients):
        invites(f"Client {number}")
    desk.get("/clients")
    with statements(archive.facts, archive.keys.engine) as sent:
        assert desk.get("/clients").status == 200
    assert len(sent) <= 12, "\n".join(sent)
