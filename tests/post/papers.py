"""Papers of a profile, and what somebody makes of one: who hears it read, who copies from it, who looks at it."""

from dataclasses import replace
from typing import Any

import pypdfium2

from kompas.post.profile_paper import Entry, Paper, Said, Section

STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" stroke="currentColor"><path d="M2 2 9 9"/></svg>'

_HELPING = Entry(Said("Helping", also="Helpen"), Said("At home", also="Thuis"), (Said("رعاية جدتي", own=True),))
_AMIRA = Paper(
    title=Said("My profile", also="Mijn profiel"),
    client_name="Amira Yilmaz",
    language="en",
    second="",
    sections=(Section("good_at", Said("What I am good at", also="Waar ik goed in ben"), STAR, (_HELPING,)),),
    further=(),
    made="Made on Tuesday, 1 December 2026",
    page="Page {page} of {pages}",
    yours=Said("You decide who reads this.", also="Jij beslist wie dit leest."),
)


def a_paper(*entries: Entry, **changes: Any) -> Paper:
    """Amira's, in one part, with these lines instead of her own."""
    return replace(_AMIRA, **({"sections": (a_section(*entries),)} if entries else {}), **changes)


def a_section(*entries: Entry, title: str = "What I am good at", part: str = "good_at") -> Section:
    return Section(part, Said(title), STAR, entries)


def told(words: str, **more: Any) -> Entry:
    """A line with somebody's own words."""
    return Entry(Said("In my own words"), notes=(Said(words, own=True),), **more)


def pages_of(pdf: bytes) -> list[str]:
    """The text layer, each page on one line, as Chromium's reader hands it on: what is read aloud and copied."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf)]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def in_order(text: str, *words: str) -> bool:
    """Does all of this stand there, one after the other?"""
    at = 0
    for one in words:
        at = text.find(one, at) + len(one)
        if at < len(one):
            return False
    return True
