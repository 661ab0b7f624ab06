"""The door: a link or a code, a year of birth on a new device, and nothing told to who has neither."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256

import pytest
from flask import Flask

from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.usecases.codes import code_shown
from kompas.usecases.invite import renew, withdraw
from kompas.usecases.parties import Desk
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import PEPPER, Clock
from tests.web.pages import Person

BORN = 1984


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def desk(archive: Archive, municipality: Municipality) -> Desk:
    return Desk(archive, municipality.id, municipality.caseworker)


def test_a_link_and_a_year_of_birth_open_the_conversation(anyone: Person, amira: Invited) -> None:
    page = comes_in(anyone, amira)
    assert page.path == "/welcome"
    assert page.says("Samira", "Stadskantoor, balie 3")


def test_the_link_is_gone_from_the_address_after_the_first_page(anyone: Person, amira: Invited) -> None:
    page = anyone.get(f"/c/{amira.opener.token}").press("Open")
    assert amira.opener.token not in page.address


def test_opening_the_link_tells_no_name_and_uses_nothing_up(anyone: Person, amira: Invited) -> None:
    for _ in range(3):
        page = anyone.get(f"/c/{amira.opener.token}")
        assert not page.says("Samira")
    assert comes_in(anyone, amira).path == "/welcome"


@pytest.mark.parametrize("typed", [str.lower, str.upper, lambda code: f" {code[:4]}-{code[4:7]}-{code[7:]} "])
def test_the_code_can_be_typed_in_any_case_with_or_without_dashes(anyone: Person, amira: Invited, typed) -> None:
    page = anyone.get("/").press("Go on", code=typed(amira.opener.code))
    assert page.press("Go on", birth_year=str(BORN)).path == "/welcome"


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"], ids=["Arabic", "Persian", "Hindi"])
def test_code_and_year_can_be_typed_in_the_digits_of_ones_own_script(anyone: Person, amira: Invited, digits) -> None:
    own = str.maketrans("0123456789", digits)
    page = anyone.get("/").press("Go on", code=amira.opener.code.translate(own))
    assert page.press("Go on", birth_year=str(BORN).translate(own)).path == "/welcome"


@pytest.mark.parametrize("typed", ["¹⁹⁸⁴", "①⑨⑧④"])
def test_signs_that_only_look_like_a_year_are_asked_again_and_count_as_no_try(anyone: Person, amira, typed) -> None:
    page = anyone.get(f"/c/{amira.opener.token}").press("Open").press("Go on", birth_year=typed)
    assert page.says("Write four numbers")


def test_a_device_that_is_known_is_not_asked_for_the_year_again(anyone: Person, amira: Invited) -> None:
    comes_in(anyone, amira)
    assert anyone.get(f"/c/{amira.opener.token}").press("Open").path == "/talk/situation"


def test_another_device_is_asked_for_the_year(app: Flask, anyone: Person, amira: Invited) -> None:
    comes_in(anyone, amira)
    page = Person(app).get(f"/c/{amira.opener.token}").press("Open")
    assert not page.says("Samira")
    assert page.press("Go on", birth_year=str(BORN)).path == "/welcome"


def test_wrong_expired_withdrawn_and_never_made_look_the_same(
    app: Flask, amira: Invited, desk: Desk, clock: Clock
) -> None:
    def tries(token: str, year: str) -> tuple[int, str]:
        page = Person(app).get(f"/c/{token}").press("Open").press("Go on", birth_year=year)
        return page.status, page.text

    never_made = tries("x" * 43, str(BORN))
    another_year = tries(amira.opener.token, "1990")
    old = amira.opener.token
    renewed = renew(desk, amira.client.id, PEPPER.encode(), clock())
    replaced = tries(old, str(BORN))
    withdraw(desk, amira.client.id, clock())
    withdrawn = tries(renewed.token, str(BORN))
    fresh = renew(desk, amira.client.id, PEPPER.encode(), clock())
    clock.wait(days=90)
    expired = tries(fresh.token, str(BORN))
    assert {never_made, another_year, replaced, withdrawn, expired} == {never_made}
    assert never_made[0] == 422


def test_renewing_ends_the_conversation_on_the_old_device(
    anyone: Person, amira: Invited, desk: Desk, clock: Clock
) -> None:
    comes_in(anyone, amira)
    renew(desk, amira.client.id, PEPPER.encode(), clock())
    assert anyone.get("/talk").heading == "This conversation was closed here"
    assert anyone.get("/talk").path == "/"


def test_a_year_that_is_no_year_is_asked_again_and_counts_as_no_try(anyone: Person, amira: Invited) -> None:
    page = anyone.get(f"/c/{amira.opener.token}").press("Open")
    for _ in range(12):
        page = page.press("Go on", birth_year="88")
        assert page.status == 422
    assert page.press("Go on", birth_year=str(BORN)).path == "/welcome"


def test_guessing_years_is_slowed_down_and_does_not_lock_out_for_good(app: Flask, amira: Invited, clock: Clock) -> None:
    def tries(year: str) -> int:
        return Person(app).get(f"/c/{amira.opener.token}").press("Open").press("Go on", birth_year=year).status

    assert [tries(str(1950 + guess)) for guess in range(11)] == [422] * 10 + [429]
    assert tries(str(BORN)) == 429
    clock.wait(minutes=16)
    assert tries(str(BORN)) == 200


def test_who_has_link_and_code_of_a_letter_has_the_tries_of_one(app: Flask, amira: Invited, desk: Desk, clock) -> None:
    def by_link(year: str, token: str) -> int:
        return Person(app).get(f"/c/{token}").press("Open").press("Go on", birth_year=year).status

    def by_code(year: str, code: str) -> int:
        return Person(app).get("/").press("Go on", code=code).press("Go on", birth_year=year).status

    old = amira.opener
    tried = [by_link(str(1950 + guess), old.token) for guess in range(6)]
    tried += [by_code(str(1960 + guess), old.code) for guess in range(5)]
    assert tried == [422] * 10 + [429]
    assert by_link(str(BORN), old.token) == 429
    fresh = renew(desk, amira.client.id, PEPPER.encode(), clock())
    assert by_link(str(BORN), fresh.token) == 200, "a new letter opens at once"


@pytest.mark.parametrize("kind", ["open", "withdrawn meanwhile", "never made"])
def test_how_many_tries_there_are_tells_nothing(app: Flask, amira: Invited, desk: Desk, clock, kind) -> None:
    def tries(guess: int) -> int:
        if guess == 4 and kind == "withdrawn meanwhile":
            withdraw(desk, amira.client.id, clock())
        token = "x" * 43 if kind == "never made" else amira.opener.token
        return Person(app).get(f"/c/{token}").press("Open").press("Go on", birth_year="1950").status

    assert [tries(guess) for guess in range(11)] == [422] * 10 + [429]


def test_one_home_counts_as_one_address_however_many_its_line_has(app: Flask, amira: Invited) -> None:
    def tries(address: str) -> int:
        person = Person(app)
        person.client.environ_base["REMOTE_ADDR"] = address
        return person.get("/").press("Go on", code=secrets.token_hex(5)).press("Go on", birth_year=str(BORN)).status

    assert [tries(f"2001:db8:1:2::{number:x}") for number in range(31)] == [422] * 30 + [429]
    assert tries("2001:db8:1:3::1") == 422


def test_an_address_that_failed_can_not_be_read_back_and_is_forgotten(
    app: Flask, archive: Archive, amira: Invited, clock: Clock
) -> None:
    def tries() -> list[str]:
        Person(app).get("/").press("Go on", code=amira.opener.code).press("Go on", birth_year="1990")
        with archive.facts.connect() as connection:
            return list(connection.exec_driver_sql("SELECT scope FROM attempt").scalars())

    guessed = {sha256(b"127.0.0.1").hexdigest(), code_shown(amira.opener.code, PEPPER.encode()).fingerprint}
    first = tries()
    assert len(first) == 3
    assert not [one for one in first if one.rpartition(" ")[2] in guessed]
    clock.wait(minutes=16)
    assert len(tries()) == 3


def test_a_link_opens_in_a_library_where_others_mistyped_their_codes(app: Flask, amira: Invited, clock: Clock) -> None:
    def types(code: str) -> int:
        return Person(app).get("/").press("Go on", code=code).press("Go on", birth_year=str(BORN)).status

    assert [types(f"WRNG{number:06}") for number in range(31)] == [422] * 30 + [429]
    assert types(amira.opener.code) == 429
    assert comes_in(Person(app), amira).path == "/welcome"


def test_made_up_links_are_slowed_down_by_address_and_a_real_one_opens_there_all_the_same(
    app: Flask, amira: Invited
) -> None:
    def tries(token: str, year: int) -> int:
        return Person(app).get(f"/c/{token}").press("Open").press("Go on", birth_year=str(year)).status

    assert [tries(secrets.token_urlsafe(32), BORN) for _ in range(31)] == [422] * 30 + [429]
    assert tries(amira.opener.token, 1950) == 429, "a link that exists looks like one that doesn't"
    assert tries(amira.opener.token, BORN) == 200


def test_closing_on_a_computer_leaves_nothing_open(anyone: Person, amira: Invited) -> None:
    comes_in(anyone, amira).press("Stop for now")
    page = anyone.get("/talk")
    assert page.path == "/"
    assert page.says("Open your personal link again")


def test_the_privacy_page_names_purpose_ground_and_time_of_every_question(
    anyone: Person, flows: Mapping[str, Flow]
) -> None:
    page = anyone.get("/privacy")
    for chapter in flows["kompas"].chapters:
        folded = next(one for one in page.tree.all("details") if chapter.title in page.tree.text(one))
        for one in chapter.questions:
            for said in (one.purpose, one.ground, str(one.keep)):
                assert said in page.tree.text(folded)


def test_the_privacy_page_tells_first_how_long_and_which_rights(anyone: Person, municipality: Municipality) -> None:
    page = anyone.get("/privacy")
    told = ["How long we keep it", "12 months", "2 years", "Your rights", "erase everything", "What we ask, and why"]
    assert [page.text.index(one) for one in told] == sorted(page.text.index(one) for one in told)


def test_a_session_never_lasts_longer_than_the_letter(anyone: Person, amira: Invited, clock: Clock) -> None:
    clock.moment = amira.client.talk_at + timedelta(days=60, minutes=-1)
    comes_in(anyone, amira)
    assert anyone.get("/talk").path == "/talk/situation"
    clock.wait(minutes=2)
    assert anyone.get("/talk").heading == "This conversation was closed here"
    assert anyone.get("/talk").path == "/"
