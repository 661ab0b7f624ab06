"""Organisations: found by the host name that people typed, each behind its own wall."""

import json
import time
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, bindparam, select, update

from kompas.casework.people import Organisation
from kompas.conversation.keep import read_keep
from kompas.store.archive import Archive, Records
from kompas.store.away import ArchiveAway
from kompas.store.tables import mine, organisation

# Every page asks which organisation this host is. A change made by a command is seen within this time.
_SECONDS_REMEMBERED = 15

_ALL = select(organisation).order_by(organisation.c.name, organisation.c.organisation_id)
_BY_HOST = select(organisation).where(organisation.c.host == bindparam("host"))
_BY_ID = select(organisation).where(organisation.c.organisation_id == bindparam("id"))
_CHANGE = update(organisation).where(mine(organisation))


def organisation_by_host(archive: Archive, host: str) -> Organisation | None:
    """The organisation that is found at this host name (without a port, any case).

    While the database is away the one that was last found there: people read the sentence about it in their language.
    """
    host = host.lower()
    remembered = archive.organisations.get(host)
    if remembered and time.monotonic() < remembered[0]:
        return remembered[1]
    try:
        found = _one(archive, _BY_HOST, host=host)
    except ArchiveAway:
        if remembered:
            return remembered[1]
        raise
    archive.organisations.pop(host, None)
    if found:
        archive.organisations[host] = (time.monotonic() + _SECONDS_REMEMBERED, found)
    return found


def organisation_by_id(archive: Archive, organisation_id: str) -> Organisation | None:
    return _one(archive, _BY_ID, id=organisation_id)


def all_organisations(archive: Archive) -> list[Organisation]:
    """Sorted by name. For commands."""
    with archive.facts.connect() as connection:
        rows = list(connection.execute(_ALL))
    return [_organisation(archive, row) for row in rows]


def add_organisation(records: Records, new: Organisation) -> None:
    """Makes the organisation these records are of, and its key. `new.id` must be the records' organisation."""
    _must_be_its_own(records, new)
    records.make_key(new.id)
    records.add(organisation, **_values(records, new))


def change_organisation(records: Records, changed: Organisation) -> None:
    """Everything but its id may change. Raises KeyGone when it isn't there."""
    _must_be_its_own(records, changed)
    records.change(_CHANGE.values(_values(records, changed)))
    records.afterwards["organisations"] = records.archive.organisations.clear


def _must_be_its_own(records: Records, one: Organisation) -> None:
    if one.id != records.organisation_id:
        raise ValueError("An organisation is made and changed in its own records.")


def _one(archive: Archive, statement: Select[Any], **values: str) -> Organisation | None:
    with archive.facts.connect() as connection:
        row = connection.execute(statement, values).one_or_none()
    return _organisation(archive, row) if row else None


def _values(records: Records, one: Organisation) -> dict[str, object]:
    secrets = json.dumps([one.oidc_client_secret, one.promises_signed_by])
    return {
        "name": one.name,
        "host": one.host.lower(),
        "zone": one.zone,
        "languages": ",".join(one.languages),
        "contact": one.contact,
        "issuer": one.issuer,
        "oidc_client_id": one.oidc_client_id,
        "promises_signed_at": one.promises_signed_at,
        "switches": ",".join(sorted(one.switches)),
        "keep_people": str(one.keep_people),
        "sealed": records.seal(records.organisation_id, ("organisation", "sealed"), secrets),
    }


def _organisation(archive: Archive, row: Row[*tuple[Any, ...]]) -> Organisation:
    plain = Organisation(
        id=row.organisation_id,
        name=row.name,
        host=row.host,
        zone=row.zone,
        languages=tuple(row.languages.split(",")),
        contact=row.contact,
        issuer=row.issuer,
        oidc_client_id=row.oidc_client_id,
        promises_signed_at=row.promises_signed_at,
        switches=frozenset(filter(None, row.switches.split(","))),
        keep_people=read_keep(row.keep_people),
    )
    with archive.reading(plain.id) as records:
        secret, signed_by = json.loads(records.open(plain.id, ("organisation", "sealed"), row.sealed))
    return replace(plain, oidc_client_secret=secret, promises_signed_by=signed_by)
