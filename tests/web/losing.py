"""Losing the database: its driver says that it is not there, until it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import event

from kompas.store.archive import Archive


@contextmanager
def away(archive: Archive) -> Iterator[None]:
    """Both databases, for as long as the block lasts. What was remembered of organisations stays."""
    engines = (archive.facts, archive.keys.engine)
    for engine in engines:
        event.listen(engine, "do_connect", _refuse)
        engine.dispose()
    try:
        yield
    finally:
        for engine in engines:
            event.remove(engine, "do_connect", _refuse)


def nobody_remembered(archive: Archive) -> None:
    """As after a start of the server."""
    archive.organisations.clear()


def no_longer_fresh(archive: Archive) -> None:
    """What is remembered of organisations must be looked up again."""
    archive.organisations.update({host: (0.0, one) for host, (_, one) in archive.organisations.items()})


def _refuse(dialect: object, *_: object) -> None:
    if getattr(dialect, "name", "") == "postgresql":
        raise psycopg.OperationalError("connection refused at canary.example")
    problem = sqlite3.OperationalError("unable to open database file canary.db")
    problem.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    raise problem
