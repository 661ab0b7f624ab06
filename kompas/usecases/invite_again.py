"""Invite a client to a new talk, long after the one before: what was shared then stands beside."""

from dataclasses import asdict, replace
from datetime import datetime, timedelta

from kompas.casework.people import Client
from kompas.casework.versions import profile_of
from kompas.store.answers import wipe_answers_before
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import change_client
from kompas.store.invitations import newest_invitation
from kompas.store.paper import drop_typed_before
from kompas.store.profile_versions import rewrite_version, versions_of
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Opener, new_opener
from kompas.usecases.invite import Appointment, checked, let_in, shut
from kompas.usecases.parties import Desk
from kompas.usecases.problems import Stale

KEPT = timedelta(days=365)
"""Answers are kept for twelve months, as the flow says of every question; what was shared of them stays shared."""

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
        wipe_answers_before(records, client.id, now - KEPT)
        drop_typed_before(records, client.id, now - KEPT)
        _wipe_choices_before(records, client, now - KEPT)
        shut(records, client, now)
        let_in(records, client, opener, pepper, now)
        add_deed(records, now, desk.caseworker.id, "invite again", "client", client.id)
    return client, opener


def _wipe_choices_before(records: Records, client: Client, moment: datetime) -> None:
    """A choice to keep a line tells that it was said: it goes with the answers. Those of the lines shared then stay.

    Every version of then is written anew, so that how much there is to do tells nothing of what was kept.
    """
    for version in versions_of(records, client):
        if version.shared_at < moment:
            shared = profile_of(version).by_id
            left = {line: choice for line, choice in version.choices.items() if line in shared}
            rewrite_version(records, client.id, replace(version, choices=left))
