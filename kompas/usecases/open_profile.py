"""Open what a client shared: the caseworker at the desk, which the client can read back, and the client themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kompas.casework.compared import Compared, compared, newest_of
from kompas.casework.lost import lost_ground
from kompas.casework.people import Caseworker, Client, View
from kompas.casework.shared_profile import SharedProfile, shared_profile
from kompas.casework.versions import profile_of
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.profile_versions import newest_version, versions_of
from kompas.store.verdicts import verdicts_of_round
from kompas.store.views import add_view, views_of
from kompas.usecases.caseload import client_of
from kompas.usecases.earlier import last_time
from kompas.usecases.parties import Desk, Phone, client_here

ONE_OPENING = timedelta(minutes=10)
"""Looking again within this time is the same opening in the client's reading log."""


@dataclass(frozen=True)
class OpenedProfile:
    """What a caseworker has before them: `profile` is for this talk, `None` while the client is only invited.

    `lost`: when the lines were last spoken about that are no longer shared. Which ones they were, the client alone can
    ask (`usecases/lost.py`).
    """

    client: Client
    profile: SharedProfile | None
    last_time: SharedProfile | None
    lost: tuple[datetime, ...]
    compared: Compared | None
    """Last time and now, where both are shared."""


def open_profile(desk: Desk, client_id: str, now: datetime) -> OpenedProfile:
    """The caseworker opens what this client shared, for this talk and for the last: one opening in the client's log.

    Nothing is logged where nothing is shared. Raises `NotFound` for a client who isn't theirs.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        versions, said = versions_of(records, client), verdicts_of_round(records, client.id, client.round)
        version = newest_of(versions, client.round)
        lost = tuple(one.at for one in lost_ground(profile_of(version), said))
        two = compared(versions, client.round)
        opened = OpenedProfile(client, shared_profile(version, said), last_time(records, client), lost, two)
        if opened.profile is not None or opened.last_time is not None:
            _log_view(records, desk.caseworker, client, now)
    return opened


def my_profile(phone: Phone) -> SharedProfile | None:
    """The client's side of the same. Raises `ConversationClosed` for a client who was erased."""
    with phone.archive.reading(phone.organisation_id) as records:
        return this_time(records, client_here(records, phone))


def this_time(records: Records, client: Client) -> SharedProfile | None:
    """What is shared for the talk that they are invited to now."""
    version = newest_version(records, client)
    return shared_profile(version, verdicts_of_round(records, client.id, client.round)) if version else None


def _log_view(records: Records, caseworker: Caseworker, client: Client, now: datetime) -> None:
    mine = [
        view.at for view in views_of(records, client.id) if view.caseworker_id == caseworker.id and not view.instead_of
    ]
    if not mine or now - max(mine) > ONE_OPENING:
        add_view(records, client.id, View(caseworker.id, caseworker.name, now))
        add_deed(records, now, caseworker.id, "open profile", "client", client.id)
