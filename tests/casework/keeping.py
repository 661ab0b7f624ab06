"""People who tell the caseworker the same, and differ in what they keep to themselves."""

from collections.abc import Mapping
from random import Random

from kompas.casework.sharing import CHOICES, shareable
from kompas.conversation.answers import SKIPPED, Answer, Answers
from kompas.conversation.walking import walk
from kompas.profile.building import build
from kompas.profile.statements import Statement
from tests.conversation.ours import a_talk, our_flow

Choices = Mapping[str, str]


def lines(heard: Answers) -> tuple[Statement, ...]:
    return shareable(build(our_flow(), heard)).statements


def chosen_by_chance(chance: Random, heard: Answers) -> dict[str, str]:
    return {one.id: chance.choice(CHOICES) for one in lines(heard)}


def told(heard: Answers, choices: Choices) -> tuple[Statement, ...]:
    """The lines that are shared or to be talked about: all that may make a difference to the desk."""
    return tuple(one for one in lines(heard) if choices.get(one.id, "keep") != "keep")


def somebody_else(chance: Random, heard: Answers, choices: Choices) -> Answers:
    """The same person, but for what they keep: of that each answer was never given, or is another one.

    Not always: what is asked hangs together, so look at `told` before you call them the same.
    """
    known = [said for one in told(heard, choices) for said in one.evidence]
    known_options = {(said.slot, said.option) for said in known}
    other = dict(a_talk(chance).heard)
    for slot, answer in heard.items():
        if isinstance(answer.value, tuple):
            kept = tuple(one for one in answer.options if (slot, one) in known_options)
            more = tuple(one for one in _row(other.get(slot)) if one not in answer.options and kept)
            other[slot] = Answer("given", (*kept, *more)) if kept else other.get(slot, SKIPPED)
        elif any(said.slot == slot for said in known):
            other[slot] = answer
    return walk(our_flow(), other).heard


def _row(answer: Answer | None) -> tuple[str, ...]:
    return answer.options if answer else ()
