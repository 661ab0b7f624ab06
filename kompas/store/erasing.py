"""Erasing: every row that is about one client, in every table there is.

The tables are asked, not listed: one that is added later with a `client_id` is emptied of them too.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from kompas.store.archive import Records
from kompas.store.sessions import end_sessions_of
from kompas.store.tables import audit, client, metadata, mine

_ABOUT_CLIENTS = tuple(table for table in reversed(metadata.sorted_tables) if "client_id" in table.columns)
"""Those that need another one come before it."""
_ALL_OF = tuple(delete(table).where(mine(table), table.c.client_id == bindparam("client")) for table in _ABOUT_CLIENTS)
# PostgreSQL: nobody adds a row that belongs to this client until they are gone. SQLite has one writer anyhow.
_HOLD = select(client.c.client_id).where(mine(client), client.c.client_id == bindparam("client")).with_for_update()
_STILL = select(client.c.client_id).where(mine(client), client.c.client_id.in_(bindparam("clients", expanding=True)))
_DEED = "erase"
_IN_THE_LOG = select(audit.c.object_id, audit.c.at).where(
    mine(audit), audit.c.deed == _DEED, audit.c.object_kind == "client"
)


def hold_to_erase(records: Records, client_id: str) -> bool:
    """Is there such a client, with a key or without? Then nobody else touches what is theirs from here on."""
    return records.read(_HOLD, client=client_id).one_or_none() is not None


def wipe_client(records: Records, client_id: str) -> None:
    """Takes away every row of this client, and ends their sessions (see `answers.wipe_answers` for what that means)."""
    end_sessions_of(records, client_id)
    for statement in _ALL_OF:
        records.wipe(statement, client=client_id)


def still_there(records: Records, client_ids: Iterable[str]) -> set[str]:
    """Which of these have a row. One query."""
    return set(records.read(_STILL, clients=list(client_ids)).scalars())


def erased_by_log(records: Records) -> list[tuple[str, datetime]]:
    """Who was erased, and when, by the log of deeds. Reads all of it."""
    return [(row.object_id, row.at) for row in records.read(_IN_THE_LOG)]
