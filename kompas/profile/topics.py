"""What somebody wants to talk about: each topic of an agenda is a line, in the client's order."""

from collections.abc import Iterator, Mapping

from kompas.conversation.agenda import OWN, on_agenda
from kompas.conversation.answers import Answer
from kompas.conversation.flow import Flow, Option, Question
from kompas.profile.statements import Spoken

OWN_TOPIC = "In my own words"


def said_topics(flow: Flow, question: Question, slot: str, answer: Answer) -> Iterator[tuple[str, str, Spoken]]:
    """Id and name of each line, with what is said in it. What was put off, or is no longer offered, says nothing."""
    topics = answer.value if isinstance(answer.value, Mapping) else {}
    offered = _offered(flow, question)
    for code in on_agenda(topics):
        if code in OWN:
            yield _key(question, code), OWN_TOPIC, Spoken(slot, code, question.ask, topics[code], own_words=True)
        elif code in offered:
            option = offered[code]
            first = option.was[0] if option.was else code
            yield _key(question, first), option.text, Spoken(slot, code, question.ask, option.text)


def drawn_from(flow: Flow, question: Question, code: str) -> Question | None:
    """The question in which this topic was chosen first; `None` for one that anybody is offered."""
    source = flow.questions.get(question.cards.chosen or "") if question.cards else None
    return source if source is not None and code in flow.options_of(source) else None


def _offered(flow: Flow, question: Question) -> dict[str, Option]:
    source = flow.questions.get(question.cards.chosen or "") if question.cards else None
    drawn = flow.options_of(source) if source is not None else {}
    return {code: one for code, one in drawn.items() if source is None or code != source.none} | question.options


def _key(question: Question, code: str) -> str:
    return str(question.says).replace("*", code)
