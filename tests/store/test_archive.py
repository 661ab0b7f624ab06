"""The archive: walls, turns, and what a stolen file tells."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from kompas.casework.people import Client
from kompas.conversation.answers import given as says
from kompas.store import engines
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Archive, Contradiction
from kompas.store.away import ArchiveBusy
from kompas.store.clients import add_client, change_client, clients_of
from kompas.store.clients import client as client_of
from kompas.store.invitations import add_invitation, invitation_by_code, newest_invitation
from kompas.store.profile_versions import add_version, newest_version, shared_clients
from kompas.store.sealing import KeyGone, SealBroken
from kompas.store.tables import answer as answer_table
from kompas.store.tables import client as client_table
from kompas.store.verdicts import add_verdict, verdicts_of
from kompas.store.views import add_view, views_of
from tests.databases import fresh
from tests.store.conftest import MASTER_KEYS, migrate_both
from tests.store.people import (
    NOW,
    Municipality,
    a_client,
    a_municipality,
    a_verdict,
    a_version,
    a_view,
    an_invitation,
    an_invited_client,
)


def test_an_organisation_cannot_read_another_ones_client(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    invitation = an_invitation(samira)
    with archive.writing(maasstad.id) as records:
        append_answer(records, samira.id, "situation", says("looking_now"), NOW)
        add_invitation(records, invitation)
        add_version(records, samira.id, a_version())
        add_verdict(records, samira.id, a_verdict())
        add_view(records, samira.id, a_view(maasstad))
    with archive.reading(a_municipality(archive).id) as records:
        assert client_of(records, samira.id) is None
        assert clients_of(records, samira.caseworker_id) == []
        assert answers_of(records, samira.id) == {}
        assert invitation_by_code(records, invitation.code_hash) is None
        assert newest_invitation(records, samira.id) is None
        assert newest_version(records, samira) is None
        assert shared_clients(records, [samira.id]) == {}
        assert verdicts_of(records, samira.id) == []
        assert views_of(records, samira.id) == []


def test_an_organisation_cannot_write_to_another_ones_client(archive: Archive, samira: Client) -> None:
    other = a_municipality(archive)
    with pytest.raises(KeyGone), archive.writing(other.id) as records:
        append_answer(records, samira.id, "situation", says("looking_now"), NOW)
    with pytest.raises(KeyGone), archive.writing(other.id) as records:
        change_client(records, samira)
    with pytest.raises(Contradiction), archive.writing(other.id) as records:
        add_invitation(records, an_invitation(samira))


def test_a_swapped_ciphertext_is_found(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        for slot in ("needs", "wishes"):
            append_answer(records, samira.id, slot, says("dutch"), NOW)
    of_samira = answer_table.c.client_id == samira.id
    with archive.facts.begin() as connection:
        first = answer_table.select().where(of_samira, answer_table.c.position == 1)
        stolen = connection.execute(first).one().sealed
        connection.execute(answer_table.update().where(of_samira, answer_table.c.position == 2).values(sealed=stolen))
    with pytest.raises(SealBroken), archive.reading(maasstad.id) as records:
        answers_of(records, samira.id)


def test_a_name_moved_to_another_client_is_found(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    yusuf = an_invited_client(archive, maasstad, name="Yusuf")
    with archive.facts.begin() as connection:
        stolen = connection.execute(client_table.select().where(client_table.c.client_id == yusuf.id)).one().sealed
        connection.execute(client_table.update().where(client_table.c.client_id == samira.id).values(sealed=stolen))
    with pytest.raises(SealBroken), archive.reading(maasstad.id) as records:
        client_of(records, samira.id)


def test_the_raw_database_file_holds_no_name_or_answer(tmp_path: Path) -> None:
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, MASTER_KEYS)
    maasstad = a_municipality(archive, oidc_client_secret="CANARY-secret", promises_signed_by="CANARY-signer")
    samira = a_client(maasstad, name="CANARY-name", talk_place="CANARY-place", language="xq", birth_year=31847)
    with archive.writing(maasstad.id) as records:
        add_client(records, samira)
        append_answer(records, samira.id, "CANARY-slot", says("CANARY-option"), NOW)
        shown, choices = {"statements": ["CANARY-shown"]}, {"CANARY-line": "keep"}
        add_version(records, samira.id, a_version(shown=shown, choices=choices))
        add_verdict(records, samira.id, a_verdict(statement_id="CANARY-statement", words="CANARY-words"))
        add_view(records, samira.id, a_view(maasstad))
    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(files["facts.db-wal"]) > 10_000, "the log that SQLite writes first is read too"
    archive.close()
    everything = b"".join([*files.values(), *(file.read_bytes() for file in tmp_path.iterdir())])
    for canary in (b"CANARY", b"Fatima", b"31847", maasstad.caseworker.subject.encode(), b"seen_differently"):
        assert canary not in everything
    assert b"Gemeente Maasstad" in everything, "the search itself works"


def test_sqlite_forgets_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    databases = fresh("sqlite", tmp_path)
    archive = Archive(*databases, MASTER_KEYS)
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    for database in (archive.facts, archive.keys.engine):
        with database.connect() as connection:
            assert {name: connection.scalar(text(f"PRAGMA {name}")) for name in expected} == expected
    archive.close()


def test_a_writer_takes_its_turn_at_once_and_a_reader_waits_for_nobody(tmp_path: Path) -> None:
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, MASTER_KEYS)
    maasstad = a_municipality(archive)
    other = sqlite3.connect(tmp_path / "facts.db", timeout=0)
    with archive.writing(maasstad.id), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    with archive.reading(maasstad.id) as records:
        assert clients_of(records, maasstad.caseworker.id) == []
    other.close()
    archive.close()


def test_a_database_that_another_program_keeps_is_busy_and_not_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "SECONDS_TO_WAIT", 0.1)
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, MASTER_KEYS)
    maasstad = a_municipality(archive)
    other = sqlite3.connect(tmp_path / "facts.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveBusy), archive.writing(maasstad.id):
        pass
    other.rollback()
    other.close()
    assert an_invited_client(archive, maasstad)
    archive.close()


def test_one_transaction_inside_another_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompas.store.archive.SECONDS_TO_WAIT", 0.1)
    archive = Archive(*fresh("sqlite", tmp_path), MASTER_KEYS)
    with archive.writing("maasstad"), pytest.raises(ArchiveBusy), archive.writing("maasstad"):
        pass
    archive.close()


def test_what_belongs_to_nothing_is_refused(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with pytest.raises(Contradiction), archive.writing(maasstad.id) as records:
        add_verdict(records, samira.id, a_verdict(version=7))


def test_what_is_there_already_is_refused(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    invitation = an_invitation(samira)
    with archive.writing(maasstad.id) as records:
        add_invitation(records, invitation)
    with pytest.raises(Contradiction), archive.writing(maasstad.id) as records:
        add_invitation(records, invitation)
