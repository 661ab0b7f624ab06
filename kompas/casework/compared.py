"""Which two moments of sharing are compared: last time and now. Only what was shared at both counts, and still is."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from kompas.casework.people import ProfileVersion
from kompas.casework.shared_before import shared_before
from kompas.casework.sharing import under
from kompas.casework.versions import answers_of_version, profile_of, shows_anything
from kompas.conversation.answers import Answers
from kompas.profile.concluding import is_worked_out

A_DAY = timedelta(days=1)
"""Who adds a line on the same day corrects themselves; that is no then and now."""


@dataclass(frozen=True)
class Compared:
    """The answers that were shared then, and those that are shared now, each with its moment."""

    then_at: datetime
    now_at: datetime
    then: Answers
    now: Answers


def compared(versions: Iterable[ProfileVersion], round_of_talks: int) -> Compared | None:
    """The last of the talk before, or else the first of this one, beside the newest. `None` where one is missing.

    `versions`: all of one client's, the oldest first. A line that was taken back in between says nothing at all, not
    even that it was there before: what is taken back is nothing to compare with.
    """
    known = list(versions)
    mine, before = _of(known, round_of_talks), _last_talk(known, round_of_talks)
    then = before or mine[:1]
    if not mine or not shows_anything(mine[-1]) or _shared_at(mine) - _shared_at(then) < A_DAY:
        return None
    gone = set() if before else _gone_in_between(mine)
    return Compared(_shared_at(then), _shared_at(mine), _answers(then[-1], gone), _answers(mine[-1], gone))


def newest_of(versions: Iterable[ProfileVersion], round_of_talks: int) -> ProfileVersion | None:
    """The one the desk sees of this round; `versions` are the oldest first."""
    return next(reversed(_of(versions, round_of_talks)), None)


def _of(versions: Iterable[ProfileVersion], round_of_talks: int) -> list[ProfileVersion]:
    return [one for one in versions if one.round == round_of_talks]


def _last_talk(versions: Sequence[ProfileVersion], round_of_talks: int) -> list[ProfileVersion]:
    """All versions of the talk before, of which the last still stands beside; none where all of it was taken back."""
    last = max((one.round for one in versions if one.round < round_of_talks), default=0)
    found = _of(versions, last)
    return found if found and shows_anything(found[-1]) else []


def _gone_in_between(versions: Sequence[ProfileVersion]) -> Set[str]:
    """The lines of the first that one of the later versions doesn't hold."""
    there = [profile_of(one).by_id.keys() for one in versions]
    return there[0] - set.intersection(*map(set, there))


def _answers(version: ProfileVersion, gone: Set[str]) -> Answers:
    """What was worked out rests on answers of other lines: it brings none of them back."""
    lines = [one for one in profile_of(version).statements if one.id not in gone and not is_worked_out(one)]
    return under(answers_of_version(version), lines)


def _shared_at(versions: Sequence[ProfileVersion]) -> datetime:
    """Taking back makes a version with a moment of its own: it is not when the last of these was shared."""
    then = (one.at for one in shared_before(versions) if one.deed == "shared")
    return next(then, versions[-1].shared_at)
