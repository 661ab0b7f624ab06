"""Is this still right? What was shared for months, or for the talk before, said again by the client: yes, still."""

from dataclasses import replace
from datetime import datetime, timedelta

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import NONE
from kompas.casework.versions import profile_of, take_back
from kompas.conversation.answers import Answers
from kompas.profile.concluding import choice_about, is_worked_out
from kompas.profile.statements import Profile
from kompas.profile.still_holding import speaks_against

THREE_MONTHS = timedelta(days=91)
FIRST_SHARED = "first_shared"


def grows_old(version: ProfileVersion, round_of_talks: int, now: datetime) -> bool:
    """Is it time to ask? After three months, and in a new round at once. `version`: the last one shared."""
    return bool(renewable(version).statements) and (
        version.round < round_of_talks or now - version.shared_at >= THREE_MONTHS
    )


def renewable(version: ProfileVersion) -> Profile:
    """The lines to ask about: what they said themselves. What was worked out of it goes along."""
    return Profile(tuple(one for one in profile_of(version).statements if not is_worked_out(one)))


def renewed(version: ProfileVersion, round_of_talks: int, now: datetime, own_word: Answers = NONE) -> ProfileVersion:
    """The same lines in the same words, said to be right at this moment. It gets its number when it is kept.

    But the hint, which is chosen anew each time: it says how somebody is helped best now. Nor what was worked out and
    is not right by their `own_word` of today.
    """
    worked_out = [one for one in profile_of(version).statements if is_worked_out(one)]
    gone = [one.id for one in worked_out if one.kind == "hint" or speaks_against(one, own_word)]
    again = take_back(version, gone, (), now)
    shown = {**again.shown, FIRST_SHARED: first_shared(version).isoformat()}
    choices = {name: choice for name, choice in version.choices.items() if name != choice_about("hint")}
    return replace(again, round=round_of_talks, shown=shown, choices=choices)


def first_shared(version: ProfileVersion) -> datetime:
    """When these lines were shared, however often they were said to be still right since."""
    first = version.shown.get(FIRST_SHARED)
    return datetime.fromisoformat(first) if isinstance(first, str) else version.shared_at


def still_right_at(version: ProfileVersion) -> datetime | None:
    return version.shared_at if FIRST_SHARED in version.shown else None
