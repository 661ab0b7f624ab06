"""Which lines an answer could speak in, whatever was or will be answered."""

from collections.abc import Mapping

from kompas.conversation.agenda import OWN, YES
from kompas.conversation.answers import RATHER_TALK, Answer, question_of
from kompas.conversation.flow import Flow, Part, Question
from kompas.profile.building import build


def lines_under(flow: Flow, slot: str) -> Mapping[str, Part]:
    """The ids of all lines that any answer in this slot could speak in by itself, with their parts.

    A choice to keep a line names the line: it tells what was answered, long after the answer itself is gone.
    """
    question = flow.questions.get(question_of(slot))
    if question is None:
        return {}
    spoken = (build(flow, {slot: answer}) for answer in (_everything(flow, question), RATHER_TALK))
    return {statement.id: statement.part for profile in spoken for statement in profile.statements}


def _everything(flow: Flow, question: Question) -> Answer:
    """All options at once, or words in every field: the words themselves name no line."""
    if question.kind == "text":
        return Answer("given", "-")
    if question.kind == "entries":
        return Answer("given", {name: next(iter(field.options), "-") for name, field in question.fields.items()})
    if question.kind == "topics":
        return Answer("given", dict.fromkeys(flow.choices_of(question), YES) | dict.fromkeys(OWN, "-"))
    return Answer("given", flow.choices_of(question))
