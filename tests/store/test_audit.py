"""The audit log: whoever edits, cuts or reorders it is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import delete, func, select, update

from kompas.store.archive import Archive
from kompas.store.audit import add_deed, check_chain
from kompas.store.tables import audit
from kompas.store.witness import Seen, audit_witness
from tests.store.people import NOW, Municipality, a_municipality


def do(archive: Archive, municipality: Municipality, *deeds: str) -> None:
    for number, deed in enumerate(deeds):
        with archive.writing(municipality.id) as records:
            add_deed(records, NOW + timedelta(minutes=number), "fatima", deed, "client", "samira", origin="web")


def wrong(archive: Archive, municipality: Municipality) -> list[str]:
    with archive.reading(municipality.id) as records:
        return check_chain(records)


@pytest.fixture
def logged(archive: Archive, maasstad: Municipality) -> Municipality:
    """Maasstad with five deeds in its log."""
    do(archive, maasstad, "invited", "renewed", "opened", "agreed", "withdrew")
    return maasstad


def line(municipality: Municipality, number: int) -> tuple[object, ...]:
    return audit.c.organisation_id == municipality.id, audit.c.number == number


def test_a_log_that_nobody_touched_is_whole(archive: Archive, logged: Municipality) -> None:
    assert wrong(archive, logged) == []
    assert wrong(archive, a_municipality(archive)) == []


@pytest.mark.parametrize(
    "edit",
    [
        {"deed": "looked"},
        {"actor_id": "bram"},
        {"object_kind": "team"},
        {"object_id": "yusuf"},
        {"result": "refused"},
        {"origin": "elsewhere"},
        {"at": NOW + timedelta(microseconds=1)},
        {"link": b"x" * 32},
    ],
)
def test_an_edited_line_is_found(archive: Archive, logged: Municipality, edit: dict[str, object]) -> None:
    with archive.facts.begin() as connection:
        connection.execute(update(audit).where(*line(logged, 3)).values(edit))
    assert wrong(archive, logged)[0].startswith("Line 3 ")


def test_a_deleted_line_is_found(archive: Archive, logged: Municipality) -> None:
    with archive.facts.begin() as connection:
        connection.execute(delete(audit).where(*line(logged, 3)))
    assert wrong(archive, logged)[0] == "Between line 2 and line 4 something is missing."


def test_a_deleted_line_that_was_closed_up_is_found(archive: Archive, logged: Municipality) -> None:
    with archive.facts.begin() as connection:
        connection.execute(delete(audit).where(*line(logged, 3)))
        for number in (4, 5):
            connection.execute(update(audit).where(*line(logged, number)).values(number=number - 1))
    assert wrong(archive, logged)[0].startswith("Line 3 ")


def test_two_lines_that_changed_places_are_found(archive: Archive, logged: Municipality) -> None:
    with archive.facts.begin() as connection:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            connection.execute(update(audit).where(*line(logged, old)).values(number=new))
    assert wrong(archive, logged)[0].startswith("Line 2 ")


def test_a_log_without_its_end_is_found_by_the_witness(archive: Archive, logged: Municipality) -> None:
    with archive.facts.begin() as connection:
        connection.execute(delete(audit).where(*line(logged, 5)))
    assert wrong(archive, logged) == ["The log ends at line 4, but line 5 was there before."]


def test_an_end_that_was_cut_off_and_grew_again_is_found(archive: Archive, logged: Municipality) -> None:
    with archive.facts.begin() as connection:
        connection.execute(delete(audit).where(audit.c.organisation_id == logged.id, audit.c.number > 3))
    do(archive, logged, "opened", "opened")
    assert wrong(archive, logged) == ["Line 5 is not the line that was there before."]


def test_the_log_of_another_organisation_can_not_be_copied(archive: Archive, logged: Municipality) -> None:
    other = a_municipality(archive)
    with archive.facts.begin() as connection:
        for row in connection.execute(select(audit).where(audit.c.organisation_id == logged.id)).all():
            connection.execute(audit.insert(), {**row._mapping, "organisation_id": other.id})
    assert wrong(archive, other)


def test_deeds_at_once_stand_one_after_the_other(archive: Archive, maasstad: Municipality) -> None:
    start = Barrier(4)

    def act(_: int) -> None:
        start.wait()
        do(archive, maasstad, "opened", "agreed")

    with ThreadPoolExecutor(4) as desks:
        list(desks.map(act, range(4)))
    assert wrong(archive, maasstad) == []
    with archive.facts.connect() as connection:
        count = select(func.count()).select_from(audit).where(audit.c.organisation_id == maasstad.id)
        assert connection.scalar(count) == 8


def test_a_deed_of_a_transaction_that_failed_was_not_done(archive: Archive, logged: Municipality) -> None:
    def act_and_fail() -> None:
        with archive.writing(logged.id) as records:
            add_deed(records, NOW, "fatima", "opened", "client", "samira")
            raise TimeoutError

    with pytest.raises(TimeoutError):
        act_and_fail()
    assert wrong(archive, logged) == []


def test_the_witness_never_goes_back(archive: Archive, logged: Municipality) -> None:
    archive.witness.note(logged.id, Seen(2, b"older"))
    assert wrong(archive, logged) == []


def test_a_witness_that_missed_a_line_catches_up(archive: Archive, logged: Municipality) -> None:
    """The program stopped between the deed and its note."""
    with archive.keys.engine.connect() as connection:
        connection.execute(delete(audit_witness).where(audit_witness.c.organisation_id == logged.id))
    assert wrong(archive, logged) == []
    do(archive, logged, "opened")
    seen = archive.witness.seen(logged.id)
    assert seen is not None
    assert seen.number == 6
