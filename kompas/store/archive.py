"""The archive: two databases (facts, and the keys that open them), and one transaction at a time in it."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Insert, Table, Update, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import Delete

from kompas.casework.people import Organisation
from kompas.store.away import ArchiveBusy
from kompas.store.client_keys import KeyStore
from kompas.store.engines import SECONDS_TO_WAIT, empty_log, facts_engine, keys_engine
from kompas.store.ledger import Ledger
from kompas.store.sealing import KeyGone, OwnerKeys, place
from kompas.store.witness import Witness


class ReadingOnly(Exception):
    """Something was to be written in a transaction that was opened for reading. A mistake in the program."""


class Contradiction(Exception):
    """Something was to be added that is there already, or that belongs to something which isn't there."""


class Records:
    """What one organisation keeps, for the length of one transaction.

    Every statement gets this organisation's id as `here`; nothing can be read or written without it.
    """

    def __init__(self, archive: "Archive", organisation_id: str, connection: Connection, *, writes: bool) -> None:
        self.archive = archive
        self.organisation_id = organisation_id
        self.writes = writes
        self.afterwards: dict[str, Callable[[], None]] = {}
        """What is left to do once all of this is on disk; the last of each name counts."""
        self.held: set[str] = set()
        """Clients whose rows nobody else can change until this transaction ends."""
        self.memory: dict[tuple[str, str], Any] = {}
        """What was read of a client who is held, so that it needn't be read again."""
        self._connection = connection
        self._opened: dict[str, OwnerKeys] = {}

    @property
    def one_writer_at_a_time(self) -> bool:
        """True where writing already shuts out every other writer (SQLite)."""
        return self.writes and self._connection.dialect.name == "sqlite"

    def read(self, statement: Executable, **values: object) -> CursorResult[*tuple[Any, ...]]:
        return self._connection.execute(statement, {"here": self.organisation_id, **values})

    def add(self, table: Table, **values: object) -> None:
        """Adds a row. Raises Contradiction."""
        self._may_write()
        try:
            self._connection.execute(_adding(table), {"organisation_id": self.organisation_id, **values})
        except IntegrityError as problem:
            raise Contradiction(f"{table.name}: it is there already, or what it belongs to is not.") from problem

    def change(self, statement: Update | Delete, **values: object) -> int:
        """Runs an update or a deletion; returns how many rows it met."""
        self._may_write()
        return self._connection.execute(statement, {"here": self.organisation_id, **values}).rowcount

    def wipe(self, statement: Update | Delete, **values: object) -> int:
        """Runs one that takes words away for good: once it is on disk, what stood there is in no file any more."""
        if self.writes and self._connection.dialect.name == "sqlite":
            self.afterwards["wipe"] = self.archive.empty_the_log
        return self.change(statement, **values)

    def seal(self, owner_id: str, where: tuple[str | int, ...], value: str | bytes) -> bytes:
        """Seals under the owner's key, bound to `(table, column, row …)`. Raises KeyGone."""
        plain = value.encode() if isinstance(value, str) else value
        return self.keys_of(owner_id).seal(place(self.organisation_id, *where), plain)

    def open(self, owner_id: str, where: tuple[str | int, ...], sealed: bytes) -> str:
        """The way back. Raises SealBroken or KeyGone: there is no half-read value."""
        return self.keys_of(owner_id).open(place(self.organisation_id, *where), sealed).decode()

    def keys_of(self, owner_id: str) -> OwnerKeys:
        """The owner's keys, looked up once in a transaction. Raises KeyGone."""
        if owner_id not in self._opened and not self.fetch_keys([owner_id]):
            raise KeyGone("There is no key for this owner: it was erased, or the key store is another one.")
        return self._opened[owner_id]

    def fetch_keys(self, owner_ids: Iterable[str]) -> set[str]:
        """Looks up the keys of many owners in one query; returns the owners who have one."""
        wanted = set(owner_ids)
        if missing := wanted - self._opened.keys():
            self._opened |= self.archive.keys.get(self.organisation_id, missing)
        return wanted & self._opened.keys()

    def make_key(self, owner_id: str) -> None:
        """A key for a new owner. It is on disk before this transaction ends, so nothing is ever sealed without."""
        self._may_write()
        self._opened[owner_id] = self.archive.keys.make(self.organisation_id, owner_id)

    def erase_key(self, owner_id: str) -> None:
        """Makes everything of this owner unreadable, at once and for good, whatever becomes of this transaction."""
        self._may_write()
        self._opened.pop(owner_id, None)
        self.archive.keys.erase(self.organisation_id, owner_id)

    def _may_write(self) -> None:
        if not self.writes:
            raise ReadingOnly("This transaction was opened for reading.")


class Archive:
    """Both databases of an installation. `master_keys` is `{id: 32 bytes}`, newest first. Safe to share by threads.

    Open it after forking: connections can't be shared by processes.
    """

    def __init__(self, database_url: str, keys_url: str, master_keys: Mapping[str, bytes]) -> None:
        self.facts = facts_engine(database_url)
        key_database = keys_engine(keys_url)
        self.keys = KeyStore(key_database, master_keys)
        self.witness = Witness(key_database)
        self.ledger = Ledger(key_database)
        self.organisations: dict[str, tuple[float, Organisation]] = {}
        """By host: the organisation last found there, and until when it needn't be looked up again."""
        self._writing = self.facts.execution_options(kompas_writes=True)
        self._turn = threading.Lock() if self.facts.dialect.name == "sqlite" else None

    @contextmanager
    def reading(self, organisation_id: str) -> Iterator[Records]:
        """One transaction that can't write. Raises ArchiveAway, as everything that meets the databases does."""
        with self.facts.connect() as connection:
            yield Records(self, organisation_id, connection, writes=False)

    @contextmanager
    def writing(self, organisation_id: str) -> Iterator[Records]:
        """One transaction: all of it is on disk when the block ends, or none of it. Don't open one inside another.

        Raises ArchiveBusy (an ArchiveAway) when others keep the database for longer than people can be let wait.
        """
        with self._my_turn(), self._writing.begin() as connection:
            records = Records(self, organisation_id, connection, writes=True)
            yield records
        for act in records.afterwards.values():
            act()

    def empty_the_log(self) -> None:
        """SQLite's log keeps what a page held before. It is emptied, once nobody reads the state of before any more."""
        with self.facts.connect() as connection:
            empty_log(connection)

    def close(self) -> None:
        self.facts.dispose()
        self.keys.close()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """SQLite lets one writer in and the others knock at growing intervals; threads that queue wait far shorter."""
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(timeout=SECONDS_TO_WAIT):
            raise ArchiveBusy("Another writer kept the database for too long.")
        try:
            yield
        finally:
            self._turn.release()


@cache
def _adding(table: Table) -> Insert:
    return insert(table)
