"""The database is gone for a moment: people are told kindly, and everything goes on by itself when it is back."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from tests.crashes.disks import file_of
from tests.crashes.installations import Installation
from tests.crashes.people import People
from tests.crashes.postgresql import own_postgresql
from tests.databases import Databases, fresh
from tests.ports import free_port

PEOPLE = 4
SERVED = {200, 303, 404, 422}
AWAY = 503
TIMES = 3
PATIENCE = "?timeout=0.3"
"""Seconds that a writer waits for SQLite, in place of the ten that people are let wait."""


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    folder = tmp_path / "instance"
    folder.mkdir()
    return Installation(folder, free_port())


@contextmanager
def gone(installation: Installation) -> Iterator[People]:
    """People talk before, during and after. Nobody starts the server again, and nothing but the kind page is told."""
    people = People(installation, PEOPLE, Random(1))
    installation.opens()
    try:
        people.come_in()
        workers = installation.workers
        with people.talking():
            people.get_on()
            yield people
            people.get_on()
        assert installation.workers == workers
    finally:
        installation.closes()
    told = {status for caller in people.callers for status in caller.pages}
    assert told <= SERVED | {AWAY}


@pytest.mark.postgresql
def test_a_postgresql_that_is_killed_and_comes_back_loses_nothing_acknowledged(
    installation: Installation, record_property: Callable[[str, object], None]
) -> None:
    with own_postgresql() as server:
        installation.set_up(server.databases())
        with gone(installation) as people:
            for _time in range(TIMES):
                people.get_on()
                server.is_killed()
                people.meet(AWAY)
                server.comes_back()
        record_property("counted", people.hold_against_what_is_stored())


def test_an_sqlite_that_others_keep_too_long_loses_nothing_acknowledged(
    installation: Installation, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    files = fresh("sqlite", tmp_path)
    installation.set_up(Databases(*(url + PATIENCE for url in files)))
    with gone(installation) as people:
        for _time in range(TIMES):
            people.get_on()
            other = sqlite3.connect(file_of(files.facts), isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            people.meet(AWAY)
            other.close()
    record_property("counted", people.hold_against_what_is_stored())


def test_a_full_disk_loses_nothing_acknowledged(
    installation: Installation, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """No file may grow: what SQLite writes ends in the middle, at any byte."""
    files, chance = fresh("sqlite", tmp_path), Random(2)
    installation.set_up(files)
    log = file_of(f"{files.facts}-wal")
    with gone(installation) as people:
        for _time in range(TIMES):
            people.get_on()
            _holds_at_most(installation, log.stat().st_size + chance.randint(0, 20_000))
            people.meet(AWAY)
            _holds_at_most(installation, resource.RLIM_INFINITY)
    record_property("counted", people.hold_against_what_is_stored())


def _holds_at_most(installation: Installation, size: int) -> None:
    """Bytes, for each file that a worker writes to."""
    for worker in installation.workers:
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
