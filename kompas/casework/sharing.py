"""Who sees what: the client decides line by line, and what leaves is built from the released answers alone.

Three choices for each line: share it; talk about it first (the caseworker sees the part's title on the client's agenda,
no content); keep it (no trace: no title, no gap, no count). Nothing is chosen beforehand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Literal, get_args

from kompas.conversation.answers import Answer, Answers
from kompas.conversation.flow import Flow, Part
from kompas.conversation.own_word import OWN_VIEW
from kompas.profile.beside import with_beside
from kompas.profile.building import in_flow_order
from kompas.profile.concluding import TOPICS, Adviser, Topic, can_be_shared, choice_about, conclude
from kompas.profile.said_by import said
from kompas.profile.statements import RULES_VERSION, Profile, Statement

Choice = Literal["share", "talk", "keep"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
LINE_BY_LINE = "lines"
NONE: Answers = MappingProxyType({})


class NotYetChosen(Exception):
    """Some parts hold a line for which nothing was chosen; `parts` names them, in order."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        super().__init__(", ".join(parts))
        self.parts = parts


@dataclass(frozen=True)
class Released:
    """What leaves for the desk: the answers (a choice of many holds only the released options) and the agenda."""

    answers: Answers
    profile: Profile
    talk_about: tuple[Part, ...]
    rules_version: str = RULES_VERSION

    @property
    def empty(self) -> bool:
        return not self.profile.statements and not self.talk_about


def shareable(profile: Profile) -> Profile:
    """The lines that a client can share: everything but what is private by design."""
    return Profile(tuple(statement for statement in profile.statements if not statement.private))


def fingerprint(profile: Profile) -> str:
    """Of the lines on a screen: a choice must never land on another line than the one that was read."""
    return sha256(" ".join(f"{one.id}={one.ground}" for one in profile.statements).encode()).hexdigest()[:32]


def decide(profile: Profile, parts: Mapping[str, str], lines: Mapping[str, str]) -> dict[str, Choice]:
    """One choice for each line: its part's, or its own where the part says `lines` ("line by line").

    Both arguments come from a screen, unchecked. A line's own choice counts only when asked for: a whole part that is
    kept is kept, whatever was chosen line by line before. A line that stands apart is never shared with its
    part. Raises `NotYetChosen` when a line has no choice.
    """
    decided: dict[str, Choice] = {}
    open_parts: dict[Part, None] = {}
    for statement in shareable(profile).statements:
        by_line = parts.get(statement.part) == LINE_BY_LINE
        choice = lines.get(statement.id) if by_line else parts.get(statement.part)
        if choice == "share" and statement.apart and not by_line:
            choice = "keep"
        if choice in CHOICES and not (choice == "talk" and statement.part == "agenda"):
            decided[statement.id] = choice
        else:
            open_parts[statement.part] = None
    if open_parts:
        raise NotYetChosen(tuple(open_parts))
    return decided


def to_choose(flow: Flow, heard: Answers, own_word: Answers, adviser: Adviser | None = None) -> Profile:
    """The lines that a client chooses about: what they said, and for each topic that is worked out one line.

    A part of which they said nothing is not asked about for the sake of what is worked out; the hint is their own word.
    """
    lines = shareable(said(flow, {**heard, **own_word})).statements
    there = {one.part for one in lines}
    worked_out = can_be_shared(adviser, flow, heard, own_word) if adviser else ()
    return Profile(lines + tuple(one for one in worked_out if one.part in there or one.apart))


def release(
    flow: Flow,
    heard: Answers,
    choices: Mapping[str, str],
    beside: Answers = NONE,
    own_word: Answers = NONE,
    adviser: Adviser | None = None,
) -> Released:
    """What these choices let go of `heard` (the answers on the path), in the order of the flow: the order of asking
    can hang on what is kept. A line without a choice is kept.

    `beside`: who sat there, chapter by chapter; of a chapter of which nothing leaves it tells nothing. `own_word`: what
    the client says of a line. The `adviser` works out ideas for work and a step from what leaves, from nothing else.
    """
    lines = to_choose(flow, heard, own_word, adviser).statements
    everything = {**heard, **own_word}
    going = under(everything, with_what_they_follow(one for one in lines if choices.get(one.id) == "share"))
    answers = {slot: going[slot] for slot in (*in_flow_order(flow, going), OWN_VIEW) if slot in going}
    profile = with_beside(flow, said(flow, answers), beside)
    worked_out = conclude(adviser, flow, answers, own_word, topics_shared(choices)) if adviser else ()
    talk = tuple(dict.fromkeys(one.part for one in lines if choices.get(one.id) == "talk"))
    version = adviser.rules.version if adviser else RULES_VERSION
    return Released(answers, Profile(profile.statements + worked_out), talk, version)


def topics_shared(choices: Mapping[str, str]) -> tuple[Topic, ...]:
    """Of what is worked out, what the client lets go."""
    return tuple(one for one in TOPICS if choices.get(choice_about(one)) == "share")


def with_what_they_follow(lines: Iterable[Statement]) -> tuple[Statement, ...]:
    """Without the lines that follow one that is not among them: a topic goes where the choice goes that it is about."""
    there = {one.id: one for one in lines}
    return tuple(one for one in there.values() if not one.follows or one.follows in there)


def under(answers: Answers, lines: Iterable[Statement]) -> Answers:
    """The answers as far as these lines rest on them, and no further."""
    going = {(spoken.slot, spoken.option) for one in lines for spoken in one.evidence}
    return {slot: part for slot, answer in answers.items() if (part := _part_of(slot, answer, going)) is not None}


def _part_of(slot: str, answer: Answer, going: set[tuple[str, str | None]]) -> Answer | None:
    """The answer, as far as it goes: whole, the released ones of its options, or nothing."""
    if (slot, None) in going:
        return answer
    if isinstance(answer.value, Mapping):
        told = {name: words for name, words in answer.value.items() if (slot, name) in going}
        return Answer("given", told) if told else None
    options = tuple(option for option in answer.options if (slot, option) in going)
    if not options:
        return None
    return Answer("given", options) if isinstance(answer.value, tuple) else answer
