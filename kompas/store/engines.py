"""Connections to SQLite and PostgreSQL that lose nothing: what was acknowledged survives a power cut."""

import os
import sqlite3
from contextlib import suppress

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

SECONDS_TO_WAIT = 10


class ArchiveBusy(Exception):
    """Another writer kept the database for too long. Nothing was stored; trying again is safe."""


def facts_engine(url: str) -> Engine:
    """Facts: transactions of several statements, which begin as `Archive` says (reading or writing)."""
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "begin", _begin)
    return engine


def keys_engine(url: str) -> Engine:
    """Keys: every statement is a transaction by itself. What is deleted is overwritten with zeros."""
    engine = _engine(url, isolation_level="AUTOCOMMIT")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wipe_what_is_deleted)
    return engine


def _engine(url: str, **options: str) -> Engine:
    if url.startswith("sqlite"):
        _make_file(make_url(url).database or ":memory:")
        engine = create_engine(url, connect_args={"timeout": SECONDS_TO_WAIT}, **options)
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    # A connection that died with the database is noticed before it is used, and replaced.
    return create_engine(url, pool_pre_ping=True, **options)


def _make_file(name: str) -> None:
    """Before SQLite does, who would let everyone on the machine read it, and the log beside it."""
    if name.startswith((":", "file:")):
        return
    with suppress(FileExistsError, FileNotFoundError):
        os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """FULL keeps a commit through a power cut in WAL mode too, where SQLite itself settles for less (NORMAL)."""
    # Python's own habit of beginning transactions by itself, and only before some statements, is switched off.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _wipe_what_is_deleted(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA secure_delete=ON").close()


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that reads first and writes later can be refused in the middle."""
    writes = connection.get_execution_options().get("kompas_writes")
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    try:
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN").close()
    except sqlite3.OperationalError as problem:
        raise ArchiveBusy("Another writer kept the database for too long.") from problem
