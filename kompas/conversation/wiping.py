"""Wiping an answer: what else holds a word of it and has to go with it.

An answer shows in other places than its own slot: a question that repeats carries the chosen option in its slot
(`need_timing.dutch`), and a pick names the cards that were answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kompas.conversation.answers import SKIPPED, Answer, Answers, item_of, question_of
from kompas.conversation.flow import Flow
from kompas.conversation.former import todays_name, todays_slot


@dataclass(frozen=True)
class Wiping:
    """What goes: `slots` of the store with every value they ever held. `instead` is what stands there afterwards.

    A question that was wiped is a question that was skipped: nobody is asked again for what they took away. `wholly`
    are the slots of today of which nothing stays; of `picks` only the `card` goes.
    """

    slots: frozenset[str]
    instead: Answers = field(default_factory=dict)
    wholly: frozenset[str] = frozenset()
    picks: frozenset[str] = frozenset()
    card: str = ""

    def takes(self, flow: Flow, slot: str, option: str | None) -> bool:
        """Does what was said here go? Both may have names of an earlier version."""
        today = todays_slot(flow, slot)
        return today in self.wholly or (today in self.picks and _is_of(flow, option or "", self.card))


def what_goes(flow: Flow, answers: Answers, stored: Iterable[str], slot: str) -> Wiping:
    """For the answer in `slot`, given the newest `answers` and all slots that anything is `stored` in.

    `slot` is one of today's; the slots that come back are those of the store, under whatever name they were kept.
    """
    card = question_of(slot)
    picks = frozenset(_picks_from(flow, card))
    instead = {slot: SKIPPED} | {pick: _without(flow, answers[pick], card) for pick in picks if pick in answers}
    today = {name: todays_slot(flow, name) for name in stored}
    wholly = frozenset({slot, *(name for name in today.values() if _hangs_on(flow, name, slot))})
    old_names = {name for name, now in today.items() if now in wholly | picks}
    return Wiping(wholly | picks | old_names, instead, wholly, picks, card)


def _picks_from(flow: Flow, card: str) -> list[str]:
    """The picks in which this question is one of the cards, and the agendas that draw topics from it."""
    asked = ((one.id, one.kind, one.cards) for one in flow.questions.values() if one.cards is not None)
    return [name for name, kind, deck in asked if card in deck.questions or (kind == "topics" and card == deck.chosen)]


def _is_of(flow: Flow, option: str, card: str) -> bool:
    """Is it this card, or a topic drawn from its options? Both may have names of an earlier version."""
    return todays_name(flow, option) == card or todays_name(flow, f"{card}.{option}") in flow.named


def _without(flow: Flow, answer: Answer, card: str) -> Answer:
    """What is left of a pick, or of an agenda."""
    if answer.state != "given":
        return answer
    if isinstance(answer.value, Mapping):
        return Answer("given", {code: said for code, said in answer.value.items() if not _is_of(flow, code, card)})
    left = tuple(one for one in answer.options if one != card)
    return Answer("given", left) if left else SKIPPED


def _hangs_on(flow: Flow, name: str, slot: str) -> bool:
    """Does this slot repeat what was wiped: picked out of it, for one of its options, or for the card that it is?"""
    question = flow.questions.get(question_of(name))
    if question is not None and question.cards is not None and question.cards.chosen == slot:
        return question.kind != "topics"
    if question is None or question.for_each is None:
        return False
    asks_about = question.for_each.question
    return asks_about == slot or (asks_about in _picks_from(flow, question_of(slot)) and item_of(name) == slot)
