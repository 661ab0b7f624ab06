"""What was spoken about and is no longer shared: the client reads which lines, a caseworker only how many and when."""

from dataclasses import dataclass
from datetime import datetime

from kompas.casework.lost import Lost, lost_ground
from kompas.casework.people import Client
from kompas.casework.verdicts import Words
from kompas.casework.versions import Wording, profile_of, wording_of
from kompas.profile.statements import Profile, Statement
from kompas.store.archive import Records
from kompas.store.profile_versions import newest_version, version
from kompas.store.verdicts import verdicts_of_round
from kompas.usecases.caseload import client_of
from kompas.usecases.parties import Desk, Phone, client_here


@dataclass(frozen=True)
class NoLongerShared:
    """A line as it was shared, in the wording of then, and the newest word of each side on it."""

    statement: Statement
    wording: Wording
    words: Words


def no_longer_shared(phone: Phone) -> tuple[NoLongerShared, ...]:
    """For the client: the line that was spoken of last comes first."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = client_here(records, phone)
        lost = _lost(records, client)
        shared = {number: version(records, client.id, number) for number in {one.version for one in lost}}
    found = ((one, shared[one.version]) for one in lost)
    return tuple(
        NoLongerShared(profile_of(then).by_id[one.statement_id], wording_of(then), one.words)
        for one, then in found
        if then is not None and one.statement_id in profile_of(then).by_id
    )


def lost_at_the_desk(desk: Desk, client_id: str) -> tuple[datetime, ...]:
    """For a caseworker to whom nothing is shared now: when the lines that are gone were spoken about. Nothing else.

    Raises `NotFound` for a client who isn't theirs.
    """
    with desk.archive.reading(desk.organisation_id) as records:
        return tuple(one.at for one in _lost(records, client_of(records, desk.caseworker, client_id)))


def _lost(records: Records, client: Client) -> tuple[Lost, ...]:
    newest = newest_version(records, client)
    profile = profile_of(newest) if newest is not None else Profile(())
    return lost_ground(profile, verdicts_of_round(records, client.id, client.round))
