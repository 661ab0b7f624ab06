"""The key store: one wrapped data key per owner (a client; the organisation itself for names of its staff).

It is a database of its own, with backups of a short life: erasing a key makes all that its owner ever wrote unreadable,
in every copy of the other database. Every statement here is a transaction by itself. Two (or more) master keys live at
once: new keys are wrapped with the newest, old ones open with the one they name, `rewrap` brings all to the newest and
can be stopped and started again at any moment.
"""

import secrets
from collections.abc import Iterable, Iterator, Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import (
    Column,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    insert,
    select,
    tuple_,
    update,
)

from kompas.store.sealing import KEY_BYTES, MasterKeyGone, OwnerKeys, key_for, open_with, place, seal_with

metadata = MetaData(naming_convention={"pk": "%(table_name)s_key"})

client_key = Table(
    "client_key",
    metadata,
    Column("organisation_id", Text, primary_key=True, doc="The organisation whose wall the owner stays behind."),
    Column("owner_id", Text, primary_key=True, doc="The client's id, or the organisation's own for its staff's names."),
    Column("number", Integer, primary_key=True, autoincrement=False, doc="Rises when an owner gets a newer key."),
    Column("master_id", Text, nullable=False, doc="Which master key it is wrapped with."),
    Column("wrapped", LargeBinary, nullable=False, doc="The data key, sealed with the master key, bound to this row."),
)

_KEYS_OF = select(client_key).where(
    client_key.c.organisation_id == bindparam("here"),
    client_key.c.owner_id.in_(bindparam("owners", expanding=True)),
)
_KEY = (client_key.c.organisation_id, client_key.c.owner_id, client_key.c.number)
# PostgreSQL and SQLite bound the number of values in one statement; thousands at once also keep memory flat.
_AT_ONCE = 5000
_PAGE = 500
_Key = Row[str, str, int, str, bytes]
_VERSION = b"\x01"


class KeyStore:
    """Makes, opens and erases data keys. `master_keys` is `{id: 32 bytes}`, newest first."""

    def __init__(self, engine: Engine, master_keys: Mapping[str, bytes]) -> None:
        if not master_keys or any(len(key) != KEY_BYTES for key in master_keys.values()):
            raise ValueError("The key store needs at least one master key of 32 bytes.")
        self.engine = engine
        self._newest = next(iter(master_keys))
        self._masters = {name: AESGCM(key_for("wrap", key)) for name, key in master_keys.items()}

    def make(self, organisation_id: str, owner_id: str) -> OwnerKeys:
        """A fresh key for a new owner, on disk before anything is sealed with it."""
        secret = secrets.token_bytes(KEY_BYTES)
        wrapped = self._wrap((organisation_id, owner_id, 1), secret)
        with self.engine.connect() as connection:
            connection.execute(
                insert(client_key),
                {"organisation_id": organisation_id, "owner_id": owner_id, "number": 1, **wrapped},
            )
        return OwnerKeys({1: secret})

    def get(self, organisation_id: str, owner_ids: Iterable[str]) -> dict[str, OwnerKeys]:
        """The keys of these owners, in one query; an owner whose key was erased is left out.

        Raises SealBroken when a wrapped key does not open, MasterKeyGone when its master key is not among ours.
        """
        wanted = list(owner_ids)
        opened: dict[str, dict[int, bytes]] = {}
        with self.engine.connect() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                owners = wanted[start : start + _AT_ONCE]
                for row in connection.execute(_KEYS_OF, {"here": organisation_id, "owners": owners}):
                    opened.setdefault(row.owner_id, {})[row.number] = self._unwrap(row)
        return {owner: OwnerKeys(keys) for owner, keys in opened.items()}

    def erase(self, organisation_id: str, *owner_ids: str) -> None:
        """From here on nothing of these owners can be read, in any copy. SQLite wipes its file and its log too."""
        theirs = client_key.c.organisation_id == organisation_id, client_key.c.owner_id.in_(owner_ids)
        with self.engine.connect() as connection:
            connection.execute(delete(client_key).where(*theirs))
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def rewrap(self) -> Iterator[int]:
        """Wraps every key with the newest master key; yields how many were done, batch by batch.

        A key that is erased meanwhile stays erased; what was done before a stop stays done.
        """
        after: tuple[str, str, int] = ("", "", 0)
        while rows := self._page(after):
            old = [row for row in rows if row.master_id != self._newest]
            for row in old:
                self._rewrap_one(row)
            after = (rows[-1].organisation_id, rows[-1].owner_id, rows[-1].number)
            yield len(old)

    def close(self) -> None:
        self.engine.dispose()

    def _page(self, after: tuple[str, str, int]) -> list[_Key]:
        page = select(client_key).where(tuple_(*_KEY) > tuple_(*after)).order_by(*_KEY).limit(_PAGE)
        with self.engine.connect() as connection:
            return list(connection.execute(page))

    def _rewrap_one(self, row: _Key) -> None:
        owner = (row.organisation_id, row.owner_id, row.number)
        unchanged = and_(
            *(column == part for column, part in zip(_KEY, owner, strict=True)),
            client_key.c.master_id == row.master_id,
        )
        with self.engine.connect() as connection:
            connection.execute(update(client_key).where(unchanged).values(self._wrap(owner, self._unwrap(row))))

    def _wrap(self, owner: tuple[str, str, int], secret: bytes) -> dict[str, str | bytes]:
        where = place("client_key", self._newest, *owner)
        return {
            "master_id": self._newest,
            "wrapped": seal_with(self._masters[self._newest], _VERSION, where, secret),
        }

    def _unwrap(self, row: _Key) -> bytes:
        if row.master_id not in self._masters:
            raise MasterKeyGone(f"The master key {row.master_id} is not among the settings.")
        where = place("client_key", row.master_id, row.organisation_id, row.owner_id, row.number)
        return open_with(self._masters[row.master_id], len(_VERSION), where, row.wrapped)
