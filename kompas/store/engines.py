"""Connections to SQLite and PostgreSQL that lose nothing: what was acknowledged survives a power cut."""

import os
import sqlite3
from contextlib import suppress

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from kompas.store.away import Pool, away, call_it_away

SECONDS_TO_WAIT = 10
SECONDS_TO_CONNECT = 5


def facts_engine(url: str) -> Engine:
    """Facts: transactions of several statements, which begin as `Archive` says (reading or writing).

    What is deleted or replaced is overwritten with zeros, as with the keys.
    """
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wipe_what_is_deleted)
        event.listen(engine, "begin", _begin)
    return engine


def keys_engine(url: str) -> Engine:
    """Keys: every statement is a transaction by itself. What is deleted is overwritten with zeros."""
    engine = _engine(url, isolation_level="AUTOCOMMIT")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _wipe_what_is_deleted)
    return engine


def empty_log(connection: Connection) -> None:
    """Everything of SQLite's log goes into the database, and the log is cut to nothing.

    Waits for who still reads an older state, as long as anybody waits here; after that the log empties when it is next
    written from its beginning.
    """
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    # The deed itself is done and on disk: a disk that is full just now must not make it look undone.
    with suppress(sqlite3.Error):
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def _engine(url: str, **options: str) -> Engine:
    if url.startswith("sqlite"):
        _make_file(make_url(url).database or ":memory:")
        engine = create_engine(url, connect_args=_patience(url), poolclass=Pool, **options)
        event.listen(engine, "connect", _prepare_sqlite)
    else:
        # A connection that died with the database is noticed before it is used, and replaced.
        engine = create_engine(url, pool_pre_ping=True, connect_args=_patience(url), poolclass=Pool, **options)
    call_it_away(engine)
    return engine


def _patience(url: str) -> dict[str, int]:
    """How long a silent database is waited for, unless the address tells: nobody waits minutes for a page."""
    if url.startswith("sqlite"):
        wanted = {"timeout": SECONDS_TO_WAIT}
    else:
        wanted = {"connect_timeout": SECONDS_TO_CONNECT, "tcp_user_timeout": SECONDS_TO_WAIT * 1000}
    return {name: limit for name, limit in wanted.items() if name not in make_url(url).query}


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
    except sqlite3.Error as problem:
        raise away(problem) or problem from problem
