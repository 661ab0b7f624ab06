"""Invite a client to a new talk, long after the one before: what was shared then stands beside."""

from dataclasses import asdict, replace
from datetime import datetime

from kompas.casework.people import Client
from kompas.store.audit import add_deed
from kompas.store.clients import change_client
from kompas.store.invitations import newest_invitation
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Opener, new_opener
from kompas.usecases.invite import Appointment, checked, let_in, shut
from kompas.usecases.parties import Desk
from kompas.usecases.problems import Stale

INVITED_MEANWHILE = "You invited to another talk in another window. Look at that invitation first."


def invite_again(
    desk: Desk,
    client_id: str,
    wanted: Appointment,
    pepper: bytes,
    now: datetime,
    opener: Opener | None = None,
    seen: str | None = None,
) -> tuple[Client, Opener | None]:
    """A new round of talks for a client of this caseworker, with an opener for the letter: a fresh one unless given.

    `seen` is the id of the invitation that was newest when the form was opened. When there is a newer one with this
    very appointment, all is done already (a double tap): `None` for the opener. Raises `Incomplete`, `NotFound`, and
    `Stale` when somebody invited to another talk meanwhile.
    """
    opener, wanted = opener or new_opener(), checked(wanted, now)
    with desk.archive.writing(desk.organisation_id) as records:
        before = client_of(records, desk.caseworker, client_id)
        newest = newest_invitation(records, client_id)
        client = replace(before, **asdict(wanted))
        if seen is not None and newest is not None and newest.id != seen:
            if client != before:
                raise Stale
            return before, None
        client = replace(client, round=before.round + 1)
        change_client(records, client)
        shut(records, client, now)
        let_in(records, client, opener, pepper, now)
        add_deed(records, now, desk.caseworker.id, "invite again", "client", client.id)
    return client, opener
