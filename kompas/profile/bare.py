"""Bare answers, as they stand in a file: `{"interest_caring": 2, "situation": "looking_now", "need_timing": {…}}`.

Faces and stairs are numbers or option ids, wishes on a row of three too; `null` is a skipped question. The answers
are heard as they are, whether or not a conversation would have asked them together.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import cast

from kompas.conversation.answers import slot_of
from kompas.conversation.flow import Flow, Question
from kompas.profile.heard import RATHER_TALK, Heard
from kompas.profile.rules import Rules
from kompas.profile.standing import SITUATION


class NotAnswers(Exception):
    """What is wrong with the file: a sentence for each thing."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


class _Strange(Exception):
    """One value that can't be heard."""


Slots = Iterator[tuple[str, tuple[str, ...]]]


def hear_bare(flow: Flow, rules: Rules, data: object) -> Heard:
    """The answers of a parsed JSON object. Raises `NotAnswers` with everything that can't be heard."""
    if not isinstance(data, Mapping):
        raise NotAnswers(["The file holds one JSON object, with a value for each question."])
    weights: dict[str, int] = {}
    choices: dict[str, tuple[str, ...]] = {}
    given, wrong = set(), []
    for name, value in data.items():
        question = flow.questions.get(name)
        try:
            if question is None:
                raise _Strange(f"“{name}” is no question of this conversation{_meant(name, flow)}.")
            if value is None:
                continue
            given.add(name)
            for slot, options in _slots(flow, rules, question, value):
                given.add(slot)
                choices[slot] = options
                weights |= _weight(flow, question, slot, options)
        except _Strange as strange:
            wrong.append(str(strange))
    if wrong:
        raise NotAnswers(wrong)
    return Heard(weights, choices, frozenset(given))


def _weight(flow: Flow, question: Question, slot: str, options: tuple[str, ...]) -> dict[str, int]:
    option = flow.options_of(question).get(options[0]) if len(options) == 1 else None
    return {slot: option.weight} if option is not None and option.weight is not None else {}


def _slots(flow: Flow, rules: Rules, question: Question, value: object) -> Slots:
    if question.for_each is not None:
        yield from _repeated(flow, rules, question, value)
    elif question.kind == "text":
        _hold(isinstance(value, str), f"“{question.id}” holds words.")
    elif question.kind in ("entries", "topics"):
        _hold(isinstance(value, list | Mapping), f"“{question.id}” holds a list.")
    elif question.kind in ("many", "pick"):
        _hold(isinstance(value, list), f"“{question.id}” holds a list of what was chosen.")
        yield question.id, tuple(_option(flow, rules, question, one) for one in cast(list[object], value))
    else:
        yield question.id, (_option(flow, rules, question, value),)


def _repeated(flow: Flow, rules: Rules, question: Question, value: object) -> Slots:
    if not isinstance(value, Mapping) or question.for_each is None:
        raise _Strange(f"“{question.id}” holds an object: an answer for each thing that it asks about.")
    asked = _choices(flow, rules, flow.questions[question.for_each.question])
    for item, one in value.items():
        _hold(item in asked, f"“{question.id}” asks nothing about “{item}”. It asks about: {', '.join(asked)}.")
        if one is not None:
            yield slot_of(question.id, item), (_option(flow, rules, question, one),)


def _hold(fine: bool, otherwise: str) -> None:
    if not fine:
        raise _Strange(otherwise)


def _option(flow: Flow, rules: Rules, question: Question, value: object) -> str:
    known = _choices(flow, rules, question)
    numbers = _numbers(flow, rules, question)
    if isinstance(value, int) and not isinstance(value, bool) and value in numbers:
        return numbers[value]
    if isinstance(value, str) and (value in known or (question.id == SITUATION and value == RATHER_TALK)):
        return value
    offered = ", ".join([*map(str, sorted(numbers)), *known])
    raise _Strange(f"“{question.id}” can't be {_shown(value)}. It can be: {offered}.")


def _choices(flow: Flow, rules: Rules, question: Question) -> tuple[str, ...]:
    """All that could be chosen, also cards that a conversation asks too late for this pick."""
    cards = [card for said in (rules.strengths, rules.drivers) if said.top == question.id for card in said.cards]
    return tuple(dict.fromkeys((*flow.choices_of(question), *cards)))


def _numbers(flow: Flow, rules: Rules, question: Question) -> dict[int, str]:
    """The option for each number that stands for one."""
    if question.id in rules.fit.wishes:
        return {number: option for option, number in rules.fit.wishes[question.id].options.items()}
    options = flow.options_of(question)
    return {one.weight: name for name, one in options.items() if one.weight is not None}


def _meant(name: str, flow: Flow) -> str:
    near = get_close_matches(name, flow.questions, n=1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str | int | float) else f"a {type(value).__name__}"
