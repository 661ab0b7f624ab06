"""A database that is away: one name for it, whichever way it went, and back without anybody starting anything."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from kompas.casework.people import Client
from kompas.conversation.answers import given as says
from kompas.store import engines
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Archive
from kompas.store.away import ArchiveAway, ArchiveBusy
from kompas.store.organisations import organisation_by_host
from tests.databases import Databases, fresh
from tests.store.conftest import MASTER_KEYS, migrate_both
from tests.store.people import NOW, Municipality, a_municipality, an_invited_client


@pytest.fixture
def files(tmp_path: Path) -> Databases:
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    return databases


@pytest.fixture
def on_sqlite(files: Databases) -> Iterator[Archive]:
    archive = Archive(*files, MASTER_KEYS)
    yield archive
    archive.close()


def test_a_file_that_went_away_is_away_and_is_found_again(files: Databases, tmp_path: Path) -> None:
    archive = Archive(*files, MASTER_KEYS)
    maasstad = a_municipality(archive)
    archive.close()
    (tmp_path / "facts.db").rename(tmp_path / "elsewhere.db")
    (tmp_path / "facts.db").mkdir()
    with pytest.raises(ArchiveAway), archive.reading(maasstad.id):
        pass
    (tmp_path / "facts.db").rmdir()
    (tmp_path / "elsewhere.db").rename(tmp_path / "facts.db")
    assert an_invited_client(archive, maasstad)
    archive.close()


def test_a_file_that_can_not_be_read_is_away(files: Databases, tmp_path: Path) -> None:
    (tmp_path / "facts.db").write_bytes(b"Once upon a time. " * 1000)
    archive = Archive(*files, MASTER_KEYS)
    with pytest.raises(ArchiveAway), archive.reading("maasstad"):
        pass
    with pytest.raises(ArchiveAway), archive.writing("maasstad"):
        pass


def test_a_full_disk_stores_nothing_and_is_away(on_sqlite: Archive) -> None:
    maasstad = a_municipality(on_sqlite)
    samira = an_invited_client(on_sqlite, maasstad)
    with pytest.raises(ArchiveAway):
        _answers_much(on_sqlite, maasstad, samira)
    with on_sqlite.reading(maasstad.id) as records:
        assert answers_of(records, samira.id) == {}


def _answers_much(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        records.read(text("PRAGMA max_page_count=1"))  # what it has now: it may not grow
        for number in range(500):
            append_answer(records, samira.id, f"slot {number}", says("x" * 200), NOW)


def test_a_disk_that_only_reads_is_away_for_who_writes(on_sqlite: Archive) -> None:
    maasstad = a_municipality(on_sqlite)
    with on_sqlite.writing(maasstad.id) as records:
        records.read(text("PRAGMA query_only=ON"))
    with pytest.raises(ArchiveAway):
        an_invited_client(on_sqlite, maasstad)


def test_a_key_store_that_is_away_has_the_same_name(files: Databases, tmp_path: Path) -> None:
    archive = Archive(*files, MASTER_KEYS)
    maasstad = a_municipality(archive)
    archive.close()
    (tmp_path / "keys.db").unlink()
    (tmp_path / "keys.db").mkdir()
    with pytest.raises(ArchiveAway):
        an_invited_client(archive, maasstad)
    archive.close()


def test_a_mistake_of_the_program_keeps_its_own_name(on_sqlite: Archive) -> None:
    with pytest.raises(SQLAlchemyError), on_sqlite.reading("maasstad") as records:
        records.read(text("SELECT nothing FROM nowhere"))


def test_connections_that_are_all_in_use_are_a_busy_database(on_sqlite: Archive) -> None:
    pool = on_sqlite.facts.pool
    pool._timeout = 0.01  # type: ignore[attr-defined]
    held = [on_sqlite.facts.connect() for _ in range(15)]
    with pytest.raises(ArchiveBusy), on_sqlite.reading("maasstad"):
        pass
    for one in held:
        one.close()
    with on_sqlite.reading("maasstad"):
        pass


def test_no_server_there_is_away() -> None:
    nobody = "postgresql+psycopg://kompas@127.0.0.1:9/kompas"
    archive = Archive(nobody, nobody, MASTER_KEYS)
    with pytest.raises(ArchiveAway), archive.reading("maasstad"):
        pass


def test_a_server_that_says_nothing_is_not_waited_for_longer_than_the_address_says() -> None:
    url = "postgresql+psycopg://127.0.0.1/kompas"
    assert engines._patience(url)["connect_timeout"] == engines.SECONDS_TO_CONNECT
    assert "connect_timeout" not in engines._patience(f"{url}?connect_timeout=60")


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.postgresql
class TestPostgreSQL:
    @pytest.fixture
    def maasstad(self, own_archive: Archive) -> Municipality:
        return a_municipality(own_archive)

    def test_a_server_that_stops_in_the_middle_is_away_and_nothing_is_kept(
        self, own_archive: Archive, migrated: Databases, maasstad: Municipality
    ) -> None:
        samira = an_invited_client(own_archive, maasstad)
        with pytest.raises(ArchiveAway):
            _answers_while_it_stops(own_archive, migrated, maasstad, samira, once_more=True)
        with own_archive.writing(maasstad.id) as records:
            assert answers_of(records, samira.id) == {}
            assert append_answer(records, samira.id, "situation", says("looking_now"), NOW)

    def test_a_server_that_stops_before_the_commit_is_away(
        self, own_archive: Archive, migrated: Databases, maasstad: Municipality
    ) -> None:
        samira = an_invited_client(own_archive, maasstad)
        with pytest.raises(ArchiveAway):
            _answers_while_it_stops(own_archive, migrated, maasstad, samira, once_more=False)
        with own_archive.reading(maasstad.id) as records:
            assert answers_of(records, samira.id) == {}

    def test_a_server_that_only_stands_by_is_away_until_another_one_is_found(
        self, own_archive: Archive, migrated: Databases, maasstad: Municipality
    ) -> None:
        name = migrated.facts.partition("?")[0].rpartition("/")[2]
        _as_administrator(migrated, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        _as_administrator(migrated, _END_ALL)
        with pytest.raises(ArchiveAway):
            an_invited_client(own_archive, maasstad)
        _as_administrator(
            migrated,
            "SET default_transaction_read_only = off",
            f"ALTER DATABASE {name} SET default_transaction_read_only = off",
        )
        assert an_invited_client(own_archive, maasstad), "the connection that could only read was given up"

    def test_a_server_that_admits_nobody_is_away(
        self, own_archive: Archive, migrated: Databases, maasstad: Municipality
    ) -> None:
        name = migrated.facts.partition("?")[0].rpartition("/")[2]
        _as_administrator(migrated, _END_ALL)
        _as_administrator(migrated, f"ALTER DATABASE {name} RENAME TO {name}_away", outside=True)
        with pytest.raises(ArchiveAway), own_archive.reading(maasstad.id):
            pass
        _as_administrator(migrated, f"ALTER DATABASE {name}_away RENAME TO {name}", outside=True)
        assert an_invited_client(own_archive, maasstad)


def _answers_while_it_stops(
    archive: Archive, databases: Databases, maasstad: Municipality, client: Client, *, once_more: bool
) -> None:
    with archive.writing(maasstad.id) as records:
        append_answer(records, client.id, "situation", says("looking_now"), NOW)
        _as_administrator(databases, _END_ALL)
        if once_more:
            append_answer(records, client.id, "hours", says("17-24"), NOW)


_END_ALL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def _as_administrator(databases: Databases, *statements: str, outside: bool = False) -> None:
    """`outside`: in another database of the server."""
    url = databases.facts.replace("+psycopg", "")
    if outside:
        address, question, rest = url.partition("?")
        url = f"{address.rpartition('/')[0]}/postgres{question}{rest}"
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def test_an_organisation_that_was_seen_before_is_known_while_the_database_is_away(
    files: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kompas.store.organisations._SECONDS_REMEMBERED", 0)
    archive = Archive(*files, MASTER_KEYS)
    maasstad = a_municipality(archive, host="kompas.maasstad.example")
    assert organisation_by_host(archive, "kompas.maasstad.example")
    archive.close()
    (tmp_path / "facts.db").rename(tmp_path / "elsewhere.db")
    (tmp_path / "facts.db").mkdir()
    known = organisation_by_host(archive, "kompas.maasstad.example")
    assert known
    assert known.id == maasstad.id
    with pytest.raises(ArchiveAway):
        organisation_by_host(archive, "never.seen.example")
    (tmp_path / "facts.db").rmdir()
    (tmp_path / "elsewhere.db").rename(tmp_path / "facts.db")
    assert organisation_by_host(archive, "never.seen.example") is None
    archive.close()


def test_a_file_kept_by_another_program_is_busy(files: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "SECONDS_TO_WAIT", 0.1)
    archive = Archive(*files, MASTER_KEYS)
    other = sqlite3.connect(files.keys.removeprefix("sqlite:///"))
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ArchiveBusy):
        a_municipality(archive)
    other.rollback()
    other.close()
    assert a_municipality(archive)
    archive.close()
