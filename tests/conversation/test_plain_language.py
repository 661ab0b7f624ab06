"""The form of a sentence that somebody who is tired, or new to the language, can read."""

import pytest

from kompas.conversation.plain_language import complaints, indirect, sentences, words


def test_a_short_sentence_is_fine() -> None:
    assert complaints("Which school did you go to?", 10) == []


def test_each_sentence_is_counted_by_itself() -> None:
    assert complaints("One two three. Four five six.", 3) == []
    assert complaints("One two three four. Five.", 3) == ["“One two three four” has 4 words; 3 is the most."]


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one_word() -> None:
    assert words("I don't re-read it") == ["I", "don't", "re-read", "it"]


def test_a_screen_asks_one_thing() -> None:
    (found,) = complaints("What? And where?", 10)
    assert "one question mark" in found


def test_words_that_measure_people_are_named() -> None:
    assert complaints("Your Problem", 10) == ["“Problem” is not a word for clients; say it kindly."]


def test_lines_and_colons_end_a_sentence() -> None:
    assert sentences("One: two;\nthree…") == ["One", "two", "three"]


@pytest.mark.parametrize("text", ["You can stop at any moment.", "It is dry and warm.", "Note who helps you."])
def test_what_is_said_straight_is_fine(text: str) -> None:
    assert indirect(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You don't have to.", "say what is, not what is not"),
        ("Nobody sees it.", "say what is, not what is not"),
        ("All of it is kept.", "say who does it"),
        ("You were invited.", "say who does it"),
    ],
)
def test_what_is_not_and_what_is_done_to_people_is_named(text: str, found: str) -> None:
    (said,) = indirect(text)
    assert found in said
