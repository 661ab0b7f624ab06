"""Since it was shared: what a caseworker still sees although the answers say something else now.

Worked out each time from the version that is shared and from the answers, so it goes by itself when a client changes
their mind back. Only the client is ever told.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import NONE, shareable
from kompas.casework.versions import profile_of
from kompas.conversation.answers import Answers
from kompas.profile.concluding import is_worked_out
from kompas.profile.statements import Profile, Statement
from kompas.profile.still_holding import speaks_against


@dataclass(frozen=True)
class Still:
    """A line as the caseworker still sees it, and as it is now: `None` when nothing says it any more."""

    then: Statement
    now: Statement | None


@dataclass(frozen=True)
class Since:
    """`still` seen as it was; `fresh`: lines about which nothing was chosen since they came; `reordered`: topics that
    the client put in another order."""

    still: tuple[Still, ...] = ()
    fresh: tuple[Statement, ...] = ()
    reordered: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """The lines for which a choice has to be made anew."""
        return frozenset(one.now.id for one in self.still if one.now is not None) | {one.id for one in self.fresh}

    def __bool__(self) -> bool:
        return bool(self.still or self.fresh or self.reordered)


NOTHING = Since()


def since(version: ProfileVersion, profile: Profile, own_word: Answers = NONE) -> Since:
    """What differs between a shared version and `profile`, what all answers say now.

    What was worked out follows from answers that are compared themselves: it differs when the client's `own_word`, of
    today, speaks against it.
    """
    now, shared = shareable(profile).by_id, profile_of(version).by_id
    still = tuple(Still(then, now.get(then.id)) for then in shared.values() if _is_other(then, now, own_word))
    fresh = tuple(one for one in now.values() if one.id not in shared and _undecided(version, one))
    return Since(still, fresh, _topics(now, shared) != _topics(shared, now))


def _is_other(then: Statement, now: Mapping[str, Statement], own_word: Answers) -> bool:
    if is_worked_out(then):
        return speaks_against(then, own_word)
    return then.id not in now or now[then.id].ground != then.ground


def _topics(lines: Mapping[str, Statement], among: Container[str]) -> list[str]:
    """The topics that are in both, in the order of the first."""
    return [one.id for one in lines.values() if one.part == "agenda" and one.id in among]


def _undecided(version: ProfileVersion, line: Statement) -> bool:
    """Chosen to be shared, but not there: an answer under it came later than the choice. A topic is not there either
    while the line is kept that it follows."""
    return all(version.choices.get(one, "share") == "share" for one in (line.id, line.follows or line.id))
