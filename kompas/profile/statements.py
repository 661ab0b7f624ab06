"""Statements: the lines of a profile, each with the answers that it rests on.

An answer speaks in one line only (checked in every flow), so that sharing a line shares just the answers under it and
nothing else can be read out of it. Sentences are English source text, or the client's own words.
"""

import json
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from kompas.conversation.flow import PARTS, Part

Beside = tuple[str, str, str]
"""Who sat beside in a chapter: its id, who (`conversation/beside.py`), and who typed it in from paper, or nothing."""

RULES_VERSION = "2"
"""Of the rules that turn answers into statements; kept with every profile version."""


def N_(sentence: str) -> str:  # noqa: N802  the marker that catalogue extraction knows by this name
    """Marks a source sentence, for the catalogues; it is translated where it is shown."""
    return sentence


@dataclass(frozen=True)
class Spoken:
    """One answer, or one option of it, that a statement rests on.

    `option` is the chosen option's id, or `None` for own words and "I'd rather talk about this". `answer` is its text:
    a source sentence, or the client's words when `own_words`. `first` is slot and option, with a space between, under
    the names that they were published with, where one of them was renamed since.
    """

    slot: str
    option: str | None
    question: str
    answer: str
    own_words: bool = False
    first: str = ""

    @property
    def rests_on(self) -> tuple[str, str, str]:
        """Slot and option, the same under whatever name, and own words."""
        slot, _, option = self.first.partition(" ") if self.first else (self.slot, "", self.option or "")
        return slot, option, self.answer if self.own_words else ""


@dataclass(frozen=True)
class Detail:
    """A word beside a statement's name: where it was shown, when help is wanted, what was answered.

    `lead` is a source sentence that stands before it: "Still needed:".
    """

    text: str
    own_words: bool = False
    lead: str = ""


@dataclass(frozen=True)
class Statement:
    """One line: `id` is `kind/code` (`strength/helping`, `need/childcare`, `own/1`).

    `top` says that the client put it on top; `weight` is the strength of an answer on a scale of faces (2, 1, 0), for
    lines that hold exactly one. A `private` line is never shown to anyone else. `beside` is no ground: it says how.
    `follows` is the id of a line without which this one is not shown: a topic that was drawn from it.
    What is `apart` is shared by a choice of its own, never with its part.
    """

    id: str
    part: Part
    name: str
    details: tuple[Detail, ...]
    evidence: tuple[Spoken, ...]
    top: bool = False
    weight: int | None = None
    private: bool = False
    beside: tuple[Beside, ...] = field(default=(), kw_only=True)
    follows: str = ""
    apart: bool = False

    @property
    def kind(self) -> str:
        return self.id.partition("/")[0]

    @property
    def ground(self) -> str:
        """What it rests on, as a fingerprint that can be compared between two versions of a profile.

        Of what was chosen the ids count and of own words the words: a sentence that is worded better changes nothing,
        and neither does an id that is called differently now.
        """
        rests_on = sorted(one.rests_on for one in self.evidence)
        return sha256(json.dumps(rests_on).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Profile:
    """What the answers say, in the order of the six parts."""

    statements: tuple[Statement, ...]

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    def part(self, part: Part) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.part == part)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that hold a line."""
        return tuple(part for part in PARTS if self.part(part))
