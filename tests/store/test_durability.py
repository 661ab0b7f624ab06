"""Durability: what was acknowledged is there, whoever is killed."""

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from kompas.conversation.answers import given as says
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Archive
from tests.databases import Databases
from tests.store.people import NOW, a_municipality, an_invited_client

ENOUGH = 25


def test_a_killed_worker_loses_no_acknowledged_answer(own_archive: Archive, migrated: Databases) -> None:
    maasstad = a_municipality(own_archive)
    samira = an_invited_client(own_archive, maasstad)
    arguments = [sys.executable, "-m", "tests.store.answering", *migrated, maasstad.id, samira.id]
    root = Path(__file__).parents[2]
    with subprocess.Popen(arguments, cwd=root, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout
        acknowledged = [worker.stdout.readline().strip() for _ in range(ENOUGH)]
        worker.kill()
        acknowledged += worker.stdout.read().split("\n")[:-1]
    with own_archive.writing(maasstad.id) as records:
        stored = list(answers_of(records, samira.id))
        assert append_answer(records, samira.id, "situation", says("looking_now"), NOW), "and life goes on"
    assert len(acknowledged) >= ENOUGH
    assert stored[: len(acknowledged)] == acknowledged
    assert len(stored) - len(acknowledged) <= 1, "one may be stored without the worker having lived to say so"


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@pytest.mark.postgresql
def test_a_database_that_was_away_is_found_again(own_archive: Archive, migrated: Databases) -> None:
    """PostgreSQL closes all connections when it starts again. What comes next works as if nothing had happened."""
    maasstad = a_municipality(own_archive)
    end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"
    for url in migrated:
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as other:
            other.execute(end_all, [other.info.backend_pid])
    assert an_invited_client(own_archive, maasstad)
