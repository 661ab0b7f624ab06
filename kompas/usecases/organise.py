"""Make an organisation, its teams and the people who belong to it. Done by an administrator at the console."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from kompas.casework.people import Caseworker, Organisation, Team
from kompas.store.archive import Archive
from kompas.store.organisations import (
    add_organisation,
    all_organisations,
    change_organisation,
    organisation_by_host,
    organisation_by_id,
)
from kompas.store.staff import add_caseworker, add_team, caseworker_by_subject, caseworkers, change_caseworker, teams


@dataclass
class CannotOrganise(Exception):
    """It can't be made like this; `sentence` says why, for the console."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


def new_id() -> str:
    return secrets.token_urlsafe(12)


def make_organisation(archive: Archive, wanted: Organisation) -> Organisation:
    """A new organisation behind a wall of its own. Raises `CannotOrganise` when its host is taken."""
    taken = organisation_by_host(archive, wanted.host)
    if taken is not None:
        raise CannotOrganise(f"{wanted.host} is already the address of {taken.name}.")
    with archive.writing(wanted.id) as records:
        add_organisation(records, wanted)
    return wanted


def change(archive: Archive, host: str, **changes: object) -> Organisation:
    """Another name, provider or contact. What is `None` stays as it is."""
    changed = replace(find(archive, host), **{name: value for name, value in changes.items() if value is not None})  # type: ignore[arg-type]
    with archive.writing(changed.id) as records:
        change_organisation(records, changed)
    return changed


def sign_promises(archive: Archive, host: str, name: str, now: datetime) -> Organisation:
    """The organisation confirms the promises of the first screen, by name and date."""
    return change(archive, host, promises_signed_by=name, promises_signed_at=now)


def find(archive: Archive, host: str) -> Organisation:
    """The organisation at this address, or with this id. Raises `CannotOrganise`."""
    found = organisation_by_host(archive, host) or organisation_by_id(archive, host)
    if found is None:
        known = ", ".join(one.host for one in all_organisations(archive)) or "none yet"
        raise CannotOrganise(f"There is no organisation at {host}. Known: {known}.")
    return found


def make_team(archive: Archive, host: str, name: str) -> Team:
    team = Team(new_id(), name)
    with archive.writing(find(archive, host).id) as records:
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
    """They can't sign in any more; what they did stays theirs."""
    organisation = find(archive, host)
    with archive.writing(organisation.id) as records:
        known = caseworker_by_subject(records, organisation.issuer, subject)
        if known is None:
            raise CannotOrganise(f"Nobody at {organisation.name} signs in as {subject}.")
        gone = replace(known, active=False)
        change_caseworker(records, gone)
    return gone


def staff_of(archive: Archive, host: str) -> list[Caseworker]:
    with archive.reading(find(archive, host).id) as records:
        return caseworkers(records)
