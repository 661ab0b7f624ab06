"""Last time: what a client shared for the talk before this round. It stands beside, to be read and to be taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from kompas.casework.people import Client, ProfileVersion
from kompas.casework.shared_before import shared_before
from kompas.casework.shared_profile import SharedProfile, shared_profile
from kompas.casework.versions import profile_of, shows_the_same, take_back
from kompas.conversation.flow import Part
from kompas.store.archive import Records
from kompas.store.profile_versions import add_version, earlier_version, versions_of
from kompas.store.verdicts import verdicts_of_round
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import Stale
from kompas.usecases.word_of_client import worked_out_anew


def last_time(records: Records, client: Client) -> SharedProfile | None:
    """`None` in the first round, and when nothing was shared before or all of it was taken back."""
    version = earlier_version(records, client) if client.round > 1 else None
    found = shared_profile(version, verdicts_of_round(records, client.id, version.round)) if version else None
    return replace(found, shared_at=_shared_at(records, client, found.version)) if found else None


def _shared_at(records: Records, client: Client, version: ProfileVersion) -> datetime:
    """Taking back makes a version with a moment of its own: it is not when this was shared."""
    of_its_round = [one for one in versions_of(records, client) if one.round == version.round]
    then = (one.at for one in shared_before(of_its_round) if one.deed == "shared")
    return next(then, version.shared_at)


def my_last_time(phone: Phone) -> SharedProfile | None:
    """The client's side of the same."""
    with phone.archive.reading(phone.organisation_id) as records:
        return last_time(records, client_here(records, phone))


def take_back_last_time(
    phone: Phone, now: datetime, parts: Iterable[Part] = (), line: int | None = None, seen: int = 0
) -> None:
    """Takes back whole parts, or the line with this number in the version that was `seen`. Gone from the desk at once.

    What is left makes a version in the round it was shared in. Raises `Stale` when the line may be another one by now.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        client = client_here(records, phone)
        version = earlier_version(records, client)
        if version is None:
            return
        lines, taken_parts = profile_of(version).statements, set(parts)
        if line is not None and not (version.number == seen and 0 < line <= len(lines)):
            raise Stale
        taken = [one.id for place, one in enumerate(lines, start=1) if place == line]
        left = take_back(version, taken, taken_parts, now, worked_out_anew(records, phone, now))
        if not shows_the_same(version, left):
            add_version(records, client.id, left)
