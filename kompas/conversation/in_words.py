"""An answer as source sentences, wherever it stands: also one off the path, or to a question of an earlier version.

For the file that a client takes along. A screen shows what can be chosen now; a file has everything that was ever said.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kompas.conversation.agenda import OWN, YES
from kompas.conversation.answers import Answer, item_of, question_of
from kompas.conversation.flow import Flow, Question
from kompas.conversation.former import todays_choice, todays_slot


@dataclass(frozen=True)
class Word:
    """A source sentence; or the client's own words, which nobody translates."""

    text: str
    own: bool = False


def asked(flow: Flow, slot: str) -> tuple[str, ...]:
    """What was asked, in source sentences: what it was about comes first. Nothing for what no question asks."""
    today = todays_slot(flow, slot)
    question, item = flow.questions.get(question_of(today)), item_of(today)
    if question is None:
        return ()
    source = flow.questions.get(question.for_each.question) if question.for_each and item else None
    about = _choice(flow, source, item) if source is not None and item is not None else None
    return (question.ask,) if about is None else (about, question.ask)


def in_words(flow: Flow, slot: str, answer: Answer) -> tuple[Word, ...]:
    """What was answered; an id that means nothing any more stands as it is. Empty for what was skipped."""
    question = flow.questions.get(question_of(todays_slot(flow, slot)))
    if answer.value is None:
        return ()
    if isinstance(answer.value, Mapping):
        return tuple(_told(flow, question, answer.value))
    if question is None or question.kind == "text":
        return tuple(Word(one, own=True) for one in answer.options)
    found = ((one, _choice(flow, question, one)) for one in answer.options)
    return tuple(Word(one, own=True) if text is None else Word(text) for one, text in found)


def _told(flow: Flow, question: Question | None, record: Mapping[str, str]) -> Iterator[Word]:
    """A record of a list, an agenda, or what the program keeps by name."""
    for name, said in record.items():
        field = question.fields.get(name) if question else None
        if field is not None:
            option = field.options.get(todays_choice(field.options, said))
            yield Word(option.text) if option else Word(said, own=True)
        elif question is None or name in OWN:
            yield Word(f"{name}: {said}" if question is None and said else said or name, own=True)
        elif said == YES:
            text = _choice(flow, question, name)
            yield Word(name, own=True) if text is None else Word(text)


def _choice(flow: Flow, question: Question, choice: str) -> str | None:
    """The text of what was chosen: an option, or a card that an earlier question gave."""
    options = flow.options_of(question)
    found = options.get(todays_choice(options, choice))
    if found is not None:
        return found.text
    cards = question.cards
    source = flow.questions.get(cards.chosen) if cards and cards.chosen else None
    if source is not None:
        return _choice(flow, source, choice)
    card = flow.questions.get(choice) if cards else None
    return card.label if card else None
