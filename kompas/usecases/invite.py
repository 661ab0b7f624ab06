"""Invite a client, renew or withdraw the invitation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kompas.casework.people import Client, Invitation
from kompas.conversation.typed import readable
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import add_client
from kompas.store.ids import new_id
from kompas.store.invitations import add_invitation, newest_invitation, withdraw_invitations
from kompas.store.sessions import end_sessions_of
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Opener, code_shown, link_shown, new_opener
from kompas.usecases.parties import Desk

OPEN_AFTER_THE_TALK = timedelta(days=60)
FURTHEST_TALK = timedelta(days=2 * 366)
YOUNGEST, OLDEST = 15, 100
LONGEST_NAME, LONGEST_PLACE = 80, 120

ASKED_FOR = {
    "name": "Write the name, in at most 80 letters.",
    "birth_year": "Write the year of birth in four digits.",
    "talk_at": "Choose a day and a time that are still to come.",
    "talk_place": "Write where the talk is, in at most 120 letters.",
}
"""What to do about each field (English source: the catalogues find sentences in constants)."""


@dataclass(frozen=True)
class Appointment:
    """Who is invited to which talk. `talk_at` is a moment in UTC; `birth_year` and language as the caseworker knows."""

    name: str
    language: str
    birth_year: int
    talk_at: datetime
    talk_place: str


@dataclass
class Incomplete(Exception):
    """The invitation can't go out yet: a sentence (English source) for each field that needs something."""

    sentences: Mapping[str, str] = field(default_factory=dict)


def invite(
    desk: Desk, wanted: Appointment, pepper: bytes, now: datetime, opener: Opener | None = None
) -> tuple[Client, Opener]:
    """A new client of this caseworker, with an opener for the letter: a fresh one unless given. Raises `Incomplete`."""
    opener = opener or new_opener()
    _check(wanted, now)
    client = Client(
        id=new_id(),
        team_id=desk.caseworker.team_id,
        caseworker_id=desk.caseworker.id,
        name=_one_line(wanted.name),
        language=wanted.language,
        birth_year=wanted.birth_year,
        talk_at=wanted.talk_at,
        talk_place=_one_line(wanted.talk_place),
        created_at=now,
    )
    with desk.archive.writing(desk.organisation_id) as records:
        add_client(records, client)
        let_in(records, client, opener, pepper, now)
        add_deed(records, now, desk.caseworker.id, "invite", "client", client.id)
    return client, opener


def renew(desk: Desk, client_id: str, pepper: bytes, now: datetime) -> Opener:
    """A new opener; the old link and code stop working, and open conversations ask for the new one."""
    opener = new_opener()
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        _shut(records, client, now)
        let_in(records, client, opener, pepper, now)
        add_deed(records, now, desk.caseworker.id, "renew invitation", "client", client.id)
    return opener


def invitation_of(desk: Desk, client_id: str) -> tuple[Client, Invitation | None]:
    """My client with their newest invitation, also one that no longer opens. Raises `NotFound`."""
    with desk.archive.reading(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        return client, newest_invitation(records, client.id)


def withdraw(desk: Desk, client_id: str, now: datetime) -> None:
    """Link and code stop working at once. What the client said stays theirs."""
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        _shut(records, client, now)
        add_deed(records, now, desk.caseworker.id, "withdraw invitation", "client", client.id)


def let_in(records: Records, client: Client, opener: Opener, pepper: bytes, now: datetime) -> Invitation:
    """An invitation that this opener opens until well after the talk."""
    invitation = Invitation(
        id=new_id(),
        client_id=client.id,
        token_hash=link_shown(opener.token).fingerprint,
        code_hash=code_shown(opener.code, pepper).fingerprint,
        created_at=now,
        expires_at=max(client.talk_at, now) + OPEN_AFTER_THE_TALK,
    )
    add_invitation(records, invitation)
    return invitation


def _shut(records: Records, client: Client, now: datetime) -> None:
    withdraw_invitations(records, client.id, now)
    end_sessions_of(records, client.id)


def _one_line(typed: str) -> str:
    return " ".join(readable(typed).split())


def _check(wanted: Appointment, now: datetime) -> None:
    found = {}
    if not _one_line(wanted.name) or len(wanted.name) > LONGEST_NAME:
        found["name"] = ASKED_FOR["name"]
    if not now.year - OLDEST <= wanted.birth_year <= now.year - YOUNGEST:
        found["birth_year"] = ASKED_FOR["birth_year"]
    if not now < wanted.talk_at <= now + FURTHEST_TALK:
        found["talk_at"] = ASKED_FOR["talk_at"]
    if not _one_line(wanted.talk_place) or len(wanted.talk_place) > LONGEST_PLACE:
        found["talk_place"] = ASKED_FOR["talk_place"]
    if found:
        raise Incomplete(found)
