"""What was said too long ago to be kept, by the `keep` of the question that asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kompas.conversation.answers import Answer, question_of
from kompas.conversation.beside import BESIDE
from kompas.conversation.flow import Flow
from kompas.conversation.former import todays_slot
from kompas.conversation.own_word import SLOTS

OF_NO_QUESTION = (BESIDE, *SLOTS)
"""A client's own word on their answers, and who sat beside: they last as long as the answers do."""


@dataclass(frozen=True)
class Given:
    """One answer as it is kept, also one that was changed since."""

    position: int
    slot: str
    answer: Answer
    at: datetime


class Retention:
    """Which answers to this conversation are kept too long at this moment."""

    def __init__(self, flow: Flow, now: datetime) -> None:
        self._flow = flow
        self._since = {one.id: one.keep.before(now) for one in flow.questions.values() if one.keep}

    @property
    def newest(self) -> datetime:
        """The shortest time that anything is kept began here: nothing that was said later goes."""
        return max(self._since.values())

    def too_old(self, slot: str, at: datetime) -> bool:
        """Of a question that nobody asks any more nobody tells how long it is kept: the shortest time."""
        name = question_of(todays_slot(self._flow, slot))
        return at < (min(self._since.values()) if name in OF_NO_QUESTION else self._since.get(name, self.newest))

    def over(self, given: Iterable[Given]) -> list[Given]:
        """What goes: each value by its own moment. With the last answer goes every word about it."""
        said = list(given)
        gone = [one for one in said if self.too_old(one.slot, one.at)]
        left = [one for one in said if one not in gone]
        if gone and all(question_of(one.slot) in OF_NO_QUESTION for one in left):
            return said
        return gone
