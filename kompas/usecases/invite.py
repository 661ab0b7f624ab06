"""Invite a client, renew or withdraw the invitation."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta

from kompas.casework.people import Client, Invitation
from kompas.conversation.readable import one_line
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import add_client, clients_of
from kompas.store.ids import new_id
from kompas.store.invitations import add_invitation, letters_made, newest_invitation, withdraw_invitations
from kompas.store.sessions import end_sessions_of
from kompas.store.staff import hold_caseload
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Opener, code_shown, link_shown, new_opener
from kompas.usecases.parties import Desk, Phone

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
) -> tuple[Client, Opener | None]:
    """A new client of this caseworker, with an opener for the letter: a fresh one unless given. Raises `Incomplete`.

    Who is invited to this very appointment already stays as they are (a double tap, a form that is sent again when no
    reply came): `None` for the opener.
    """
    opener, wanted = opener or new_opener(), checked(wanted, now)
    client = Client(
        id=new_id(),
        team_id=desk.caseworker.team_id,
        caseworker_id=desk.caseworker.id,
        created_at=now,
        **asdict(wanted),
    )
    with desk.archive.writing(desk.organisation_id) as records:
        hold_caseload(records, desk.caseworker.id)
        already = _invited_already(records, desk, wanted)
        if already is not None:
            return already, None
        add_client(records, client)
        let_in(records, client, opener, pepper, now)
        add_deed(records, now, desk.caseworker.id, "invite", "client", client.id)
    return client, opener


def _invited_already(records: Records, desk: Desk, wanted: Appointment) -> Client | None:
    for one in clients_of(records, desk.caseworker.id):
        if Appointment(one.name, one.language, one.birth_year, one.talk_at, one.talk_place) == wanted:
            return one
    return None


def renew(desk: Desk, client_id: str, pepper: bytes, now: datetime) -> Opener:
    """A new opener; the old link and code stop working, and open conversations ask for the new one."""
    opener = new_opener()
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        shut(records, client, now)
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
        shut(records, client, now)
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


def shut(records: Records, client: Client, now: datetime) -> None:
    """Every link and code so far stops working, also where a conversation is open."""
    withdraw_invitations(records, client.id, now)
    end_sessions_of(records, client.id)


def checked(wanted: Appointment, now: datetime) -> Appointment:
    """The same with its words on one line each. Raises `Incomplete`."""
    found = {}
    if not one_line(wanted.name) or len(wanted.name) > LONGEST_NAME:
        found["name"] = ASKED_FOR["name"]
    if not now.year - OLDEST <= wanted.birth_year <= now.year - YOUNGEST:
        found["birth_year"] = ASKED_FOR["birth_year"]
    if not now < wanted.talk_at <= now + FURTHEST_TALK:
        found["talk_at"] = ASKED_FOR["talk_at"]
    if not one_line(wanted.talk_place) or len(wanted.talk_place) > LONGEST_PLACE:
        found["talk_place"] = ASKED_FOR["talk_place"]
    if found:
        raise Incomplete(found)
    return replace(wanted, name=one_line(wanted.name), talk_place=one_line(wanted.talk_place))


def my_letters(phone: Phone) -> list[datetime]:
    """When a letter with a link and a code was made for this client, newest first.

    Who makes one sees its code, so the client can read that it was made, as they read who opened their profile.
    """
    with phone.archive.reading(phone.organisation_id) as records:
        return letters_made(records, phone.client_id)
