"""Make an organisation, its teams and the people who belong to it. Done by an administrator at the console."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import available_timezones

from kompas.casework.people import Caseworker, Organisation, Team
from kompas.store.archive import Archive, Records
from kompas.store.audit import add_deed
from kompas.store.ids import new_id
from kompas.store.organisations import (
    add_organisation,
    all_organisations,
    change_organisation,
    organisation_by_host,
    organisation_by_id,
)
from kompas.store.sessions import end_sessions_of
from kompas.store.staff import add_caseworker, add_team, caseworker_by_subject, caseworkers, change_caseworker, teams

# As browsers send it and the web looks it up: without scheme, port and path.
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


@dataclass
class CannotOrganise(Exception):
    """It can't be made like this; `sentence` says why, for the console."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def make_organisation(archive: Archive, wanted: Organisation) -> Organisation:
    """A new organisation behind a wall of its own. Raises `CannotOrganise` when nobody could reach it like this."""
    _check(wanted)
    taken = organisation_by_host(archive, wanted.host)
    if taken is not None:
        raise CannotOrganise(f"{wanted.host} is already the address of {taken.name}.")
    with archive.writing(wanted.id) as records:
        add_organisation(records, wanted)
    return wanted


def change(archive: Archive, host: str, **changes: object) -> Organisation:
    """Another name, time zone, provider or contact. What is `None` stays as it is. Raises `CannotOrganise`."""
    before = find(archive, host)
    changed = replace(before, **{name: value for name, value in changes.items() if value is not None})  # type: ignore[arg-type]
    _check(changed)
    with archive.writing(changed.id) as records:
        change_organisation(records, changed)
        if changed.issuer != before.issuer:
            _sign_everyone_out(records)
    return changed


def _sign_everyone_out(records: Records) -> None:
    """Whom the former provider let in, the new one has not vouched for."""
    for one in caseworkers(records):
        end_sessions_of(records, one.id)


def turn(archive: Archive, host: str, switch: str, *, on: bool) -> Organisation:
    """Turns a switch of this organisation on or off. What was answered before stays, on or off the path."""
    switches = find(archive, host).switches
    return change(archive, host, switches=switches | {switch} if on else switches - {switch})


def sign_promises(archive: Archive, host: str, name: str, now: datetime) -> Organisation:
    """The organisation confirms the promises of the first screen, by name and date."""
    return change(archive, host, promises_signed_by=name, promises_signed_at=now)


def _check(wanted: Organisation) -> None:
    """What would only show later, as a host that nobody can reach or a page that breaks, is said now."""
    if not wanted.name.strip():
        raise CannotOrganise("An organisation needs a name.")
    if not _HOST.fullmatch(wanted.host):
        raise CannotOrganise(f"“{wanted.host}” is no host name: write it without https://, port and path.")
    if wanted.zone not in available_timezones():
        raise CannotOrganise(f"There is no time zone “{wanted.zone}”. An example of one: Europe/Amsterdam.")


def find(archive: Archive, host: str) -> Organisation:
    """The organisation at this address, or with this id. Raises `CannotOrganise`."""
    found = organisation_by_host(archive, host) or organisation_by_id(archive, host)
    if found is None:
        known = ", ".join(one.host for one in all_organisations(archive)) or "none yet"
        raise CannotOrganise(f"There is no organisation at {host}. Known: {known}.")
    return found


def make_team(archive: Archive, host: str, name: str) -> Team:
    """A team by a name of its own: people are put into it by that name. Raises `CannotOrganise`."""
    organisation, team = find(archive, host), Team(new_id(), name)
    with archive.writing(organisation.id) as records:
        if any(one.name == name for one in teams(records)):
            raise CannotOrganise(f"{organisation.name} already has a team called {name}.")
        add_team(records, team)
    return team


def teams_of(archive: Archive, host: str) -> list[Team]:
    with archive.reading(find(archive, host).id) as records:
        return teams(records)


def add_to_team(archive: Archive, host: str, team_name: str, name: str, subject: str) -> Caseworker:
    """Someone who signs in with this subject of the organisation's provider belongs to this team from now on."""
    organisation = find(archive, host)
    with archive.writing(organisation.id) as records:
        team = next((one for one in teams(records) if team_name in (one.name, one.id)), None)
        if team is None:
            raise CannotOrganise(f"{organisation.name} has no team called {team_name}.")
        known = caseworker_by_subject(records, organisation.issuer, subject)
        if known is not None:
            moved = replace(known, team_id=team.id, name=name, active=True)
            change_caseworker(records, moved)
            return moved
        caseworker = Caseworker(new_id(), team.id, subject, name)
        add_caseworker(records, caseworker)
    return caseworker


def remove_from_staff(archive: Archive, host: str, subject: str) -> Caseworker:
    """They can't sign in any more, and are signed out everywhere; what they did stays theirs."""
    organisation = find(archive, host)
    with archive.writing(organisation.id) as records:
        known = caseworker_by_subject(records, organisation.issuer, subject)
        if known is None:
            raise CannotOrganise(f"Nobody at {organisation.name} signs in as {subject}.")
        gone = replace(known, active=False)
        change_caseworker(records, gone)
        end_sessions_of(records, gone.id)
    return gone


def give_tables_to(archive: Archive, host: str, subject: str, now: datetime, *, keeps: bool = True) -> Caseworker:
    """They may, or may no longer, change what the organisation itself keeps. Raises `CannotOrganise`."""
    organisation = find(archive, host)
    with archive.writing(organisation.id) as records:
        known = caseworker_by_subject(records, organisation.issuer, subject)
        if known is None:
            raise CannotOrganise(f"Nobody at {organisation.name} signs in as {subject}.")
        changed = replace(known, keeps_tables=keeps)
        change_caseworker(records, changed)
        add_deed(records, now, "kompas staff keeps", "give tables" if keeps else "take tables", "caseworker", known.id)
    return changed


def staff_of(archive: Archive, host: str) -> list[Caseworker]:
    with archive.reading(find(archive, host).id) as records:
        return caseworkers(records)
