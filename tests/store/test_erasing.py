"""An erased person is in no row and in no file, and neither a kill nor an old backup brings them back."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, MetaData, func, insert, select

from kompas.casework.people import Client
from kompas.conversation.answers import given as says
from kompas.store import client_keys, tables
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Archive
from kompas.store.audit import check_chain
from kompas.store.clients import clients_of
from kompas.store.invitations import add_invitation
from kompas.store.ledger import Erasure
from kompas.store.paper import add_typed
from kompas.store.profile_versions import add_version
from kompas.store.sessions import find_session, start_session
from kompas.store.verdicts import add_verdict
from kompas.store.views import add_view
from kompas.usecases.erase import erase_client, finish_erasures, replay_erasures
from kompas.usecases.problems import NotFound
from tests.databases import fresh
from tests.store.conftest import MASTER_KEYS, migrate_both
from tests.store.people import (
    NOW,
    Municipality,
    a_municipality,
    a_verdict,
    a_version,
    a_view,
    an_invitation,
    an_invited_client,
)
from tests.store.raw import everything_in
from tests.store.test_client_keys import on_disk
from tests.store.test_wiping import sealed

STAYS = {"organisation", "team", "staff", "region", "support", "attempt", "audit"}
"""Tables in which no row is anybody's who was invited."""


def with_everything(archive: Archive, maasstad: Municipality, name: str = "Samira Yilmaz") -> Client:
    """A client with a row in every table that can hold one."""
    one = an_invited_client(archive, maasstad, name=name)
    with archive.writing(maasstad.id) as records:
        append_answer(records, one.id, "situation", says("looking_now"), NOW)
        add_typed(records, one.id, {"words": says("I sing.")}, "Fatima", NOW)
        add_version(records, one.id, a_version())
        add_verdict(records, one.id, a_verdict())
        add_view(records, one.id, a_view(maasstad))
        add_invitation(records, an_invitation(one))
        start_session(records, f"hash of {one.id}", b"sealed", "client", one.id, NOW, NOW.replace(year=2028))
    return one


def rows_about(archive: Archive, one: Client) -> dict[str, int]:
    """In each table of facts that may hold something of a client, how much there is of this one."""
    found = {}
    with archive.facts.connect() as connection:
        for table in tables.metadata.sorted_tables:
            if table.name not in STAYS:
                theirs = table.c.get("client_id", table.c.get("subject_id"))
                found[table.name] = connection.scalar(select(func.count()).where(theirs == one.id)) or 0
    return found


def test_nothing_is_left_of_who_is_erased_and_nobody_else_is_touched(archive: Archive, maasstad: Municipality) -> None:
    samira, yusuf = with_everything(archive, maasstad), with_everything(archive, maasstad, name="Yusuf")
    before = rows_about(archive, yusuf)
    assert all(rows_about(archive, samira).values())
    erase_client(archive, maasstad.id, samira.id, NOW, "client")
    assert not any(rows_about(archive, samira).values())
    assert rows_about(archive, yusuf) == before
    with archive.reading(maasstad.id) as records:
        assert clients_of(records, maasstad.caseworker.id) == [yusuf]
        assert answers_of(records, yusuf.id) == {"situation": says("looking_now")}
        assert find_session(records, f"hash of {samira.id}") is None
        assert check_chain(records) == []
    with pytest.raises(NotFound):
        erase_client(archive, maasstad.id, samira.id, NOW, "client")


Rows = Mapping[str, list[dict[str, Any]]]


def backup(engine: Engine, schema: MetaData) -> Rows:
    """Every row of this database, as a backup of this moment holds it."""
    with engine.connect() as connection:
        rows = {table.name: connection.execute(table.select()).mappings() for table in schema.sorted_tables}
        return {name: [dict(row) for row in found] for name, found in rows.items()}


def put_back(engine: Engine, schema: MetaData, saved: Rows) -> None:
    """The database is what it was at the moment of the backup."""
    with engine.begin() as connection:
        for table in reversed(schema.sorted_tables):
            connection.execute(table.delete())
        for table in schema.sorted_tables:
            if saved[table.name]:
                connection.execute(insert(table), saved[table.name])


def is_gone(archive: Archive, maasstad: Municipality, one: Client) -> bool:
    left = everything_in(archive.keys.engine).count(one.id)
    with archive.reading(maasstad.id) as records:
        whole = check_chain(records) == []
    return whole and not any(rows_about(archive, one).values()) and left == 1  # the line in the ledger


def test_a_backup_that_is_put_back_brings_nobody_back(own_archive: Archive) -> None:
    archive, maasstad = own_archive, a_municipality(own_archive)
    samira, yusuf = with_everything(archive, maasstad), with_everything(archive, maasstad, name="Yusuf")
    facts = backup(archive.facts, tables.metadata)
    erase_client(archive, maasstad.id, samira.id, NOW, "client")
    put_back(archive.facts, tables.metadata, facts)
    with archive.reading(maasstad.id) as records:
        assert clients_of(records, maasstad.caseworker.id) == [yusuf]  # nothing opens, even before
    assert finish_erasures(archive, NOW) == 1
    assert not any(rows_about(archive, samira).values())
    assert all(rows_about(archive, yusuf).values())
    assert finish_erasures(archive, NOW) == 0


@pytest.mark.parametrize("known_by", ["the log of deeds", "a list that was kept apart"])
def test_a_key_store_that_is_put_back_brings_nobody_back(own_archive: Archive, known_by: str) -> None:
    archive, maasstad = own_archive, a_municipality(own_archive)
    samira = with_everything(archive, maasstad)
    facts, keys = (
        backup(archive.facts, tables.metadata),
        backup(archive.keys.engine, client_keys.metadata),
    )
    erase_client(archive, maasstad.id, samira.id, NOW, "client")
    put_back(archive.keys.engine, client_keys.metadata, keys)
    kept: list[Erasure] = []
    if known_by == "a list that was kept apart":
        put_back(archive.facts, tables.metadata, facts)
        kept = [Erasure(maasstad.id, samira.id, NOW)]
    replay_erasures(archive, kept, NOW)
    assert is_gone(archive, maasstad, samira)


def only_noted(archive: Archive, maasstad: Municipality, one: Client) -> None:
    archive.ledger.note(Erasure(maasstad.id, one.id, NOW))


def with_the_key_gone(archive: Archive, maasstad: Municipality, one: Client) -> None:
    only_noted(archive, maasstad, one)
    archive.keys.erase(maasstad.id, one.id)


@pytest.mark.parametrize("so_far", [only_noted, with_the_key_gone])
def test_a_kill_in_the_middle_is_finished_at_the_next_start(
    archive: Archive, maasstad: Municipality, so_far: Callable[[Archive, Municipality, Client], None]
) -> None:
    samira, yusuf = with_everything(archive, maasstad), with_everything(archive, maasstad, name="Yusuf")
    so_far(archive, maasstad, samira)
    finish_erasures(archive, NOW)
    assert is_gone(archive, maasstad, samira)
    assert all(rows_about(archive, yusuf).values())


def test_who_is_erased_is_gone_from_the_files_and_their_logs(tmp_path: Path) -> None:
    """On SQLite, where the files are ours. PostgreSQL clears its own (vacuum); the key is gone there too."""
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, MASTER_KEYS)
    maasstad = a_municipality(archive)
    samira = with_everything(archive, maasstad)
    about = (table for table in tables.metadata.sorted_tables if "client_id" in table.c and table.name != "invitation")
    before = [piece for table in about for piece in sealed(archive, table)]
    with archive.keys.engine.connect() as connection:
        key = client_keys.client_key.c
        before += connection.scalars(select(key.wrapped).where(key.owner_id == samira.id))
    assert all(piece in on_disk(tmp_path) for piece in before)
    erase_client(archive, maasstad.id, samira.id, NOW, "client")
    assert not [piece for piece in before if piece in on_disk(tmp_path)]
    archive.close()
