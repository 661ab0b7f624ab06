"""What somebody said to one question: an answer, a skip, or "I'd rather talk about this"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

State = Literal["given", "skipped", "talk"]
Value = str | tuple[str, ...] | Mapping[str, str] | None


@dataclass(frozen=True)
class Answer:
    """One answer as a fact.

    `value` is an option id (one, faces, stairs), a tuple of option ids in the order chosen (many, pick), the words
    themselves (text), or the record's fields by name (entries; `None` ends the list). Skipped and talk hold `None`.
    """

    state: State
    value: Value = None

    @property
    def options(self) -> tuple[str, ...]:
        """The option ids that were chosen, in the order chosen."""
        if self.state != "given":
            return ()
        if isinstance(self.value, tuple):
            return self.value
        return (self.value,) if isinstance(self.value, str) else ()

    def to_plain(self) -> dict[str, object]:
        """JSON-able: `{"state": …, "value": …}`; the value is left out when there is none."""
        if self.value is None:
            return {"state": self.state}
        if isinstance(self.value, tuple):
            return {"state": self.state, "value": list(self.value)}
        return {"state": self.state, "value": dict(self.value) if isinstance(self.value, Mapping) else self.value}

    @classmethod
    def from_plain(cls, data: Mapping[str, object]) -> "Answer":
        """The way back from `to_plain`."""
        value = data.get("value")
        kept = tuple(str(one) for one in value) if isinstance(value, list) else cast(Value, value)
        return cls(cast(State, data["state"]), kept)


Answers = Mapping[str, Answer]
"""Answers by slot: the question's id, and for repeats `question.item` (need_timing.dutch, told_more.1)."""


def given(*options: str) -> Answer:
    """A choice of one option, or of several in this order."""
    return Answer("given", options[0] if len(options) == 1 else options)


def chosen(*options: str) -> Answer:
    """A choice out of many, in the order chosen, even when it is only one."""
    return Answer("given", options)


SKIPPED = Answer("skipped")
RATHER_TALK = Answer("talk")
END_OF_LIST = Answer("given", None)
"""Ends a list of entries: "that is all"."""


def slot_of(question_id: str, item: str | None = None) -> str:
    return question_id if item is None else f"{question_id}.{item}"


def question_of(slot: str) -> str:
    return slot.partition(".")[0]


def item_of(slot: str) -> str | None:
    return slot.partition(".")[2] or None
