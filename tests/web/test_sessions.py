"""Sessions live where the server can end them; a cookie holds nothing but chance."""

import re
from datetime import UTC, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from kompas.store.away import ArchiveAway
from kompas.store.sessions import end_sessions_of, find_session
from kompas.usecases.organise import add_to_team, change, remove_from_staff
from tests.store.raw import everything_in
from tests.web.arrivals import an_invited_client, comes_in, signs_in
from tests.web.conftest import some_settings
from tests.web.pages import Person
from tests.web.planted import plant

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ID, VISIT = "kompas-demonstration", "kompas-demonstration-visit"


def cookie(person, name):
    found = person.client.get_cookie(name, domain=person.host)
    return found.value if found else None


def count(archive, table):
    with archive.facts.connect() as connection:
        return connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()


@pytest.fixture
def caseworker(app, provider, fatima):
    person = Person(plant(app))
    signs_in(person, provider)
    return person


@pytest.fixture
def samira(archive, municipality, clock):
    return an_invited_client(archive, municipality, clock)


@pytest.fixture
def client(app, samira):
    person = Person(plant(app))
    comes_in(person, samira)
    return person


def is_in(person, who="caseworker"):
    page = person.get(f"/planted/{who}")
    return (page.path, page.status) == (f"/planted/{who}", 200)


def test_a_session_id_has_256_bits_and_only_its_hash_is_kept(caseworker, archive, municipality):
    session_id = cookie(caseworker, ID)
    assert len(session_id) == 43
    with archive.reading(municipality.id) as records:
        assert find_session(records, sha256(session_id.encode()).hexdigest())
    assert session_id not in everything_in(archive.facts)


def test_opening_pages_writes_nothing(app, archive):
    stranger = Person(app)
    for address in ("/", "/sign-in", "/privacy", "/c/some-token"):
        stranger.get(address)
    assert count(archive, "session") == 0


def test_a_caseworkers_last_moment_is_noted_once_a_minute(caseworker, archive, clock):
    def seen():
        with archive.facts.connect() as connection:
            return connection.exec_driver_sql("SELECT max(seen_at) FROM session").scalar_one()

    first = seen()
    clock.wait(seconds=30)
    caseworker.get("/planted/caseworker")
    assert seen() == first
    clock.wait(seconds=31)
    caseworker.get("/planted/caseworker")
    assert seen() > first


def test_becoming_somebody_else_gives_a_new_id_and_the_old_one_is_dead(caseworker, app, samira):
    old = cookie(caseworker, ID)
    thief = Person(app)
    thief.client.set_cookie(ID, old, domain="127.0.0.1")
    assert is_in(thief)
    comes_in(caseworker, samira)
    assert cookie(caseworker, ID) not in {old, None}
    assert not is_in(thief)


def test_an_id_that_was_planted_before_signing_in_is_not_taken_over(app, provider, fatima):
    person = Person(plant(app))
    person.client.set_cookie(ID, "A" * 43, domain="127.0.0.1")
    signs_in(person, provider)
    assert cookie(person, ID) != "A" * 43


def test_signing_out_ends_it_on_the_server(caseworker, app):
    thief = Person(app)
    thief.client.set_cookie(ID, cookie(caseworker, ID), domain="127.0.0.1")
    page = caseworker.post("/sign-out", {"csrf_token": _token(caseworker)})
    assert page.path == "/sign-in"
    assert not is_in(thief)
    assert cookie(caseworker, ID) is None


def test_signing_out_clears_what_the_browser_kept_of_this_site(caseworker):
    response = caseworker.client.post("/sign-out", base_url="http://127.0.0.1", data={"csrf_token": _token(caseworker)})
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'


def _token(person):
    (form, *_) = person.get("/planted/anyone").tree.all("form")
    return next(one.get("value") for one in form.iter("input") if one.get("name") == "csrf_token")


def test_leaving_ends_a_clients_session_too(client, app):
    thief = Person(app)
    thief.client.set_cookie(ID, cookie(client, ID), domain="127.0.0.1")
    client.get("/planted/client").press("Nu stoppen")
    assert not is_in(thief, "client")


def test_an_idle_hour_signs_a_caseworker_out(caseworker, clock):
    clock.wait(minutes=59)
    assert is_in(caseworker)
    clock.wait(minutes=61)
    assert not is_in(caseworker)


def test_after_ten_hours_a_caseworker_signs_in_again_however_busy(caseworker, clock):
    for _ in range(19):
        clock.wait(minutes=30)
        assert is_in(caseworker)
    clock.wait(minutes=31)
    assert not is_in(caseworker)


def waits_for(clock, zone, *, day, hour):
    """Until this hour, so many days from today, where the organisation is."""
    there = clock().astimezone(zone)
    clock.moment = (there.replace(hour=hour, minute=0) + timedelta(days=day)).astimezone(UTC)


def test_on_ones_own_phone_a_client_stays_in_until_the_day_of_the_talk_is_over(client, clock):
    """Their talk is in a week."""
    waits_for(clock, AMSTERDAM, day=7, hour=23)
    assert is_in(client, "client")
    waits_for(clock, AMSTERDAM, day=1, hour=0)
    assert not is_in(client, "client")


def test_who_comes_in_after_the_talk_stays_in_for_that_day(app, samira, clock):
    waits_for(clock, AMSTERDAM, day=20, hour=9)
    client = Person(plant(app))
    comes_in(client, samira)
    waits_for(clock, AMSTERDAM, day=0, hour=23)
    assert is_in(client, "client")
    waits_for(clock, AMSTERDAM, day=1, hour=0)
    assert not is_in(client, "client")


def test_all_sessions_of_somebody_can_be_ended_at_once(app, samira, archive, municipality):
    phone, library = Person(plant(app)), Person(app)
    comes_in(phone, samira)
    comes_in(library, samira)
    with archive.writing(municipality.id) as records:
        assert end_sessions_of(records, samira.client.id) == 2
    assert not is_in(phone, "client")
    assert not is_in(library, "client")


def test_who_was_taken_off_the_staff_has_no_session_to_come_back_to(caseworker, archive, municipality):
    remove_from_staff(archive, municipality.id, "fatima")
    assert not is_in(caseworker)
    add_to_team(archive, municipality.id, municipality.team.name, "Fatima Oulad", "fatima")
    assert not is_in(caseworker)


@pytest.mark.parametrize("changes", [{"issuer": "https://elsewhere.example"}, {"contact": "010 000 00 00"}])
def test_another_provider_vouches_for_nobody_whom_the_last_one_let_in(caseworker, archive, municipality, changes):
    change(archive, municipality.id, **changes)
    assert is_in(caseworker) == ("issuer" not in changes)


def test_a_session_of_one_organisation_opens_nothing_at_another(client, app, archive):
    from tests.store.people import a_municipality

    a_municipality(archive, host="elsewhere.example")
    stranger = Person(app, "elsewhere.example")
    stranger.client.set_cookie(ID, cookie(client, ID), domain="elsewhere.example")
    assert not is_in(stranger, "client")


def test_what_a_session_remembers_can_not_be_read_without_its_cookie(caseworker, archive):
    with archive.facts.connect() as connection:
        sealed = connection.exec_driver_sql("SELECT sealed FROM session").scalar_one()
    assert b"csrf" not in sealed


def test_another_server_secret_signs_everyone_out(caseworker, make_app, tmp_path, archive):
    elsewhere = Person(plant(make_app(some_settings(tmp_path))))
    elsewhere.client.set_cookie(ID, cookie(caseworker, ID), domain="127.0.0.1")
    assert not is_in(elsewhere)


def test_a_former_server_secret_that_is_still_accepted_signs_nobody_out(caseworker, make_app, tmp_path, settings):
    renewed = some_settings(tmp_path, secret_key_fallbacks=settings.secret_key.get_secret_value())
    elsewhere = Person(plant(make_app(renewed)))
    elsewhere.client.set_cookie(ID, cookie(caseworker, ID), domain="127.0.0.1")
    assert is_in(elsewhere)


@pytest.mark.parametrize("made_up", ["", "x", "A" * 43, "%00", "../../etc/passwd", "é", "A" * 9000])
def test_a_made_up_cookie_is_nobody_and_goes_away(app, made_up):
    response = app.test_client(use_cookies=False).get(
        "/", base_url="http://127.0.0.1", headers={"Cookie": f"{ID}={made_up}; {VISIT}={made_up}"}
    )
    assert response.status_code == 200
    assert any(f"{ID}=;" in one for one in response.headers.getlist("Set-Cookie")) == bool(made_up)


def test_cookies_of_a_demonstration_are_shut_to_scripts_and_other_sites(app, samira):
    person = Person(app)
    response = person.client.get("/", base_url="http://127.0.0.1")
    (visit,) = response.headers.getlist("Set-Cookie")
    assert re.fullmatch(rf"{VISIT}=[\w.-]+; HttpOnly; Path=/; SameSite=Lax", visit)


def test_cookies_in_production_are_bound_to_the_host_and_tls(make_app, tmp_path, municipality):
    settings = some_settings(tmp_path, mode="production", public_url="https://kompas.maasstad.example")
    response = make_app(settings).test_client().get("/", base_url="https://127.0.0.1")
    (visit,) = response.headers.getlist("Set-Cookie")
    assert re.fullmatch(r"__Host-kompas-visit=[\w.-]+; Secure; HttpOnly; Path=/; SameSite=Lax", visit)


def test_knowing_who_asks_takes_one_question_to_the_archive(client, archive):
    asked = []
    client.get("/planted/client")

    def note(_connection, _cursor, statement, *_):
        asked.append(statement)

    event.listen(archive.facts, "before_cursor_execute", note)
    client.get("/planted/client")
    assert len([one for one in asked if one.startswith("SELECT")]) == 1
    assert [one for one in asked if one.startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_caseworkers_pages_open_while_their_last_moment_can_not_be_noted(caseworker, archive, clock):
    """A full disk can be read."""
    clock.wait(minutes=2)

    def refuse(_connection, _cursor, statement, *_):
        if statement.startswith("UPDATE session"):
            raise ArchiveAway("The database is away.")

    event.listen(archive.facts, "before_cursor_execute", refuse)
    assert is_in(caseworker)


def test_a_session_that_can_not_be_kept_is_told_and_changes_nothing(make_app, settings, samira, archive):
    """The language is remembered in the session itself: the answer waits for it."""
    client = Person(plant(make_app(settings)))
    comes_in(client, samira)
    page = client.get("/planted/client")

    def refuse(_connection, _cursor, statement, *_):
        if statement.startswith("UPDATE session"):
            raise ArchiveAway("The database is away.")

    event.listen(archive.facts, "before_cursor_execute", refuse)
    refused = page.press("English")
    assert refused.status == 503
    event.remove(archive.facts, "before_cursor_execute", refuse)
    assert is_in(client, "client")
