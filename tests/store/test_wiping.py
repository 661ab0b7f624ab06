"""What is wiped is in no file any more: on SQLite, where the files are ours. PostgreSQL clears its own (vacuum)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from kompas.conversation.answers import given as says
from kompas.store.answers import append_answer, wipe_answers
from kompas.store.archive import Archive
from kompas.store.profile_versions import add_version, rewrite_version
from kompas.store.tables import answer, profile_version, verdict
from kompas.store.verdicts import add_verdict, drop_verdicts
from tests.databases import fresh
from tests.store.conftest import MASTER_KEYS, migrate_both
from tests.store.people import NOW, a_municipality, a_verdict, a_version, an_invited_client
from tests.store.test_client_keys import on_disk

LONG = "Words that fill more than one page of the file. " * 300


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[Archive]:
    databases = fresh("sqlite", tmp_path)
    migrate_both(databases)
    archive = Archive(*databases, MASTER_KEYS)
    yield archive
    archive.close()


def sealed(archive: Archive, table: Table) -> list[bytes]:
    """Every sealed value in this table, in pieces: a long one is spread over pages of the file."""
    columns = [one for one in table.columns if one.name in {"sealed", "shown", "choices"}]
    with archive.facts.connect() as connection:
        values = [value for row in connection.execute(select(*columns)) for value in row]
    return [value[start : start + 64] for value in values for start in range(0, len(value) - 64, 256)]


def test_an_answer_is_gone_from_the_file_and_its_log(on_sqlite: Archive, tmp_path: Path) -> None:
    maasstad = a_municipality(on_sqlite)
    samira = an_invited_client(on_sqlite, maasstad)
    for words in ("I sing.", LONG):
        with on_sqlite.writing(maasstad.id) as records:
            append_answer(records, samira.id, "words", says(words), NOW)
    before = sealed(on_sqlite, answer)
    assert before
    assert all(piece in on_disk(tmp_path) for piece in before)
    with on_sqlite.writing(maasstad.id) as records:
        wipe_answers(records, samira.id, ["words"])
    assert not [piece for piece in before if piece in on_disk(tmp_path)]


def test_what_was_shared_and_said_of_it_is_gone_from_the_file_and_its_log(on_sqlite: Archive, tmp_path: Path) -> None:
    maasstad = a_municipality(on_sqlite)
    samira = an_invited_client(on_sqlite, maasstad)
    with on_sqlite.writing(maasstad.id) as records:
        version = add_version(records, samira.id, a_version(shown={"words": LONG}))
        said = [add_verdict(records, samira.id, a_verdict(words=words)) for words in ("Sings.", LONG[:400])]
    before = sealed(on_sqlite, profile_version) + sealed(on_sqlite, verdict)
    assert all(piece in on_disk(tmp_path) for piece in before)
    with on_sqlite.writing(maasstad.id) as records:
        rewrite_version(records, samira.id, replace(version, shown={}, choices={}))
        drop_verdicts(records, samira.id, [one.number for one in said])
    assert not [piece for piece in before if piece in on_disk(tmp_path)]
