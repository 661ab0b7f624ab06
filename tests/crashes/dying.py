"""Lives that end inside SQLite's write path. Each answers and invites until it is killed in the middle of it.

Prints what happens line by line, as JSON: a deed before it is done, that it is acknowledged, how a life ended, and
whether what it left is sound. Run by `test_power_cuts.py`: facts, keys, organisation, client, seed, how many lives.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NoReturn

from sqlalchemy import Engine, event

from kompas.app import read_flows
from kompas.conversation.accepting import accept
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.store.clients import add_client
from kompas.store.clients import client as find_client
from kompas.usecases.answer import answer, where_is
from kompas.usecases.parties import Phone
from tests.conversation.talking import somebody
from tests.store.people import NOW, an_id

MASTER_KEYS = {"test": b"1" * 32}
MOST_STEPS = 6000
"""Of SQLite's virtual machine: a handful of answers."""
MOST_BYTES = 60_000
SMALLEST_FILE = 36_000
"""What SQLite shares between processes is a file too, of 32 KiB: a life should get as far as a deed."""
CHECKPOINTS = (1000, 20, 1)
"""After so many pages in its log SQLite writes into the database itself: as people get it, and far more often."""


def live_and_die(facts: str, keys: str, organisation_id: str, client_id: str, seed: str, lives: str) -> None:
    flow = read_flows()["kompas"]
    for number in range(int(lives)):
        child = os.fork()
        if not child:
            chance = Random(f"{seed}.{number}")
            _live(_archive(facts, keys, chance), organisation_id, client_id, flow, chance)
        _pid, status = os.waitpid(child, 0)
        _say(died_of=os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status))
        _say(sound=all(_is_sound(url.removeprefix("sqlite:///")) for url in (facts, keys)))


def _archive(facts: str, keys: str, chance: Random) -> Archive:
    """An archive that kills whoever uses it: at a step of SQLite's, or in the middle of a file, at any byte."""
    archive = Archive(facts, keys, MASTER_KEYS)
    checkpoint, steps = chance.choice(CHECKPOINTS), chance.randint(1, MOST_STEPS)
    if chance.random() < 0.5:
        log = Path(facts.removeprefix("sqlite:///") + "-wal")
        size = log.stat().st_size if log.exists() else 0
        _die_at_byte(max(size, SMALLEST_FILE) + chance.randint(0, MOST_BYTES))
        steps = 1000 * MOST_STEPS
    dies = _countdown(steps)
    for engine in (archive.facts, archive.keys.engine):
        _watch(engine, checkpoint, dies)
    return archive


def _watch(engine: Engine, checkpoint: int, dies: Callable[[], int]) -> None:
    @event.listens_for(engine, "connect")
    def watch(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint={checkpoint}").close()
        connection.set_progress_handler(dies, 1)


def _countdown(steps: int) -> Callable[[], int]:
    left = iter(range(steps))

    def dies() -> int:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    return dies


def _die_at_byte(size: int) -> None:
    """No file may grow beyond this: what fits is written, the next byte kills (Python would make an error of it)."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _live(archive: Archive, organisation_id: str, client_id: str, flow: Flow, chance: Random) -> NoReturn:
    phone = Phone(archive, organisation_id, client_id, flow, Context())
    while True:
        if chance.random() < 0.2:
            _invites(phone)
        else:
            _answers(phone, chance)


def _answers(phone: Phone, chance: Random) -> None:
    walked = where_is(phone)
    stop = walked.next if walked.next and chance.random() < 0.7 else chance.choice(walked.path)
    reply = somebody(chance)(stop)
    _say(sent=[stop.slot, accept(stop, reply).to_plain()])
    answer(phone, stop.address, reply, NOW)
    _say(acknowledged="answer")


def _invites(phone: Phone) -> None:
    """Somebody else, with a key of their own: a deed in both databases."""
    with phone.archive.writing(phone.organisation_id) as records:
        known = find_client(records, phone.client_id)
        assert known is not None
        new = replace(known, id=an_id(), talk_at=NOW + timedelta(days=3))
        _say(invites=new.id)
        add_client(records, new)
    _say(acknowledged="client")


def _is_sound(file: str) -> bool:
    """Looks at a copy: whoever opens a database mends it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in (file, f"{file}-wal"):
            if Path(name).exists():
                shutil.copy(name, folder)
        copy = sqlite3.connect(Path(folder) / Path(file).name)
        found = copy.execute("PRAGMA integrity_check").fetchall() + copy.execute("PRAGMA foreign_key_check").fetchall()
        copy.close()
    return found == [("ok",)]


def _say(**what: object) -> None:
    """At once, so that nothing that was said dies with who said it."""
    os.write(1, json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    live_and_die(*sys.argv[1:])
