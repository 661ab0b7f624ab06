"""Staff: teams, and the caseworkers in them. Their names are sealed with the organisation's own key."""

import json
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from kompas.casework.people import Caseworker, Team
from kompas.store.archive import Records
from kompas.store.sealing import place
from kompas.store.tables import mine, organisation, staff, team

_TEAMS = select(team.c.team_id, team.c.name).where(mine(team)).order_by(team.c.name, team.c.team_id)
_STAFF = select(staff).where(mine(staff))
_BY_ID = _STAFF.where(staff.c.caseworker_id == bindparam("caseworker"))
_BY_ACCOUNT = _STAFF.where(staff.c.account == bindparam("account"))
_CHANGE = update(staff).where(mine(staff), staff.c.caseworker_id == bindparam("caseworker"))
# PostgreSQL: until this transaction ends nobody else adds to this caseload. SQLite has one writer anyhow.
_HOLD = _BY_ID.with_only_columns(staff.c.caseworker_id).with_for_update(key_share=True)
_ISSUER = select(organisation.c.issuer).where(mine(organisation))


def add_team(records: Records, new: Team) -> None:
    records.add(team, team_id=new.id, name=new.name)


def teams(records: Records) -> list[Team]:
    """Sorted by name."""
    return [Team(row.team_id, row.name) for row in records.read(_TEAMS)]


def add_caseworker(records: Records, new: Caseworker) -> None:
    """Their account is (the organisation's provider, subject): a subject of another provider is somebody else."""
    records.add(staff, caseworker_id=new.id, **_values(records, new))


def change_caseworker(records: Records, changed: Caseworker) -> None:
    """Everything but the id may change. Raises LookupError when they aren't there."""
    if not records.change(_CHANGE.values(_values(records, changed)), caseworker=changed.id):
        raise LookupError("There is no such caseworker.")


def caseworker(records: Records, caseworker_id: str) -> Caseworker | None:
    row = records.read(_BY_ID, caseworker=caseworker_id).one_or_none()
    return _caseworker(records, row) if row else None


def hold_caseload(records: Records, caseworker_id: str) -> None:
    """From here to the end of the transaction nobody else invites for this caseworker: two taps take turns."""
    if not records.one_writer_at_a_time:
        records.read(_HOLD, caseworker=caseworker_id)


def caseworker_by_subject(records: Records, issuer: str, subject: str) -> Caseworker | None:
    """Also one who may not sign in any more: look at `active`."""
    row = records.read(_BY_ACCOUNT, account=_account(records, issuer, subject)).one_or_none()
    return _caseworker(records, row) if row else None


def caseworkers(records: Records) -> list[Caseworker]:
    """Sorted by name, which only shows once it is opened."""
    return sorted((_caseworker(records, row) for row in records.read(_STAFF)), key=lambda one: (one.name, one.id))


def _account(records: Records, issuer: str, subject: str) -> bytes:
    """A subject may be a mail address or a staff number, so only a fingerprint of it stands in the clear."""
    return records.keys_of(records.organisation_id).fingerprint("account", place(issuer, subject))


def _place(caseworker_id: str) -> tuple[str, str, str]:
    return ("staff", "sealed", caseworker_id)


def _values(records: Records, one: Caseworker) -> dict[str, object]:
    issuer: str = records.read(_ISSUER).scalar_one()
    personal = json.dumps([one.name, issuer, one.subject], ensure_ascii=False)
    return {
        "team_id": one.team_id,
        "account": _account(records, issuer, one.subject),
        "active": one.active,
        "keeps_tables": one.keeps_tables,
        "sealed": records.seal(records.organisation_id, _place(one.id), personal),
    }


def _caseworker(records: Records, row: Row[*tuple[Any, ...]]) -> Caseworker:
    sealed = records.open(records.organisation_id, _place(row.caseworker_id), row.sealed)
    name, _, subject = json.loads(sealed)
    return Caseworker(row.caseworker_id, row.team_id, subject, name, row.active, row.keeps_tables)
