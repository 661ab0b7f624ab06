"""What people type keeps its words and its spaces, and loses what no eye sees."""

import pytest

from kompas.conversation.readable import one_line, readable


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000", "\t"])
def test_words_that_were_pasted_stay_apart(space: str) -> None:
    assert readable(f"Twee{space}jaar in de zorg") == "Twee jaar in de zorg"


def test_lines_stay_lines() -> None:
    assert readable("Eerst dit.\r\nDan dat.") == "Eerst dit.\nDan dat."


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\u2066", "\x00", "\ufeff", "\u00ad"])
def test_what_hides_or_turns_words_is_left_out(hidden: str) -> None:
    assert readable(f"Sa{hidden}mira") == "Samira"


def test_the_joiners_of_persian_stay() -> None:
    assert readable("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize("nothing", ["", " \n ", "\u200b", "\u200d\u200c", "\u00a0"])
def test_nothing_to_see_is_nothing(nothing: str) -> None:
    assert readable(nothing) == ""


def test_a_name_is_one_line() -> None:
    assert one_line("  Samira\n\u00a0 Bedacht ") == "Samira Bedacht"
