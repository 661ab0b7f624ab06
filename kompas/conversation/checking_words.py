"""Is every sentence of a flow plain and kind? The limits stand in `plain_language`.

Answers may say no: somebody whose answer that is has to find it.
"""

from collections.abc import Iterator, Mapping

from kompas.conversation.checking_conditions import Complaint
from kompas.conversation.flow import Chapter, EntryField, Flow, Option, Question
from kompas.conversation.plain_language import HELP_WORDS, QUESTION_WORDS, complaints, indirect
from kompas.conversation.written import Path


def check_scales(flow: Flow) -> Iterator[Complaint]:
    for name, scale in flow.scales.items():
        yield from _options(scale.options, ("scales", name))


def check_chapter(chapter: Chapter, path: Path) -> Iterator[Complaint]:
    for name, text in (("title", chapter.title), ("guide", chapter.guide)):
        yield from _plain(text, (*path, name), HELP_WORDS)
        yield from (((*path, name), found) for found in indirect(text))


def check_words(question: Question, path: Path) -> Iterator[Complaint]:
    yield from _plain(question.ask, (*path, "ask"), QUESTION_WORDS)
    yield from _plain(question.name, (*path, "name"), QUESTION_WORDS)
    yield from _plain(question.help, (*path, "help"), HELP_WORDS)
    yield from _plain(question.example, (*path, "example"), HELP_WORDS)
    if not question.may_say_no:
        told = {"ask": question.ask, "help": question.help, "example": question.example}
        yield from (((*path, name), found) for name, text in told.items() for found in indirect(text or ""))
    yield from _options(question.options, path)
    for name, field in question.fields.items():
        yield from _field(field, (*path, "fields", name))


def _field(field: EntryField, path: Path) -> Iterator[Complaint]:
    yield from _plain(field.ask, (*path, "ask"), QUESTION_WORDS)
    yield from _options(field.options, path)


def _options(options: Mapping[str, Option], path: Path) -> Iterator[Complaint]:
    for name, option in options.items():
        yield from _plain(option.text, (*path, "options", name, "text"), QUESTION_WORDS)


def _plain(text: str | None, path: Path, most_words: int) -> Iterator[Complaint]:
    yield from ((path, found) for found in complaints(text or "", most_words))
