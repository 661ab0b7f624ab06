"""All the sentences that a flow can show, in its source language."""

from collections.abc import Iterator

from kompas.conversation.flow import Chapter, Flow, Question


def questions_and_options(flow: Flow) -> Iterator[str]:
    """What is asked and what can be answered."""
    for scale in flow.scales.values():
        yield from (option.text for option in scale.options.values())
    for question in flow.questions.values():
        yield from (question.ask, question.label)
        yield from (option.text for option in question.options.values())
        for field in question.fields.values():
            yield field.ask
            yield from (option.text for option in field.options.values())


def help_texts(flow: Flow) -> Iterator[str]:
    """What stands around it."""
    for chapter in flow.chapters:
        yield from (chapter.title, chapter.guide, chapter.purpose)
    for question in flow.questions.values():
        yield from (text for text in (question.help, question.example, question.purpose) if text)


def everything(flow: Flow) -> list[str]:
    return [*questions_and_options(flow), *help_texts(flow)]


def on_the_screens_of(chapter: Chapter, flow: Flow) -> Iterator[str]:
    """What somebody reads who goes through one chapter, the words of a scale once."""
    yield from (chapter.title, chapter.guide)
    scales = {question.scale for question in chapter.questions} - {None}
    yield from (option.text for name in scales for option in flow.scales[name].options.values())
    yield from (text for question in chapter.questions for text in _on_the_screen_of(question))


def _on_the_screen_of(question: Question) -> Iterator[str]:
    yield from (text for text in (question.ask, question.help, question.example) if text)
    yield from (option.text for option in question.options.values())
    for field in question.fields.values():
        yield from (field.ask, *(option.text for option in field.options.values()))
