"""SQLite when the power goes: in the middle of a write, with a file that is half there, with sectors in any order."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import event, text

from kompas.casework.people import Client
from kompas.conversation.answers import Answer, given
from kompas.store.answers import append_answer
from kompas.store.archive import Archive
from kompas.store.clients import client as find_client
from tests.crashes.disks import Disk, copies, file_of, halfway
from tests.crashes.dying import MASTER_KEYS
from tests.crashes.ledger import Ledger, Row, counted
from tests.crashes.reading import rows_of
from tests.databases import Databases, fresh
from tests.store.conftest import migrate_both
from tests.store.people import NOW, Municipality, a_municipality, an_invited_client

LIVES = 40
ANSWERS = 40
CUTS = 5
"""Of the power, in each moment between two answers."""


@pytest.fixture
def files(tmp_path: Path) -> Databases:
    made = fresh("sqlite", tmp_path)
    migrate_both(made)
    return made


@pytest.fixture
def archive(files: Databases) -> Iterator[Archive]:
    opened = Archive(*files, MASTER_KEYS)
    yield opened
    opened.close()


@pytest.fixture
def maasstad(archive: Archive) -> Municipality:
    return a_municipality(archive)


def test_who_dies_inside_a_write_loses_nothing_acknowledged_and_leaves_nothing_torn(
    files: Databases, archive: Archive, maasstad: Municipality, record_property: Callable[[str, object], None]
) -> None:
    """At any step of SQLite's own machine, and after any byte of its log and of the database itself."""
    samira = an_invited_client(archive, maasstad)
    archive.close()
    told = _told([*files, maasstad.id, samira.id, "1", str(LIVES)])
    assert {line["died_of"] for line in told if "died_of" in line} == {signal.SIGKILL, signal.SIGXFSZ}
    assert all(line.get("sound", True) for line in told)
    ledger, invited = _noted(told)
    rows = rows_of(archive, maasstad.id, samira.id)
    assert ledger.explains(rows), ledger.differs(rows)
    with archive.reading(maasstad.id) as records:
        assert all(find_client(records, one) for one in invited)
    record_property(
        "counted", f"{LIVES} deaths inside a write, {len(invited)} invitations; {counted([ledger], len(rows))}"
    )


def test_sectors_that_are_written_in_any_order_tear_no_answer(
    files: Databases, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """What was acknowledged is there, what was on its way is there whole or not at all; also in mid-checkpoint."""
    chance, checkpoints = Random(1), 0
    archive = _with_checkpoints(files, pages=12)
    maasstad = a_municipality(archive)
    samira = an_invited_client(archive, maasstad)
    ledger = Ledger()
    for _answer in range(ANSWERS):
        before = Disk.of(file_of(files.facts))
        slot, said = _answers(archive, maasstad, samira, chance)
        after, keys = Disk.of(file_of(files.facts)), Disk.of(file_of(files.keys))
        checkpoints += before.database != after.database
        perhaps = replace(ledger, sent=[*ledger.sent, ((slot, said), "unknown")])
        for _cut in range(CUTS):
            rows = _comes_up(copies(halfway(before, after, chance), keys, tmp_path / "copy"), maasstad, samira)
            assert perhaps.explains(rows), perhaps.differs(rows)
        ledger.notes(slot, said, "acknowledged")
    archive.close()
    assert checkpoints > 1, "the database itself was written to as well"
    record_property(
        "counted", f"{ANSWERS * CUTS} cuts in {ANSWERS} answers, {checkpoints} checkpoints: nothing lost or torn"
    )


def test_a_log_that_is_cut_anywhere_holds_the_answers_up_to_there_and_no_half_one(
    files: Databases, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Also below what was synced, on a disk that says more than it does: then the newest answers are gone, whole."""
    chance = Random(2)
    archive = _with_checkpoints(files, pages=0)
    maasstad = a_municipality(archive)
    samira = an_invited_client(archive, maasstad)
    said, lengths = list[Row](), [len(Disk.of(file_of(files.facts)).log)]
    for _answer in range(ANSWERS):
        said.append(_answers(archive, maasstad, samira, chance))
        lengths.append(len(Disk.of(file_of(files.facts)).log))
    facts, keys = Disk.of(file_of(files.facts)), Disk.of(file_of(files.keys))
    for _cut in range(ANSWERS * CUTS):
        length = chance.randint(lengths[0], lengths[-1])
        synced = sum(one <= length for one in lengths) - 1
        assert _comes_up(copies(facts.cut(length), keys, tmp_path / "copy"), maasstad, samira) == said[:synced]
    archive.close()
    record_property("counted", f"{ANSWERS * CUTS} cuts at any byte of the log: each answer there whole, or gone whole")


def test_a_key_that_was_made_is_there_after_a_power_cut_and_one_that_was_erased_is_not(
    files: Databases, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = Random(3)
    archive = _with_checkpoints(files, pages=3)
    owners: set[str] = set()
    for number in range(ANSWERS):
        before = Disk.of(file_of(files.keys))
        former = set(owners)
        if owners and chance.random() < 0.3:
            gone = chance.choice(sorted(owners))
            archive.keys.erase("maasstad", gone)
            owners.discard(gone)
        else:
            archive.keys.make("maasstad", f"owner {number}")
            owners.add(f"owner {number}")
        after = Disk.of(file_of(files.keys))
        for _cut in range(CUTS if former < owners else 0):
            assert _owners(halfway(before, after, chance), tmp_path / "copy") in (former, owners)
        assert _owners(after, tmp_path / "copy") == owners
    archive.close()
    record_property("counted", f"{ANSWERS} keys made or erased, cut at every moment: none lost, none back")


def _with_checkpoints(files: Databases, pages: int) -> Archive:
    """SQLite writes from its log into the database after so many pages; 0: never."""
    archive = Archive(*files, MASTER_KEYS)
    for engine in (archive.facts, archive.keys.engine):
        event.listen(engine, "connect", lambda one, _record: one.execute(f"PRAGMA wal_autocheckpoint={pages}").close())
    return archive


def _answers(archive: Archive, maasstad: Municipality, samira: Client, chance: Random) -> Row:
    """Something new each time."""
    slot, said = chance.choice("abcde"), given("x" * chance.randint(1, 3000) + chance.choice("yz"))
    with archive.writing(maasstad.id) as records:
        assert append_answer(records, samira.id, slot, said, NOW)
    return slot, said


def _comes_up(files: Databases, maasstad: Municipality, samira: Client) -> list[Row]:
    archive = Archive(*files, MASTER_KEYS)
    try:
        with archive.reading(maasstad.id) as records:
            assert records.read(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        rows = rows_of(archive, maasstad.id, samira.id)
        with archive.writing(maasstad.id) as records:
            assert append_answer(records, samira.id, "new", given("goes on"), NOW), "and life goes on"
        return rows
    finally:
        archive.close()


def _owners(keys: Disk, folder: Path) -> set[str]:
    archive = Archive(*copies(Disk(b"", b""), keys, folder), MASTER_KEYS)
    try:
        return set(archive.keys.get("maasstad", [f"owner {number}" for number in range(ANSWERS)]))
    finally:
        archive.close()


def _told(arguments: list[str]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.crashes.dying", *arguments]
    ran = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert not ran.stderr, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _noted(told: list[dict[str, Any]]) -> tuple[Ledger, list[str]]:
    """What was answered, and who was surely invited."""
    ledger, invited = Ledger(), list[str]()
    for line, after in pairwise(told):
        is_acknowledged = "acknowledged" in after
        if "sent" in line:
            slot, plain = line["sent"]
            ledger.notes(slot, Answer.from_plain(plain), "acknowledged" if is_acknowledged else "unknown")
        if "invites" in line and is_acknowledged:
            invited.append(line["invites"])
    return ledger, invited
