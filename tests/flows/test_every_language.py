"""Short and plain in each shipped language: what can be counted without knowing it. Nothing is allowed to be longer.

What only Dutch readers can tell, such as harsh words, is in `test_sentences.py`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import kompas
from kompas.commands.catalogues import languages
from kompas.conversation.flow import Flow
from kompas.conversation.plain_language import HELP_WORDS, QUESTION_WORDS, sentences, words
from kompas.conversation.reading import read_flow

PACKAGE = Path(kompas.__file__).parent
QUESTION_MARKS = "?؟"
BRACKETS = set("()[]{}/&")
MAY_HOLD_BRACKETS = frozenset({"Meslek okulu (mbo)", "Yüksekokul (hbo) veya üniversite"})
"""In Turkish the name that people heard at school in the Netherlands stands beside the Turkish one."""


@pytest.fixture(scope="module")
def flow() -> Flow:
    file = PACKAGE / "flows/kompas.yaml"
    return read_flow(file.read_text(encoding="utf-8"), file.name)


@pytest.fixture(scope="module", params=languages(PACKAGE))
def said(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """What clients read, by its English sentence; each form for one and for many counts as a sentence of its own."""
    with (PACKAGE / f"translations/{request.param}/LC_MESSAGES/client.po").open("rb") as file:
        catalogue = read_po(file, locale=request.param)
    found: dict[str, str] = {}
    for message in filter(lambda one: one.id, catalogue):
        forms = [message.string] if isinstance(message.string, str) else message.string
        english = message.id if isinstance(message.id, str) else message.id[-1]
        found |= {english + "\0" * number: form for number, form in enumerate(forms)}
    return found


def asked(flow: Flow) -> Iterator[str]:
    """Questions, what a card is called, and what can be answered."""
    for scale in flow.scales.values():
        yield from (option.text for option in scale.options.values())
    for question in flow.questions.values():
        yield from (question.ask, question.label)
        yield from (option.text for option in question.options.values())
        for field in question.fields.values():
            yield from (field.ask, *(option.text for option in field.options.values()))


def longest(text: str) -> int:
    """Words in the longest sentence of it."""
    return max((len(words(sentence)) for sentence in sentences(text)), default=0)


def test_a_question_or_answer_has_at_most_ten_words(flow: Flow, said: Mapping[str, str]) -> None:
    assert [said[text] for text in asked(flow) if longest(said[text]) > QUESTION_WORDS] == []


def test_no_screen_or_letter_says_more_than_fifteen_words_at_once(said: Mapping[str, str]) -> None:
    assert [text for text in said.values() if longest(text) > HELP_WORDS] == []


def test_one_screen_asks_one_thing(flow: Flow, said: Mapping[str, str]) -> None:
    screens = [
        "".join(said[text] for text in (one.ask, one.help, one.example) if text) for one in flow.questions.values()
    ]
    assert [screen for screen in screens if sum(map(screen.count, QUESTION_MARKS)) > 1] == []


def test_nothing_has_to_be_decoded(flow: Flow, said: Mapping[str, str]) -> None:
    """No brackets, no "and/or"."""
    texts = {said[text] for text in asked(flow)} - MAY_HOLD_BRACKETS
    assert [text for text in texts if BRACKETS & set(text)] == []


def test_two_answers_of_a_question_never_read_alike(flow: Flow, said: Mapping[str, str]) -> None:
    for question in flow.questions.values():
        texts = [said[option.text] for option in question.options.values()]
        assert len(set(texts)) == len(texts), texts
