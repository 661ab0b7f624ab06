"""A database that is away, under one name, whichever way it went.

What the layers above need to know is short: nothing can be read or kept right now, it is nobody's mistake, and trying
again is safe. Mistakes of the program (a table that isn't there, a wrong statement) keep their own names.
"""

import sqlite3

from sqlalchemy import Engine, PoolProxiedConnection, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import QueuePool


class ArchiveAway(Exception):
    """The database is gone, refuses, is full, read-only or unreadable.

    What was going on is not acknowledged. It is not stored either, with one exception: PostgreSQL can vanish between
    storing and saying so. Deeds are made such that doing one again stores nothing twice.
    """


class ArchiveBusy(ArchiveAway):
    """Others kept the database for too long. Nothing was stored; trying again is safe."""


_BUSY_SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_AWAY_SQLITE = _BUSY_SQLITE | {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization failure, deadlock, lock not available,
# too many connections.
_BUSY_POSTGRESQL = frozenset({"40001", "40P01", "55P03", "53300"})
# After a failover an open connection may lead to a server that only stands by.
_ONLY_READS = "25006"


class Pool(QueuePool):
    """Connections that are all in use for too long are a database that is busy."""

    def connect(self) -> PoolProxiedConnection:
        try:
            return super().connect()
        except NoneFree as problem:
            raise ArchiveBusy("All connections are in use.") from problem


def call_it_away(engine: Engine) -> None:
    """From here on this engine raises ArchiveAway or ArchiveBusy for all that is not the program's own mistake."""
    event.listen(engine, "handle_error", _rename)


def away(problem: sqlite3.Error) -> ArchiveAway | None:
    """What SQLite's own error is called here; None for a mistake of the program."""
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the rest tells details
    if code not in _AWAY_SQLITE:
        return None
    return _named(busy=code in _BUSY_SQLITE)


def _rename(context: ExceptionContext) -> None:
    original = context.original_exception
    if context.is_pre_ping:
        return  # the pool itself replaces a connection that died
    if isinstance(original, sqlite3.Error):
        found = away(original)
    else:
        state = getattr(original, "sqlstate", None)
        if state == _ONLY_READS:
            context.is_disconnect = True  # the next connection finds the server that writes
        gone = isinstance(context.sqlalchemy_exception, OperationalError | InterfaceError) or context.is_disconnect
        found = _named(busy=state in _BUSY_POSTGRESQL) if gone else None
    if found:
        raise found from original


def _named(*, busy: bool) -> ArchiveAway:
    """Without the database's own sentence, which may hold addresses and values."""
    return ArchiveBusy("Others kept the database for too long.") if busy else ArchiveAway("The database is away.")
