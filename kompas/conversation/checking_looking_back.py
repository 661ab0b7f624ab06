"""What can be wrong with a question that looks back at others to know what it asks, or is left for a later chapter."""

from collections.abc import Iterator, Mapping

from kompas.conversation.checking_conditions import Complaint, not_earlier
from kompas.conversation.flow import Flow, Question
from kompas.conversation.written import Path

Earlier = Mapping[str, Question]


def check_repeat(flow: Flow, earlier: Earlier, question: Question, path: Path) -> Iterator[Complaint]:
    if question.for_each is None:
        return
    name, first = question.for_each.question, question.for_each.first
    if question.kind in ("pick", "entries"):
        yield (*path, "for_each"), f"A question of kind {question.kind} can't be asked again for each."
    if name not in earlier:
        yield (*path, "for_each"), not_earlier(flow, name)
    elif earlier[name].kind not in ("many", "pick"):
        yield (*path, "for_each"), f"“{name}” has one answer; a question can repeat only for many or pick."
    if first is not None and not _is_picked_from(earlier.get(first), name):
        yield (*path, "for_each"), f"“{first}” is no earlier pick out of what was chosen in “{name}”."


def _is_picked_from(question: Question | None, source: str) -> bool:
    return question is not None and question.cards is not None and question.cards.chosen == source


def check_cards(flow: Flow, earlier: Earlier, question: Question, path: Path) -> Iterator[Complaint]:
    """The cards of a pick are earlier questions, or what was chosen in one."""
    if question.cards is None:
        return
    chosen = question.cards.chosen
    for name in question.cards.questions if chosen is None else (chosen,):
        if name not in earlier:
            yield (*path, "from"), not_earlier(flow, name)
        elif name == chosen and earlier[name].kind != "many":
            yield (*path, "from"), f"In “{name}” only one thing can be chosen; there is nothing to pick from."


def check_later(flow: Flow, place: int, question: Question, path: Path) -> Iterator[Complaint]:
    """What is left for later is asked in a chapter that comes after this one, the `place`th."""
    if question.later is not None and question.later not in {one.id for one in flow.chapters[place + 1 :]}:
        yield (*path, "later"), f"There is no chapter “{question.later}” after this one."
