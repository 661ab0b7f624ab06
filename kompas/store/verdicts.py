"""Verdicts: each side's word on each statement, append-only; the newest of a side counts, until it is wiped."""

import json
from collections.abc import Container, Iterable
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, select, update

from kompas.casework.people import Verdict
from kompas.store.archive import Records
from kompas.store.clients import hold, hold_if_writing
from kompas.store.tables import mine, profile_version
from kompas.store.tables import verdict as verdict_table

_OF_CLIENT = mine(verdict_table), verdict_table.c.client_id == bindparam("client")
_ALL = select(verdict_table).where(*_OF_CLIENT).order_by(verdict_table.c.number)
_EMPTY = (
    update(verdict_table)
    .where(*_OF_CLIENT, verdict_table.c.number == bindparam("emptied"))
    .values(sealed=bindparam("left"))
)
_OF_ROUND = _ALL.join(
    profile_version,
    and_(
        profile_version.c.organisation_id == verdict_table.c.organisation_id,
        profile_version.c.client_id == verdict_table.c.client_id,
        profile_version.c.number == verdict_table.c.version,
    ),
).where(profile_version.c.round == bindparam("round"))
_LAST = select(func.coalesce(func.max(verdict_table.c.number), 0)).where(*_OF_CLIENT)

# Everything else of a verdict is sealed together.
_IN_THE_CLEAR = frozenset({"number", "version", "at"})

WIPED = "wiped/"
"""How the id begins of a line that nobody can know any more: no statement of a flow is called so."""


def add_verdict(records: Records, client_id: str, verdict: Verdict) -> Verdict:
    """Keeps one more verdict and returns it with its number (the next one, whatever `verdict.number` says).

    Raises KeyGone when there is no such client, Contradiction for a version that was never shared.
    """
    hold(records, client_id)
    last: int = records.read(_LAST, client=client_id).scalar_one()
    kept = replace(verdict, number=last + 1)
    records.add(
        verdict_table,
        client_id=client_id,
        number=kept.number,
        version=kept.version,
        at=kept.at,
        sealed=_sealed(records, client_id, kept),
    )
    return kept


def verdicts_of(records: Records, client_id: str) -> list[Verdict]:
    """All about a line that has a name, oldest first: with no `word`, when what was said was wiped (`drop_verdicts`).

    One query; in records that write, the client is held from here on.
    """
    hold_if_writing(records, client_id)
    found = (_verdict(records, client_id, row) for row in records.read(_ALL, client=client_id).all())
    return [one for one in found if not one.statement_id.startswith(WIPED)]


def drop_verdicts(records: Records, client_id: str, numbers: Iterable[int], named: Container[int] = ()) -> None:
    """Wipes these verdicts (see `answers.wipe_answers` for what that means).

    Of each stays that somebody spoke about some line, and when. A caseworker reads how many lines that were spoken
    about are no longer shared: it must be the same whether a line was taken back, or wiped besides. And the number
    stays taken: a page that is still open answers a verdict by its number, and may never answer another one.

    `named` are those of a line that is shared all the same, resting on something else: it keeps its name, so that it
    is not counted as gone, and has changed since for both sides as before.
    """
    hold(records, client_id)
    gone, lines = set(numbers), dict[str, str]()
    for one in verdicts_of(records, client_id):
        if one.number in gone:
            nameless = lines.setdefault(one.statement_id, f"{WIPED}{one.number}")
            line = one.statement_id if one.number in named else nameless
            left = _sealed(records, client_id, replace(one, statement_id=line, word="", words="", ground=""))
            records.wipe(_EMPTY, client=client_id, emptied=one.number, left=left)


def verdicts_of_round(records: Records, client_id: str, round_of_talks: int) -> list[Verdict]:
    """Those given on what was shared in this round: what was said of an earlier talk is no word on this one.

    Of one that was wiped there is the moment, on a line that no profile holds. Oldest first. One query; in records
    that write, the client is held from here on.
    """
    hold_if_writing(records, client_id)
    rows = records.read(_OF_ROUND, client=client_id, round=round_of_talks)
    return [_verdict(records, client_id, row) for row in rows]


def _sealed(records: Records, client_id: str, verdict: Verdict) -> bytes:
    said = {name: value for name, value in asdict(verdict).items() if name not in _IN_THE_CLEAR}
    blob = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return records.seal(client_id, _place(client_id, verdict.number), blob)


def _verdict(records: Records, client_id: str, row: Row[*tuple[Any, ...]]) -> Verdict:
    said = json.loads(records.open(client_id, _place(client_id, row.number), row.sealed))
    return Verdict(number=row.number, version=row.version, at=row.at, **said)


def _place(client_id: str, number: int) -> tuple[str | int, ...]:
    return ("verdict", "sealed", client_id, number)
