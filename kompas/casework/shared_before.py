"""What a client shared and took back, by moments: for their own log, which keeps that it was there and not what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kompas.casework.people import ProfileVersion
from kompas.casework.versions import is_whole, profile_of, talk_about
from kompas.profile.concluding import is_worked_out

Deed = Literal["shared", "shared less", "took all back", "wiped"]


@dataclass(frozen=True)
class SharedThen:
    """One moment, and what the client did. Of what was wiped since nobody knows any more whether it was less."""

    at: datetime
    deed: Deed


def shared_before(versions: Iterable[ProfileVersion]) -> tuple[SharedThen, ...]:
    """The newest first. `versions`: all of one client's, the oldest first. Where nothing left, nothing stands."""
    then: list[SharedThen] = []
    newest: dict[int, ProfileVersion] = {}
    for version in versions:
        if deed := _deed(version, newest.get(version.round)):
            then.append(SharedThen(version.shared_at, deed))
        newest[version.round] = version
    return tuple(reversed(then))


def _deed(version: ProfileVersion, before: ProfileVersion | None) -> Deed | None:
    now, then = _seen(version), _seen(before) if before else frozenset()
    if before and now == then and not is_whole(before):
        return "wiped"
    if not is_whole(version):
        return "shared"
    if not now:
        return "took all back" if then else None
    return "shared less" if now < then else "shared"


def _seen(version: ProfileVersion) -> frozenset[str]:
    """What was worked out follows from the rest: another idea for work is not more than there was."""
    lines = (f"{one.id}={one.ground}" for one in profile_of(version).statements if not is_worked_out(one))
    return frozenset([*lines, *talk_about(version)])
