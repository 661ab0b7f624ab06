"""`kill -9` of the server or a worker, between and inside answers, again and again: nothing lost, nothing doubled."""

import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.crashes.installations import Installation
from tests.crashes.people import People
from tests.databases import Engine, fresh
from tests.ports import free_port

ROUNDS = {"sqlite": 6, "postgresql": 3}
"""Each ends with the death of the whole server, after two workers have died."""
PEOPLE = 4


@pytest.fixture
def installation(engine: Engine, tmp_path: Path) -> Installation:
    folder = tmp_path / "instance"
    folder.mkdir()
    return Installation(folder, free_port()).set_up(fresh(engine, tmp_path))


def test_a_killed_server_loses_no_acknowledged_answer_and_doubles_none(
    installation: Installation, engine: Engine, record_property: Callable[[str, object], None]
) -> None:
    chance = Random(1)
    people = People(installation, PEOPLE, chance)
    installation.opens()
    try:
        people.come_in()
        for _round in range(ROUNDS[engine]):
            with people.talking():
                for worker in (0, 1):
                    people.get_on()
                    time.sleep(chance.uniform(0, 0.3))
                    installation.loses_a_worker(worker)
                people.get_on()
                time.sleep(chance.uniform(0, 0.3))
                installation.is_killed()
                installation.opens()
        with people.talking():
            people.get_on()
    finally:
        installation.closes()
    assert sum(one.ledger.unknown for one in people.callers) > 0, "some were in the middle of an answer"
    record_property("counted", people.hold_against_what_is_stored())
