"""Archives for the store's tests: a shared one, where everybody has a municipality of their own, and fresh ones."""

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.migrating import FACTS, KEYS, upgrade
from tests.databases import Databases, Engine, fresh, prepared
from tests.store.people import Municipality, a_municipality, an_invited_client

MASTER_KEYS = {"first": b"1" * 32}


def migrate_both(databases: Databases) -> None:
    upgrade(FACTS, databases.facts)
    upgrade(KEYS, databases.keys)


@cache
def _shared(engine: Engine) -> Archive:
    databases = fresh(engine, Path(tempfile.mkdtemp(prefix="kompas-store-")))
    migrate_both(databases)
    return Archive(*databases, MASTER_KEYS)


@pytest.fixture
def archive(engine: Engine) -> Archive:
    """On SQLite and on PostgreSQL, shared by all tests: look only behind the wall of your own municipality."""
    return _shared(engine)


@pytest.fixture
def migrated(engine: Engine, tmp_path: Path) -> Databases:
    """Two migrated, empty databases for this test alone."""
    return prepared(engine, tmp_path, migrate_both)


@pytest.fixture
def own_archive(migrated: Databases) -> Iterator[Archive]:
    archive = Archive(*migrated, MASTER_KEYS)
    yield archive
    archive.close()


@pytest.fixture
def maasstad(archive: Archive) -> Municipality:
    return a_municipality(archive)


@pytest.fixture
def samira(archive: Archive, maasstad: Municipality) -> Client:
    """A client of Maasstad's one caseworker, with nothing said yet."""
    return an_invited_client(archive, maasstad)
