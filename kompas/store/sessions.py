"""Sessions: kept by the server, so that the server can end them.

Only the SHA-256 of a session's id is kept, and what it remembers is sealed with that very id (`sealing.session_seal`):
a copy of this table opens no door and tells nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from kompas.store.archive import Records
from kompas.store.tables import mine, session


@dataclass(frozen=True)
class SessionRow:
    """A session as kept. Whether it lasted too long is the caller's to judge."""

    id_hash: str
    kind: str
    subject_id: str
    started_at: datetime
    seen_at: datetime
    expires_at: datetime
    sealed_data: bytes


_THIS_ONE = mine(session), session.c.id_hash == bindparam("hash")
_FIND = select(
    session.c.id_hash,
    session.c.kind,
    session.c.subject_id,
    session.c.started_at,
    session.c.seen_at,
    session.c.expires_at,
    session.c.sealed,
).where(*_THIS_ONE)
_CHANGE = update(session).where(*_THIS_ONE).values(sealed=bindparam("data"))
_TOUCH = update(session).where(*_THIS_ONE).values(seen_at=bindparam("now"))
_END = delete(session).where(*_THIS_ONE)
_END_OF = delete(session).where(mine(session), session.c.subject_id == bindparam("subject"))
_EXPIRED = mine(session), session.c.expires_at <= bindparam("now")
_END_EXPIRED = delete(session).where(*_EXPIRED)
_COUNT_EXPIRED = select(func.count()).select_from(session).where(*_EXPIRED)


def start_session(
    records: Records,
    id_hash: str,
    sealed_data: bytes,
    kind: str,
    subject_id: str,
    now: datetime,
    expires_at: datetime,
) -> None:
    """`subject_id` is the client's or caseworker's id, or "" for a visitor who hasn't said who they are."""
    records.add(
        session,
        id_hash=id_hash,
        kind=kind,
        subject_id=subject_id,
        started_at=now,
        seen_at=now,
        expires_at=expires_at,
        sealed=sealed_data,
    )


def find_session(records: Records, id_hash: str) -> SessionRow | None:
    row = records.read(_FIND, hash=id_hash).one_or_none()
    return SessionRow(*row) if row else None


def change_session(records: Records, id_hash: str, sealed_data: bytes) -> None:
    """Nothing happens when it was ended meanwhile: an ended session doesn't come back."""
    records.change(_CHANGE, hash=id_hash, data=sealed_data)


def touch_session(records: Records, id_hash: str, now: datetime) -> None:
    records.change(_TOUCH, hash=id_hash, now=now)


def end_session(records: Records, id_hash: str) -> None:
    records.change(_END, hash=id_hash)


def end_sessions_of(records: Records, subject_id: str) -> int:
    """Everywhere: all sessions of this client or caseworker. Returns how many."""
    if not subject_id:
        raise ValueError("Visitors share the empty subject: end theirs one by one.")
    return records.change(_END_OF, subject=subject_id)


def end_expired(records: Records, now: datetime) -> int:
    """Clears away what has ended by itself; returns how many."""
    return records.change(_END_EXPIRED, now=now)


def expired(records: Records, now: datetime) -> int:
    """How many `end_expired` would clear away."""
    count: int = records.read(_COUNT_EXPIRED, now=now).scalar_one()
    return count
