"""Who came in stays in: sessions that the server keeps, so that the server can end them.

A session's id is 256 bits of chance that only the visitor's browser holds. The archive has its hash, and what the
session remembers, sealed with that very id and a secret of the server.
"""

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from kompas.store.archive import Archive
from kompas.store.away import ArchiveAway
from kompas.store.sealing import SealBroken, session_open, session_seal
from kompas.store.sessions import (
    SessionRow,
    change_session,
    end_expired,
    end_session,
    find_session,
    start_session,
    touch_session,
)

CASEWORKER_IDLE = timedelta(minutes=60)
SHARED_IDLE = timedelta(minutes=15)
"""On a device that others use too. On one's own a client is left alone."""
CASEWORKER = "caseworker"
SHARED = "shared"
"""Remembered of a client's session: other people use this device too."""
SEEN_EVERY = timedelta(minutes=1)
ID_LETTERS = 43
"""Of an id: 256 bits of chance."""

Remembered = dict[str, Any]
"""What a session knows of its visitor; JSON-able."""


@dataclass(frozen=True)
class Keeper:
    """Where the sessions of one organisation are kept. `secrets` are the server's: the newest, then former ones."""

    archive: Archive
    organisation_id: str
    secrets: tuple[str, ...]


@dataclass(frozen=True)
class Session:
    """`kind` is "visitor", "client" or "caseworker"; `subject_id` whose it is, empty for a visitor.

    `closes_at` is when it ends if nobody does anything from here on; None when quiet alone doesn't end it.
    """

    kind: str
    subject_id: str
    remembered: Remembered
    closes_at: datetime | None = None


def begin_session(keeper: Keeper, new: Session, until: datetime, now: datetime, instead_of: str = "") -> str:
    """The id of a new session, whatever it is `instead_of`: that one is dead from the same moment."""
    session_id = secrets.token_urlsafe(32)
    sealed = _sealed(keeper, session_id, new.remembered)
    with keeper.archive.writing(keeper.organisation_id) as records:
        end_expired(records, now)
        if instead_of:
            end_session(records, _hash(instead_of))
        start_session(records, _hash(session_id), sealed, new.kind, new.subject_id, now, until)
    return session_id


def known_session(keeper: Keeper, session_id: str, now: datetime, *, by_itself: bool = False) -> Session | None:
    """The session with this id. `None` when it was ended, ended by itself, or was sealed with a secret given up.

    With `by_itself` the page asked, and nobody did anything: that is no sign of life.
    """
    with keeper.archive.reading(keeper.organisation_id) as records:
        row = find_session(records, _hash(session_id))
    remembered = _opened(keeper, session_id, row) if row and now < row.expires_at else None
    if row is None or remembered is None:
        return None
    idle, seen_at = _longest_idle(row.kind, remembered), row.seen_at
    if idle is None:
        return Session(row.kind, row.subject_id, remembered)
    if now - seen_at > idle:
        return None
    if not by_itself and now - seen_at >= SEEN_EVERY:
        # Who only reads can go on while nothing can be written.
        with suppress(ArchiveAway), keeper.archive.writing(keeper.organisation_id) as records:
            touch_session(records, row.id_hash, now)
            seen_at = now
    return Session(row.kind, row.subject_id, remembered, seen_at + idle)


def remember(keeper: Keeper, session_id: str, remembered: Remembered, now: datetime) -> None:
    """Nothing happens when the session was ended meanwhile. Quiet is counted from here."""
    sealed = _sealed(keeper, session_id, remembered)
    with keeper.archive.writing(keeper.organisation_id) as records:
        change_session(records, _hash(session_id), sealed)
        touch_session(records, _hash(session_id), now)


def end(keeper: Keeper, session_id: str) -> None:
    with keeper.archive.writing(keeper.organisation_id) as records:
        end_session(records, _hash(session_id))


def _longest_idle(kind: str, remembered: Remembered) -> timedelta | None:
    """How long it may be quiet. A deed is noted once a minute: nobody loses a minute that a warning promised them."""
    if kind == CASEWORKER:
        return CASEWORKER_IDLE
    return SHARED_IDLE + SEEN_EVERY if remembered.get(SHARED) else None


def _hash(session_id: str) -> str:
    return sha256(session_id.encode()).hexdigest()


def _sealed(keeper: Keeper, session_id: str, remembered: Remembered) -> bytes:
    return session_seal(keeper.secrets[0], session_id, json.dumps(remembered).encode())


def _opened(keeper: Keeper, session_id: str, row: SessionRow) -> Remembered | None:
    """None when it was sealed with a secret that the server gave up: that signs everyone out."""
    for secret in keeper.secrets:
        with suppress(SealBroken):
            found: Remembered = json.loads(session_open(secret, session_id, row.sealed_data))
            return found
    return None
