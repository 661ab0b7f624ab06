"""Who has everything erased is gone, on every side; and it takes more than a tap, also where others sit."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pytest
from flask import Flask

from kompas.store.archive import Archive
from kompas.store.audit import check_chain
from kompas.store.ledger import Erasure
from kompas.usecases.enter import TRIES_PER_OPENER
from kompas.usecases.erase import erase_client
from tests.store.people import Municipality
from tests.store.raw import everything_in
from tests.store.test_erasing import rows_about
from tests.web.arrivals import an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.meanwhile import meanwhile
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table, sees_differently
from tests.web.talks import shares
from tests.web.telling import hidden

THEY_DO = "Yes, others use it too"


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    """Amira told and shared; Fatima sees one line differently."""
    table = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(table.side, clock)
    sees_differently(table.talk(), "Helping", "At the food bank too.")
    return table


def erases(phone: Person, **known: str) -> Page:
    return (
        phone.get("/profile")
        .follow("What Kompas knows about me")
        .follow("Erase everything about me")
        .press("Erase everything", known)
    )


def test_who_is_erased_is_gone_on_every_side(table: Table, archive: Archive, municipality: Municipality) -> None:
    before, open_page = table.phone.get("/profile"), table.talk()
    other_phone = Person(table.phone.app)
    comes_in(other_phone, table.invited)
    page = erases(table.phone)
    assert (page.path, page.heading) == ("/erased", "Everything about you is erased")
    for phone in (table.phone, other_phone):
        assert not phone.get("/profile").says("Amira")
    assert before.says("Helping")
    at_the_door = Person(table.phone.app).get(f"/c/{table.invited.opener.token}")
    assert not at_the_door.says("Amira")
    assert not table.desk.get("/clients").says("Amira")
    assert table.talk().status == table.desk.get("/clients/nobody").status == 404
    kept_open = sees_differently(open_page, "Keeping going", "Every day.")
    assert kept_open.says("Every day.")
    assert (kept_open.status, kept_open.heading) == (404, table.desk.get("/clients/nobody").heading)
    assert everything_in(archive.keys.engine).count(table.invited.client.id) == 1
    with archive.reading(municipality.id) as records:
        assert check_chain(records) == []


def erased_meanwhile(table: Table, archive: Archive, before: int = 1) -> AbstractContextManager[None]:
    here, who = table.side.organisation_id, table.invited.client.id
    return meanwhile(archive, lambda other: erase_client(other, here, who, datetime.now(UTC), "test"), before)


def test_who_answers_while_they_are_erased_reads_that_it_is_closed_and_leaves_nothing(
    table: Table, archive: Archive
) -> None:
    fields = hidden(table.phone, "situation") | {"choice": "not_sure_yet"}
    with erased_meanwhile(table, archive):
        page = table.phone.post("/talk/situation", fields)
    assert (page.status, page.heading) == (403, "This conversation was closed here")
    assert not page.says("is kept")
    assert not any(rows_about(archive, table.invited.client).values())


def test_who_comes_in_while_they_are_erased_reads_that_it_is_closed(table: Table, archive: Archive) -> None:
    phone = Person(table.phone.app)
    with erased_meanwhile(table, archive, before=2):
        comes_in(phone, table.invited)
    assert phone.get("/welcome").heading == "This conversation was closed here"


def test_a_link_that_somebody_sends_tells_nobody_that_they_are_erased(table: Table) -> None:
    stranger = Person(table.phone.app)
    assert (stranger.get("/erased").path, table.phone.get("/erased").path) == ("/", "/my-data")
    erases(table.phone)
    assert table.phone.get("/erased").heading == "Everything about you is erased"
    assert stranger.get("/erased").path == "/"


def test_one_tap_never_erases(table: Table) -> None:
    asked = table.phone.get("/profile").follow("What Kompas knows about me").follow("Erase everything about me")
    assert asked.says("Your talk just goes on.")
    assert asked.follow("Keep everything").says("Amira Yilmaz")
    assert table.talk().says("Amira Yilmaz")


def test_a_form_of_another_site_erases_nobody(table: Table) -> None:
    assert table.phone.post("/my-data/erase").status == 400
    assert table.talk().says("Amira Yilmaz")


def test_where_others_sit_the_code_of_the_letter_is_asked(
    app: Flask, archive: Archive, municipality: Municipality, clock: Clock
) -> None:
    """Whoever finds a computer that somebody forgot to leave can't erase them."""
    invited, phone = an_invited_client(archive, municipality, clock, language="en"), Person(app)
    somebody_else = an_invited_client(archive, municipality, clock)
    comes_in(phone, invited)
    phone.get("/device").press(THEY_DO)
    asked = phone.get("/my-data/erase")
    for wrong in ("", "NOCODE", str(invited.client.birth_year), somebody_else.opener.code):
        refused = asked.press("Erase everything", {"The code in your letter": wrong})
        assert (refused.status, refused.heading) == (422, asked.heading)
    assert refused.press("Erase everything", {"The code in your letter": invited.opener.code}).path == "/erased"


def test_wrong_codes_are_counted_there_too(
    app: Flask, archive: Archive, municipality: Municipality, clock: Clock
) -> None:
    invited, phone = an_invited_client(archive, municipality, clock, language="en"), Person(app)
    comes_in(phone, invited)
    phone.get("/device").press(THEY_DO)
    asked = phone.get("/my-data/erase")
    wrong, right = ({"The code in your letter": code} for code in ("2345678923", invited.opener.code))
    tries = [asked.press("Erase everything", wrong).status for _try in range(TRIES_PER_OPENER + 1)]
    assert tries == [422] * TRIES_PER_OPENER + [429]
    assert asked.press("Erase everything", right).status == 429
    clock.wait(minutes=14)
    phone.get("/my-data")
    clock.wait(minutes=2)
    assert asked.press("Erase everything", right).path == "/erased"


def test_sent_again_after_a_kill_in_the_middle_it_is_finished(table: Table, archive: Archive) -> None:
    asked, who = table.phone.get("/my-data/erase"), table.invited.client.id
    archive.ledger.note(Erasure(table.side.organisation_id, who, table.invited.client.created_at))
    archive.keys.erase(table.side.organisation_id, who)
    assert asked.press("Erase everything").path == "/erased"
    assert everything_in(archive.keys.engine).count(who) == 1
