"""The audit log: deeds of staff, append-only, each line tied to all lines before it.

A line's `link` is an HMAC over the line and the link before it, with a key of the organisation that lies in the key
store. So an edited line, a missing one in the middle and a changed order show, and nobody can tie a new chain with the
facts' database alone. Lines cut off at the end show by the witness (witness.py).
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from kompas.store.archive import Records
from kompas.store.sealing import place
from kompas.store.tables import audit, mine, organisation
from kompas.store.witness import Seen

# One deed after the other within an organisation (PostgreSQL; SQLite has one writer anyhow).
_TURN = select(organisation.c.organisation_id).where(mine(organisation)).with_for_update(key_share=True)
_LAST = select(audit.c.number, audit.c.link).where(mine(audit)).order_by(audit.c.number.desc()).limit(1)
_NEWEST = select(func.max(audit.c.at)).where(
    mine(audit), audit.c.object_id == bindparam("object_id"), audit.c.deed == bindparam("deed")
)
_NEWEST_OF_ALL = select(func.max(audit.c.at)).where(mine(audit))
_PAGE = select(audit).where(mine(audit), audit.c.number > bindparam("after")).order_by(audit.c.number).limit(1000)


def add_deed(
    records: Records,
    now: datetime,
    actor_id: str,
    deed: str,
    object_kind: str,
    object_id: str,
    result: str = "done",
    origin: str = "",
) -> None:
    """Adds a line. Make it the last thing of a transaction: until its end other deeds of the organisation wait."""
    if not records.one_writer_at_a_time:
        records.read(_TURN)
    last = records.read(_LAST).one_or_none()
    number = last.number + 1 if last else 1
    said = (actor_id, deed, object_kind, object_id, result, origin)
    link = _link(records, last.link if last else b"", number, now, said)
    names = ("actor_id", "deed", "object_kind", "object_id", "result", "origin")
    records.add(audit, number=number, at=now, link=link, **dict(zip(names, said, strict=True)))
    records.afterwards["audit"] = lambda: records.archive.witness.note(records.organisation_id, Seen(number, link))


def last_done(records: Records, deed: str, object_id: str) -> datetime | None:
    """When this was done last to this one."""
    found: datetime | None = records.read(_NEWEST, deed=deed, object_id=object_id).scalar_one()
    return found


def newest_deed(records: Records) -> datetime | None:
    """When anything was done last at this organisation."""
    found: datetime | None = records.read(_NEWEST_OF_ALL).scalar_one()
    return found


def check_chain(records: Records) -> list[str]:
    """What is wrong with the log, a sentence each; empty when every line is there, as written, in order."""
    wrong: list[str] = []
    seen = records.archive.witness.seen(records.organisation_id)
    number, link = 0, b""
    while rows := records.read(_PAGE, after=number).all():
        for row in rows:
            wrong += _missing(number, row.number) + _changed(records, link, row)
            if seen and row.number == seen.number and row.link != seen.link:
                wrong.append(f"Line {row.number} is not the line that was there before.")
            number, link = row.number, row.link
    if seen and number < seen.number:
        wrong.append(f"The log ends at line {number}, but line {seen.number} was there before.")
    return wrong


def _missing(before: int, number: int) -> list[str]:
    if number == before + 1:
        return []
    return [f"Between line {before} and line {number} something is missing."]


def _changed(records: Records, link: bytes, row: Row[*tuple[Any, ...]]) -> list[str]:
    said = (row.actor_id, row.deed, row.object_kind, row.object_id, row.result, row.origin)
    if _link(records, link, row.number, row.at, said) == row.link:
        return []
    return [f"Line {row.number} doesn't follow from the line before it: one of the two was changed."]


def _link(records: Records, before: bytes, number: int, at: datetime, said: tuple[str, ...]) -> bytes:
    line = place(before.hex(), number, at.astimezone(UTC).isoformat(), *said)
    return records.keys_of(records.organisation_id).fingerprint("audit", line)
