"""A client's own profile on paper: what they said as they said it, readable for who sees it and for who hears it."""

import io
import time
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from kompas.post.profile_paper import Entry, Paper, Said, print_profile
from tests.post.papers import a_paper, a_section, in_order, pages_of, text_of, told

ARABIC = (
    Entry(Said("التعرّف على الناس", also="Contact maken"), Said("مع العائلة", also="Bij familie")),
    Entry(Said("الأطفال الصغار يعتني بهم", also="Op kinderen passen"), Said("من 17 إلى 24 ساعة", also="17 tot 24 uur")),
)
LONG = "Donaudampfschiffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


def a_long_paper() -> Paper:
    """Somebody with a lot to tell, in each part."""
    tells = [told(f"Story {number}: " + "I helped my neighbour with her garden. " * 6) for number in range(50)]
    return a_paper(sections=tuple(a_section(*tells[at : at + 10], title=f"Part {at // 10}") for at in range(0, 50, 10)))


def test_each_line_stands_there_with_what_was_said_of_it() -> None:
    text = text_of(print_profile(a_paper()))
    assert in_order(text, "Amira Yilmaz", "My profile", "What I am good at", "Helping", "At home", "رعاية جدتي")
    assert in_order(text, "Kompas · Made on Tuesday, 1 December 2026 · You decide who reads this.", "Page 1 of 1")


def test_a_second_language_stands_under_the_first() -> None:
    text = text_of(print_profile(a_paper(second="nl")))
    assert in_order(text, "Waar ik goed in ben", "Helping At home", "Helpen · Thuis", "رعاية جدتي")


def test_arabic_is_copied_and_read_aloud_letter_by_letter_as_it_is_written() -> None:
    text = text_of(print_profile(a_paper(*ARABIC, language="ar")))
    assert in_order(
        text, "Amira Yilmaz", "التعرف على الناس", "مع العائلة", "الأطفال الصغار يعتني بهم", "من 17 إلى 24 ساعة"
    )


def test_dutch_under_arabic_is_read_from_the_left() -> None:
    text = text_of(print_profile(a_paper(*ARABIC, language="ar", second="nl")))
    assert in_order(
        text, "التعرف على الناس مع العائلة", "Contact maken · Bij familie", "Op kinderen passen · 17 tot 24 uur"
    )


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_a_paper_begins_where_its_language_begins(language: str, side: str) -> None:
    page = pypdfium2.PdfDocument(print_profile(a_paper(language=language)))[0]
    left, _bottom, right, _top = page.get_textpage().get_charbox(0)
    assert (left < page.get_width() - right) == (side == "left")


@pytest.mark.parametrize(
    "words", ['#eval("1")', "*bold*", "$x$", '"]#read("letter.typ")', "{page} %(page)s", "= @a <b>"]
)
def test_own_words_are_shown_as_they_are_and_never_run(words: str) -> None:
    assert words in text_of(print_profile(a_paper(told(words), client_name=words)))


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u0000", "\ud800", "🎉", "❤️"])
def test_signs_that_hide_turn_or_cannot_be_drawn_are_left_out(sign: str) -> None:
    printed = print_profile(a_paper(told(f"I cook{sign} every week"), client_name=f"Amira{sign} Yilmaz"))
    assert in_order(text_of(printed), "Amira Yilmaz", "“I cook every week”")
    assert b"pdfuaid" in _metadata(printed)


def test_words_in_a_script_that_our_fonts_lack_do_not_cost_the_paper() -> None:
    assert "At home" in text_of(print_profile(a_paper(Entry(Said("At home"), notes=(Said("李小龙", own=True),)))))


def test_a_word_without_an_end_stays_on_the_paper() -> None:
    page = pypdfium2.PdfDocument(print_profile(a_paper(told(LONG), told("x"))))[0]
    text = page.get_textpage()
    assert LONG in "".join(text.get_text_range().split())
    assert max(text.get_charbox(at)[2] for at in range(text.count_chars())) < page.get_width() - 40


def test_new_lines_of_own_words_stay() -> None:
    text = pypdfium2.PdfDocument(print_profile(a_paper(told("One.\nTwo."))))[0].get_textpage().get_text_range()
    assert "“One.\r\nTwo.”" in text


def test_a_long_profile_flows_on_and_keeps_a_line_with_its_words() -> None:
    printed = print_profile(a_long_paper())
    pages = pages_of(printed)
    assert len(pages) > 2
    assert in_order(" ".join(pages), *(f"Story {number}:" for number in range(50)))
    for number, page in enumerate(pages, start=1):
        words = page.partition("Kompas · ")[0].strip()
        assert f"Page {number} of {len(pages)}" in page
        assert not words.startswith(("garden", "I helped")), "a story was split"
        assert not words.endswith(("In my own words", *(f"Part {part}" for part in range(5)))), "a title stands alone"


def test_what_was_worked_out_follows_what_was_said() -> None:
    work = Entry(
        Said("Cooking in a restaurant"), Said("Fits you"), (Said("You enjoy this"),), (Said("Still needed: Dutch"),)
    )
    paper = replace(a_paper(), further=(a_section(work, title="Work that may suit you", part="how"),))
    assert in_order(
        text_of(print_profile(paper)), "Helping", "Work that may suit you", "Fits you", "Still needed: Dutch"
    )


def test_a_paper_can_be_read_aloud() -> None:
    reader = pypdf.PdfReader(io.BytesIO(print_profile(a_paper(language="nl", second="en"))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == "My profile · Amira Yilmaz"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_a_paper_is_light_quickly_made_and_the_same_each_time() -> None:
    print_profile(a_paper())
    began = time.process_time()
    first = print_profile(a_long_paper())
    assert time.process_time() - began < 1
    assert first == print_profile(a_long_paper())
    assert len(first) < 300_000


def _metadata(pdf: bytes) -> bytes:
    data: bytes = pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/Metadata"].get_data()
    return data
