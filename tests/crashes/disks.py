"""What a power cut leaves of SQLite's files: of what was not yet synced, any sectors, in any order, and any length."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.databases import Databases

SECTOR = 512
HEAD = 32
"""Bytes with which a log begins: they say which of the frames behind them belong to it."""
SIDES = ("", "-wal")
"""The database, and the log of what is not in it yet. What processes share (`-shm`) is made anew from these."""


@dataclass(frozen=True)
class Disk:
    """What one database's files hold at a moment."""

    database: bytes
    log: bytes

    @classmethod
    def of(cls, file: Path) -> "Disk":
        return cls(*((side.read_bytes() if side.exists() else b"") for side in _files(file)))

    def lies_at(self, file: Path) -> None:
        """Becomes a database of its own there."""
        file.with_name(f"{file.name}-shm").unlink(missing_ok=True)
        for side, content in zip(_files(file), (self.database, self.log), strict=True):
            side.write_bytes(content)

    def cut(self, length: int) -> "Disk":
        """With a log that ends here."""
        return Disk(self.database, self.log[:length])


def halfway(before: Disk, after: Disk, chance: Random) -> Disk:
    """A disk that a power cut can leave on the way.

    SQLite syncs in this order: the head of the log, where it begins anew; the log; and only then the database itself
    (https://sqlite.org/src/file/src/wal.c: walFrames, walCheckpoint).
    """
    if before.database == after.database or chance.random() < 0.5:
        log = after.log[:HEAD] + before.log[HEAD:]
        return Disk(before.database, _mixed(log, after.log, chance))
    return Disk(_mixed(before.database, after.database, chance), after.log)


def _mixed(before: bytes, after: bytes, chance: Random) -> bytes:
    """Each sector as it was or as it will be; beyond the old end also empty, and the new end not always reached."""
    length = chance.randint(min(len(before), len(after)), max(len(before), len(after)))
    likely = chance.random()
    mixed = bytearray()
    for start in range(0, length, SECTOR):
        old, new = before[start : start + SECTOR], after[start : start + SECTOR]
        takes = new if chance.random() < likely else old
        mixed += takes.ljust(SECTOR, b"\0")
    return bytes(mixed[:length])


def _files(file: Path) -> list[Path]:
    return [file.with_name(file.name + side) for side in SIDES]


def file_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def copies(facts: Disk, keys: Disk, folder: Path) -> Databases:
    """A pair of databases as they come up again after the cut."""
    folder.mkdir(exist_ok=True)
    names = folder / "facts.db", folder / "keys.db"
    for disk, name in zip((facts, keys), names, strict=True):
        disk.lies_at(name)
    return Databases(*(f"sqlite:///{name}" for name in names))
