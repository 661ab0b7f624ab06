"""A picture for every question and every answer, beside its words and never instead of them."""

from collections.abc import Iterator

from kompas.conversation.flow import Flow
from kompas.web.assets import read_assets


def pictured(flow: Flow) -> Iterator[tuple[str, str, str]]:
    """Where, the icon, and the words beside it."""
    for name, scale in flow.scales.items():
        yield from ((f"{name}.{one}", option.icon, option.text) for one, option in scale.options.items())
    for question in flow.questions.values():
        yield question.id, question.icon, question.ask
        yield from ((f"{question.id}.{one}", option.icon, option.text) for one, option in question.options.items())
        for name, field in question.fields.items():
            where = f"{question.id}.{name}"
            yield from ((f"{where}.{one}", option.icon, option.text) for one, option in field.options.items())


def test_every_question_and_every_answer_has_a_picture_and_words(flow: Flow) -> None:
    assert [where for where, icon, words in pictured(flow) if not icon or not words.strip()] == []


def test_every_picture_is_in_the_one_sprite(flow: Flow) -> None:
    assert {icon for _where, icon, _words in pictured(flow)} - set(read_assets().icons) == set()


def test_answers_to_one_question_look_different(flow: Flow) -> None:
    for question in flow.questions.values():
        icons = [option.icon for option in flow.options_of(question).values()]
        assert len(set(icons)) == len(icons), question.id
