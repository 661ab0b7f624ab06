"""Clients: who was invited, by whom, and when the talk is."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from kompas.casework.people import Client
from kompas.store.archive import Records
from kompas.store.sealing import KeyGone
from kompas.store.tables import client as client_table
from kompas.store.tables import mine

_THIS_ONE = mine(client_table), client_table.c.client_id == bindparam("client")
_ONE = select(client_table).where(*_THIS_ONE)
# PostgreSQL: until this transaction ends nobody else adds to what this client keeps. SQLite has one writer anyhow.
_ONE_HELD = _ONE.with_for_update(key_share=True)
_HOLD = select(client_table.c.client_id).where(*_THIS_ONE).with_for_update(key_share=True)
_CASELOAD = (
    select(client_table)
    .where(mine(client_table), client_table.c.caseworker_id == bindparam("caseworker"))
    .order_by(client_table.c.talk_at, client_table.c.client_id)
)
_CHANGE = update(client_table).where(*_THIS_ONE)


def add_client(records: Records, new: Client) -> None:
    """Keeps a new client, with a key of their own."""
    records.make_key(new.id)
    records.add(client_table, client_id=new.id, created_at=new.created_at, **_values(records, new))
    records.held.add(new.id)


def client(records: Records, client_id: str) -> Client | None:
    """None for somebody of another organisation, somebody unknown, and somebody whose key was erased.

    In records that write, nobody else can add to what this client keeps until the transaction ends.
    """
    row = records.read(_ONE_HELD if records.writes else _ONE, client=client_id).one_or_none()
    if row is None or not records.fetch_keys([client_id]):
        return None
    if records.writes:
        records.held.add(client_id)
    return _client(records, row)


def clients_of(records: Records, caseworker_id: str) -> list[Client]:
    """A caseload, sorted by the date of the talk. Two queries, however many clients. Whoever was erased is left out."""
    rows = records.read(_CASELOAD, caseworker=caseworker_id).all()
    with_key = records.fetch_keys(row.client_id for row in rows)
    return [_client(records, row) for row in rows if row.client_id in with_key]


def change_client(records: Records, changed: Client) -> None:
    """Everything but id and first day may change. Raises LookupError when the client isn't there."""
    if not records.change(_CHANGE.values(_values(records, changed)), client=changed.id):
        raise LookupError("There is no such client.")


def hold(records: Records, client_id: str) -> None:
    """From here to the end of the transaction nobody else adds to what this client keeps.

    Two phones that answer at once wait for each other here, instead of losing one answer. Raises KeyGone.
    """
    if client_id in records.held:
        return
    if not records.one_writer_at_a_time and records.read(_HOLD, client=client_id).one_or_none() is None:
        raise KeyGone("There is no such client.")
    records.held.add(client_id)


def hold_if_writing(records: Records, client_id: str) -> None:
    """Who reads in order to write must not build on what somebody else is just replacing."""
    if records.writes:
        hold(records, client_id)


def _place(client_id: str) -> tuple[str, str, str]:
    return ("client", "sealed", client_id)


def _values(records: Records, one: Client) -> dict[str, str | datetime | bytes]:
    personal = [one.name, one.language, one.birth_year, one.talk_place, one.own_language, one.round, one.too]
    return {
        "team_id": one.team_id,
        "caseworker_id": one.caseworker_id,
        "talk_at": one.talk_at,
        "sealed": records.seal(one.id, _place(one.id), json.dumps(personal, ensure_ascii=False)),
    }


def _client(records: Records, row: Row[*tuple[Any, ...]]) -> Client:
    personal = json.loads(records.open(row.client_id, _place(row.client_id), row.sealed))
    # Who was invited by an earlier version has none of their own yet, is in the first round, and sees one language.
    known: tuple[Any, ...] = (*personal, *("", 1, "")[len(personal) - 4 :])
    name, language, birth_year, talk_place, own_language, round_, too = known
    return Client(
        id=row.client_id,
        team_id=row.team_id,
        caseworker_id=row.caseworker_id,
        name=name,
        language=language,
        birth_year=birth_year,
        talk_at=row.talk_at,
        talk_place=talk_place,
        created_at=row.created_at,
        own_language=own_language,
        round=round_,
        too=too,
    )
