"""Profile versions: each moment of sharing, unchanged because verdicts are given on it, until answers are wiped."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from kompas.casework.people import Client, ProfileVersion
from kompas.casework.versions import shows_anything
from kompas.store.archive import Records
from kompas.store.clients import hold, hold_if_writing
from kompas.store.tables import mine, profile_version

_OF_CLIENT = mine(profile_version), profile_version.c.client_id == bindparam("client")
_ONE = select(profile_version).where(*_OF_CLIENT, profile_version.c.number == bindparam("number"))
_ALL = select(profile_version).where(*_OF_CLIENT).order_by(profile_version.c.number)
# The round goes before the number: what is taken back of an earlier talk makes the highest number in an old round.
_LATEST = profile_version.c.round.desc(), profile_version.c.number.desc()
_NEWEST_FIRST = select(profile_version).where(*_OF_CLIENT).order_by(*_LATEST).limit(1)
_NEWEST = _NEWEST_FIRST.where(profile_version.c.round == bindparam("round"))
_EARLIER = _NEWEST_FIRST.where(profile_version.c.round < bindparam("round"))
_LAST = select(func.coalesce(func.max(profile_version.c.number), 0)).where(*_OF_CLIENT)
_REWRITE = update(profile_version).where(*_OF_CLIENT, profile_version.c.number == bindparam("this"))

_ranked = (
    select(
        profile_version.c.client_id,
        profile_version.c.number,
        profile_version.c.shared_at,
        profile_version.c.anything,
        profile_version.c.round,
        func.row_number().over(partition_by=profile_version.c.client_id, order_by=_LATEST).label("place"),
    )
    .where(mine(profile_version), profile_version.c.client_id.in_(bindparam("clients", expanding=True)))
    .subquery("ranked")
)
_SHARED = select(_ranked).where(_ranked.c.place == 1)


@dataclass(frozen=True)
class Shared:
    """That somebody shared, and when last; `anything` is False once they took everything back."""

    number: int
    shared_at: datetime
    anything: bool
    round: int = 1


def add_version(records: Records, client_id: str, version: ProfileVersion) -> ProfileVersion:
    """Keeps one more version and returns it with its number (the next one, whatever `version.number` says).

    Raises KeyGone when there is no such client.
    """
    hold(records, client_id)
    last: int = records.read(_LAST, client=client_id).scalar_one()
    kept = replace(version, number=last + 1)
    records.add(
        profile_version,
        client_id=client_id,
        number=kept.number,
        shared_at=kept.shared_at,
        anything=shows_anything(kept),
        flow_id=kept.flow_id,
        flow_version=kept.flow_version,
        rules_version=kept.rules_version,
        round=kept.round,
        shown=_seal(records, client_id, "shown", kept.number, kept.shown),
        choices=_seal(records, client_id, "choices", kept.number, kept.choices),
    )
    return kept


def versions_of(records: Records, client: Client) -> list[ProfileVersion]:
    """All of them, of every round, the oldest first. One query; in records that write, the client is held."""
    hold_if_writing(records, client.id)
    found = (_one(records, row) for row in records.read(_ALL, client=client.id))
    return [one for one in found if one is not None]


def rewrite_version(records: Records, client_id: str, version: ProfileVersion) -> None:
    """Puts what `version` shows, and the choices in it, in the place of what stands under its number.

    For what is wiped, and for choices that changed while nothing else did: what was there before is gone (see
    `answers.wipe_answers`). Its moment and its round stay. Raises LookupError when there is no such version.
    """
    hold(records, client_id)
    values = {
        "anything": shows_anything(version),
        "shown": _seal(records, client_id, "shown", version.number, version.shown),
        "choices": _seal(records, client_id, "choices", version.number, version.choices),
    }
    if not records.wipe(_REWRITE.values(values), client=client_id, this=version.number):
        raise LookupError("There is no such version.")


def newest_version(records: Records, client: Client) -> ProfileVersion | None:
    """The one the desk sees, of the round this client is in. Everything taken back: then it shows nothing.

    In records that write, the client is held from here on, so that two changes at once don't undo each other.
    """
    hold_if_writing(records, client.id)
    return _one(records, records.read(_NEWEST, client=client.id, round=client.round).one_or_none())


def earlier_version(records: Records, client: Client) -> ProfileVersion | None:
    """What was shared for the talk before this round, as it is shared today: it stands beside."""
    hold_if_writing(records, client.id)
    return _one(records, records.read(_EARLIER, client=client.id, round=client.round).one_or_none())


def version(records: Records, client_id: str, number: int) -> ProfileVersion | None:
    return _one(records, records.read(_ONE, client=client_id, number=number).one_or_none())


def shared_clients(records: Records, client_ids: Iterable[str]) -> Mapping[str, Shared]:
    """Who of these ever shared, by client id: their newest version of their latest round. One query, however many."""
    wanted = list(client_ids)
    rows = records.read(_SHARED, clients=wanted) if wanted else ()
    return {row.client_id: Shared(row.number, row.shared_at, row.anything, row.round) for row in rows}


def _seal(records: Records, client_id: str, column: str, number: int, value: Mapping[str, object]) -> bytes:
    text = json.dumps(dict(value), ensure_ascii=False, separators=(",", ":"))
    return records.seal(client_id, ("profile_version", column, client_id, number), text)


def _one(records: Records, row: Row[*tuple[Any, ...]] | None) -> ProfileVersion | None:
    if row is None:
        return None

    def opened(column: str, sealed: bytes) -> dict[str, Any]:
        where = ("profile_version", column, row.client_id, row.number)
        value: dict[str, Any] = json.loads(records.open(row.client_id, where, sealed))
        return value

    return ProfileVersion(
        number=row.number,
        shared_at=row.shared_at,
        flow_id=row.flow_id,
        flow_version=row.flow_version,
        rules_version=row.rules_version,
        shown=opened("shown", row.shown),
        choices=opened("choices", row.choices),
        round=row.round,
    )
