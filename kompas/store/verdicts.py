"""Verdicts: each side's word on each statement, append-only; the newest of a side counts."""

import json
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from kompas.casework.people import Verdict
from kompas.store.archive import Records
from kompas.store.clients import hold, hold_if_writing
from kompas.store.tables import mine
from kompas.store.tables import verdict as verdict_table

_OF_CLIENT = mine(verdict_table), verdict_table.c.client_id == bindparam("client")
_ALL = select(verdict_table).where(*_OF_CLIENT).order_by(verdict_table.c.number)
_LAST = select(func.coalesce(func.max(verdict_table.c.number), 0)).where(*_OF_CLIENT)

# Everything else of a verdict is sealed together.
_IN_THE_CLEAR = frozenset({"number", "version", "at"})


def add_verdict(records: Records, client_id: str, verdict: Verdict) -> Verdict:
    """Keeps one more verdict and returns it with its number (the next one, whatever `verdict.number` says).

    Raises KeyGone when there is no such client, Contradiction for a version that was never shared.
    """
    hold(records, client_id)
    last: int = records.read(_LAST, client=client_id).scalar_one()
    kept = replace(verdict, number=last + 1)
    said = {name: value for name, value in asdict(kept).items() if name not in _IN_THE_CLEAR}
    blob = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    records.add(
        verdict_table,
        client_id=client_id,
        number=kept.number,
        version=kept.version,
        at=kept.at,
        sealed=records.seal(client_id, _place(client_id, kept.number), blob),
    )
    return kept


def verdicts_of(records: Records, client_id: str) -> list[Verdict]:
    """All of them, oldest first. One query; in records that write, the client is held from here on."""
    hold_if_writing(records, client_id)
    return [_verdict(records, client_id, row) for row in records.read(_ALL, client=client_id)]


def _verdict(records: Records, client_id: str, row: Row[*tuple[Any, ...]]) -> Verdict:
    said = json.loads(records.open(client_id, _place(client_id, row.number), row.sealed))
    return Verdict(number=row.number, version=row.version, at=row.at, **said)


def _place(client_id: str, number: int) -> tuple[str | int, ...]:
    return ("verdict", "sealed", client_id, number)
