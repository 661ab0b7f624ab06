"""A shared profile: what both sides see of a talk, for this one and for the last alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kompas.casework.people import ProfileVersion, Verdict
from kompas.casework.renewing import first_shared, still_right_at
from kompas.casework.verdicts import Item, items
from kompas.casework.versions import profile_of, shows_anything, talk_about
from kompas.conversation.flow import Part


@dataclass(frozen=True)
class SharedProfile:
    """A version with the standing of each of its lines, and the client's agenda. `shared_at` is the moment to tell."""

    version: ProfileVersion
    shared_at: datetime
    items: tuple[Item, ...]
    talk_about: tuple[Part, ...]

    @property
    def still_right_at(self) -> datetime | None:
        """When the client last said that it is still right, if they ever did."""
        return still_right_at(self.version)


def shared_profile(version: ProfileVersion | None, verdicts: Iterable[Verdict]) -> SharedProfile | None:
    """`None` when nothing was shared, or all of it was taken back. `verdicts`: of the version's round, in any order."""
    if version is None or not shows_anything(version):
        return None
    return SharedProfile(version, first_shared(version), items(profile_of(version), verdicts), talk_about(version))
