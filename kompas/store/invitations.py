"""Invitations: the link and the code that open a conversation, kept as fingerprints only."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, bindparam, select, update

from kompas.casework.people import Invitation
from kompas.store.archive import Records
from kompas.store.tables import invitation, mine

_Columns = tuple[str, str, str, str, datetime, datetime, datetime | None]
# In the order of the record's own fields.
_INVITATION: Select[_Columns] = select(
    invitation.c.invitation_id,
    invitation.c.client_id,
    invitation.c.token_hash,
    invitation.c.code_hash,
    invitation.c.created_at,
    invitation.c.expires_at,
    invitation.c.withdrawn_at,
).where(mine(invitation))
_OF_CLIENT: ColumnElement[bool] = invitation.c.client_id == bindparam("client")
_BY_TOKEN = _INVITATION.where(invitation.c.token_hash == bindparam("hash"))
_BY_CODE = _INVITATION.where(invitation.c.code_hash == bindparam("hash"))
_NEWEST = (
    _INVITATION.where(_OF_CLIENT).order_by(invitation.c.created_at.desc(), invitation.c.invitation_id.desc()).limit(1)
)
_LETTERS = (
    select(invitation.c.created_at)
    .where(mine(invitation), _OF_CLIENT)
    .order_by(invitation.c.created_at.desc(), invitation.c.invitation_id)
)
_WITHDRAW = (
    update(invitation)
    .where(mine(invitation), _OF_CLIENT, invitation.c.withdrawn_at.is_(None))
    .values(withdrawn_at=bindparam("now"))
)


def add_invitation(records: Records, new: Invitation) -> None:
    records.add(
        invitation,
        invitation_id=new.id,
        client_id=new.client_id,
        token_hash=new.token_hash,
        code_hash=new.code_hash,
        created_at=new.created_at,
        expires_at=new.expires_at,
        withdrawn_at=new.withdrawn_at,
    )


def invitation_by_token(records: Records, token_hash: str) -> Invitation | None:
    """Also one that is withdrawn or expired: ask `Invitation.opens(now)`."""
    return _one(records, _BY_TOKEN, hash=token_hash)


def invitation_by_code(records: Records, code_hash: str) -> Invitation | None:
    """Also one that is withdrawn or expired: ask `Invitation.opens(now)`."""
    return _one(records, _BY_CODE, hash=code_hash)


def newest_invitation(records: Records, client_id: str) -> Invitation | None:
    return _one(records, _NEWEST, client=client_id)


def letters_made(records: Records, client_id: str) -> list[datetime]:
    """When each invitation of this client was made, newest first. One query."""
    return list(records.read(_LETTERS, client=client_id).scalars())


def withdraw_invitations(records: Records, client_id: str, now: datetime) -> int:
    """Takes back all that were still standing; returns how many."""
    return records.change(_WITHDRAW, client=client_id, now=now)


def _one(records: Records, statement: Select[_Columns], **values: str) -> Invitation | None:
    row = records.read(statement, **values).one_or_none()
    return Invitation(*row) if row else None
