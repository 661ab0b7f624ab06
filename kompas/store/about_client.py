"""What else is kept about one client: moments of their letters and devices, and of deeds of staff about them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from kompas.store.archive import Records
from kompas.store.tables import audit, invitation, mine, session

_LETTERS = (
    select(invitation.c.created_at, invitation.c.expires_at, invitation.c.withdrawn_at)
    .where(mine(invitation), invitation.c.client_id == bindparam("client"))
    .order_by(invitation.c.created_at)
)
_DEVICES = (
    select(session.c.started_at, session.c.seen_at, session.c.expires_at)
    .where(mine(session), session.c.subject_id == bindparam("client"))
    .order_by(session.c.started_at)
)
_DEEDS = (
    select(audit.c.at, audit.c.deed)
    .where(mine(audit), audit.c.object_id == bindparam("client"), audit.c.object_kind == "client")
    .order_by(audit.c.number)
)


@dataclass(frozen=True)
class Letter:
    """One invitation: a letter with a link and a code."""

    made_at: datetime
    opens_until: datetime
    taken_back_at: datetime | None


@dataclass(frozen=True)
class Device:
    """One session: where the client is in."""

    in_since: datetime
    last_used_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Deed:
    """A line of the log of what staff did."""

    at: datetime
    deed: str


def letters_of(records: Records, client_id: str) -> list[Letter]:
    """Oldest first."""
    return [Letter(*row) for row in records.read(_LETTERS, client=client_id)]


def devices_of(records: Records, client_id: str) -> list[Device]:
    """Oldest first."""
    return [Device(*row) for row in records.read(_DEVICES, client=client_id)]


def deeds_about(records: Records, client_id: str) -> list[Deed]:
    """Oldest first."""
    return [Deed(*row) for row in records.read(_DEEDS, client=client_id)]
