"""Answers as the rules hear them. What was skipped isn't there: nothing here can take it for a zero."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompas.conversation.answers import Answers, item_of, question_of
from kompas.conversation.flow import Flow
from kompas.conversation.former import in_todays_words

RATHER_TALK = "rather_talk"
"""What the first question holds when somebody would rather talk about it, as if it were an option."""


@dataclass(frozen=True)
class Heard:
    """Weights of faces and stairs by question; chosen options, in the order chosen, by slot; all that was given."""

    weights: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    def chosen(self, slot: str) -> tuple[str, ...]:
        return self.choices.get(slot, ())

    def one(self, slot: str) -> str | None:
        return next(iter(self.chosen(slot)), None)

    def each(self, question: str) -> dict[str, str]:
        """What was chosen in a question that repeats, by what it was asked about; the same in any order of answers."""
        slots = sorted(slot for slot in self.choices if question_of(slot) == question and item_of(slot))
        return {str(item_of(slot)): self.choices[slot][0] for slot in slots if self.choices[slot]}


def hear(flow: Flow, answers: Answers) -> Heard:
    """The answers handed in, whether or not a path leads to them. What the flow no longer knows is not heard."""
    answers = in_todays_words(flow, answers)
    weights: dict[str, int] = {}
    choices: dict[str, tuple[str, ...]] = {}
    given = set()
    for slot, answer in answers.items():
        question = flow.questions.get(question_of(slot))
        if question is not None and slot == "situation" and answer.state == "talk":
            choices[slot] = (RATHER_TALK,)
        if question is None or answer.state != "given" or answer.value in (None, ""):
            continue
        given.add(slot)
        options = flow.options_of(question)
        if question.kind == "pick":
            choices[slot] = answer.options
        elif known := tuple(option for option in answer.options if option in options):
            choices[slot] = known
            weight = options[known[0]].weight
            if weight is not None:
                weights[slot] = weight
    return Heard(weights, choices, frozenset(given))
