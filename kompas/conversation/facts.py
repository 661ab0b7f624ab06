"""Facts: named questions about the answers that a flow file may ask, so that it never needs code of its own.

Each takes the flow and the answers given so far. A skipped answer counts as unknown, never as no.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kompas.conversation.answers import Answers, question_of

if TYPE_CHECKING:
    from kompas.conversation.flow import Flow

FULL_DECK = 10
"""From this many equal interest cards on, a pattern is flat (domain content, branching)."""


def weights(flow: "Flow", answers: Answers, prefix: str, core: bool = False) -> list[int]:
    """The weights (2, 1, 0) of the given answers to the questions whose id begins with the prefix.

    Of the `core` only: without those that can be asked later, so that an answer to one doesn't change what it rests on.
    """
    found = []
    for slot, answer in answers.items():
        if not slot.startswith(prefix) or answer.state != "given" or slot not in flow.questions:
            continue
        question = flow.questions[slot]
        if not core or question.later is None:
            options = flow.options_of(question)
            found += [options[one].weight or 0 for one in answer.options if one in options]
    return found


def full_talk(flow: "Flow", answers: Answers) -> bool:
    """The client has not said at the first question that they would rather talk."""
    first = answers.get("situation")
    return first is None or first.state != "talk"


def some_talents(flow: "Flow", answers: Answers) -> bool:
    return any(weight >= 1 for weight in weights(flow, answers, "talent_"))


def had_their_turn(flow: "Flow", answers: Answers, prefix: str) -> bool:
    """Was every core card answered or skipped? Halfway, the deck would grow and shrink under somebody's hands."""
    cards = (one for one in flow.questions.values() if one.id.startswith(prefix) and one.scale)
    return all(one.id in answers for one in cards if one.later is None and one.when is None)


def few_talents(flow: "Flow", answers: Answers) -> bool:
    """Cards were answered, and fewer than three with a yes or a bit. Whoever skips them all is asked no more."""
    cards = weights(flow, answers, "talent_", core=True)
    return bool(cards) and sum(weight >= 1 for weight in cards) < 3 and had_their_turn(flow, answers, "talent_")


def some_drivers(flow: "Flow", answers: Answers) -> bool:
    return any(weight >= 1 for weight in weights(flow, answers, "driver_"))


def flat_pattern(flow: "Flow", answers: Answers) -> bool:
    """Ten or more interest cards, all answered alike: they say nothing about direction."""
    cards = weights(flow, answers, "interest_", core=True)
    return len(cards) >= FULL_DECK and len(set(cards)) == 1 and had_their_turn(flow, answers, "interest_")


def many_needs(flow: "Flow", answers: Answers) -> bool:
    """More needs were chosen than are talked about at once: which of them come first?"""
    needs = answers.get("needs")
    return needs is not None and len(needs.options) > 3


def needs_first(answers: Answers) -> int:
    """How many needs want help first of all."""
    return sum(
        answer.value == "now_first" and answer.state == "given" and question_of(slot) == "need_timing"
        for slot, answer in answers.items()
    )


def room_for_step_questions(flow: "Flow", answers: Answers) -> bool:
    """Fewer than two things want help first: then there is room to look ahead."""
    return full_talk(flow, answers) and needs_first(answers) < 2


FACTS: dict[str, Callable[["Flow", Answers], bool]] = {
    "full_talk": full_talk,
    "some_talents": some_talents,
    "few_talents": few_talents,
    "some_drivers": some_drivers,
    "flat_pattern": flat_pattern,
    "many_needs": many_needs,
    "room_for_step_questions": room_for_step_questions,
}

LOOKS_AT: dict[str, tuple[str, ...]] = {
    "full_talk": ("situation",),
    "some_talents": ("talent_",),
    "few_talents": ("talent_",),
    "some_drivers": ("driver_",),
    "flat_pattern": ("interest_",),
    "many_needs": ("needs",),
    "room_for_step_questions": ("situation", "need_timing"),
}
"""Which questions (by the beginning of their id) a fact looks at, so that the checker sees whether it looks back."""
