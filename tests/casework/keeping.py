"""People who tell the caseworker the same, and differ in what they keep to themselves."""

from collections.abc import Mapping
from random import Random

from kompas.casework.sharing import CHOICES, shareable
from kompas.conversation.answers import SKIPPED, Answer, Answers
from kompas.conversation.walking import walk
from kompas.profile.said_by import said
from kompas.profile.statements import Statement
from tests.conversation.ours import a_talk, our_flow

Choices = Mapping[str, str]


def lines(heard: Answers) -> tuple[Statement, ...]:
    """As the client sees them, where their own word on a line stands among the answers."""
    return shareable(said(our_flow(), heard)).statements


def chosen_by_chance(chance: Random, heard: Answers) -> dict[str, str]:
    return {one.id: chance.choice(choices_for(one)) for one in lines(heard)}


def choices_for(one: Statement) -> tuple[str, ...]:
    """What can be chosen of this line: a topic of the talk can't be talked about before the talk."""
    return ("share", "keep") if one.part == "agenda" else CHOICES


def told(heard: Answers, choices: Choices) -> tuple[Statement, ...]:
    """The lines that are shared or to be talked about: all that may make a difference to the desk."""
    there = lines(heard)
    chosen = {one.id: choices.get(one.id, "keep") for one in there}
    return tuple(one for one in there if chosen[one.id] != "keep" and chosen.get(one.follows, "share") == "share")


def shared(heard: Answers, choices: Choices) -> tuple[Statement, ...]:
    return tuple(one for one in told(heard, choices) if choices[one.id] == "share")


def somebody_else(chance: Random, heard: Answers, choices: Choices) -> Answers:
    """The same person, but for what they keep: of that each answer was never given, or is another one.

    Not always: what is asked hangs together, so look at `told` before you call them the same.
    """
    known = [spoken for one in told(heard, choices) for spoken in one.evidence]
    known_options = {(spoken.slot, spoken.option) for spoken in known}
    other = dict(a_talk(chance).heard)
    for slot, answer in heard.items():
        if isinstance(answer.value, tuple):
            kept = tuple(one for one in answer.options if (slot, one) in known_options)
            more = tuple(one for one in _row(other.get(slot)) if one not in answer.options and kept)
            other[slot] = Answer("given", (*kept, *more)) if kept else other.get(slot, SKIPPED)
        elif slot == "agenda" and isinstance(answer.value, Mapping):
            kept = {code: word for code, word in answer.value.items() if (slot, code) in known_options}
            other[slot] = Answer("given", _among(chance, kept, other.get(slot)))
        elif any(spoken.slot == slot for spoken in known):
            other[slot] = answer
    return walk(our_flow(), other).heard


def _among(chance: Random, known: Mapping[str, str], other: Answer | None) -> dict[str, str]:
    """The known topics in their order, with those of somebody else before, between and after them."""
    theirs = other.value if other is not None and isinstance(other.value, Mapping) else {}
    codes = list(known)
    for code in theirs:
        if code not in known:
            codes.insert(chance.randint(0, len(codes)), code)
    return {code: known.get(code, theirs.get(code, "")) for code in codes}


def _row(answer: Answer | None) -> tuple[str, ...]:
    return answer.options if answer else ()
