"""What a client shared and took back, by moments: for their own log, which keeps that it was there and not what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kompas.casework.people import ProfileVersion
from kompas.casework.versions import is_whole, profile_of, talk_about

Deed = Literal["shared", "shared less", "took all back", "wiped since"]


@dataclass(frozen=True)
class SharedThen:
    """One moment. Of a version that was wiped since nobody knows any more whether it showed more or less."""

    at: datetime
    deed: Deed


def shared_before(versions: Iterable[ProfileVersion]) -> tuple[SharedThen, ...]:
    """The newest first. `versions`: all of one client's, the oldest first. Where nothing left, nothing stands."""
    then: list[SharedThen] = []
    before: dict[int, frozenset[str]] = {}
    for version in versions:
        seen = frozenset([*(f"{one.id}={one.ground}" for one in profile_of(version).statements), *talk_about(version)])
        if deed := _deed(version, seen, before.get(version.round, frozenset())):
            then.append(SharedThen(version.shared_at, deed))
        before[version.round] = seen
    return tuple(reversed(then))


def _deed(version: ProfileVersion, seen: frozenset[str], before: frozenset[str]) -> Deed | None:
    if not is_whole(version):
        return "wiped since"
    if not seen:
        return "took all back" if before else None
    return "shared less" if seen < before else "shared"
