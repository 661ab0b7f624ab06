"""Lines that lost their ground: somebody spoke about them, and they are no longer shared.

Whether the client took a line back, dropped the answer under it or gave another one can't be told apart, on purpose:
at the desk the three look the same, and say when somebody spoke, never about what.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kompas.casework.people import Verdict
from kompas.casework.verdicts import Words, newest_words
from kompas.profile.statements import Profile


@dataclass(frozen=True)
class Lost:
    """What was said of a line that is gone. `version` is the one it was said about."""

    statement_id: str
    words: Words
    version: int
    at: datetime


def lost_ground(profile: Profile, verdicts: Iterable[Verdict]) -> tuple[Lost, ...]:
    """The lines of this round that were spoken about and that `profile`, what is shared now, no longer holds.

    The one that was spoken of last comes first. `verdicts`: of this round of talks, in any order.
    """
    gone = [(name, words) for name, words in newest_words(verdicts).items() if name not in profile.by_id]
    return tuple(
        Lost(name, words, words.last.version, words.last.at) for name, words in reversed(gone) if words.last is not None
    )
