"""A client's own profile on paper: for the kitchen table, in their language, with a second one beside it when wished.

Words come in as they are said to the reader already. Own words stay exactly as they were written, but for signs that no
eye sees and the little pictures of a phone, which no font of ours can draw.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kompas.conversation.readable import one_line, readable
from kompas.post.typesetting import typeset
from kompas.post.wording import direction

_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\u200d\u20e3\U0001f000-\U0001faff]+")
_LONG = 400
"""Letters from which a line may be split over two pages."""


@dataclass(frozen=True)
class Said:
    """A few words; `own` marks the client's own. `also`: the same in the second language, or empty."""

    text: str
    own: bool = False
    also: str = ""


@dataclass(frozen=True)
class Entry:
    """One line: its name with what was chosen (`word`) beside it; below it what was told, and what is needed yet."""

    name: Said
    word: Said | None = None
    notes: tuple[Said, ...] = ()
    towards: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Section:
    """One part under its title, or under none when that is empty; `part` gives its colour.

    `icon` is its picture as SVG, drawn in `currentColor`.
    """

    part: str
    title: Said
    icon: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Paper:
    """A whole paper. `language` and `second` are BCP 47 tags, `second` empty for one language.

    `sections` is what was said, `further` what was worked out from it. `compass` is the picture at the top as SVG, with
    its text twin; both empty for none. `page` is a sentence with `{page}` and `{pages}` in it. `large`: few words, set
    generously in one column.
    """

    title: Said
    client_name: str
    language: str
    second: str
    sections: tuple[Section, ...]
    further: tuple[Section, ...]
    made: str
    page: str
    yours: Said
    compass: str = ""
    compass_twin: str = ""
    large: bool = False


def print_profile(paper: Paper) -> bytes:
    """Give the paper as a PDF: A4, tagged, as many pages as it takes; the same paper gives the same bytes."""
    printed = typeset("profile_paper.typ", contents(paper))
    # Of a paper that says it runs from right to left, Chromium turns around every line of Latin letters: a name, own
    # words, the second language. Of one that doesn't say so, it reads each line as its letters run.
    return printed.replace(b"/Direction/R2L", b"/Direction/L2R")


def contents(paper: Paper) -> dict[str, object]:
    """What the template shows, JSON-able."""
    voices = [{"language": one, "direction": direction(one)} for one in (paper.language, paper.second) if one]
    return {
        "title": _said(paper.title),
        "client": _own(one_line(paper.client_name)),
        "voices": voices,
        "sections": [_section(one) for one in paper.sections],
        "further": [_section(one) for one in paper.further],
        "made": paper.made,
        "page": paper.page,
        "yours": _said(paper.yours),
        "compass": paper.compass,
        "compass_twin": paper.compass_twin,
        "large": paper.large,
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "part": section.part,
        "title": _said(section.title),
        "icon": section.icon,
        "entries": [_entry(one) for one in section.entries],
    }


def _entry(entry: Entry) -> dict[str, object]:
    told = (entry.name, *entry.notes, *entry.towards)
    return {
        "name": _said(entry.name),
        "word": _said(entry.word) if entry.word else None,
        "notes": _all_said(entry.notes),
        "towards": _all_said(entry.towards),
        "long": sum(len(one.text) for one in told) > _LONG,
    }


def _all_said(words: Iterable[Said]) -> list[dict[str, object]]:
    return [_said(one) for one in words if not one.own or _drawable(one.text)]


def _said(words: Said) -> dict[str, object]:
    return _own(words.text) if words.own else {"text": words.text, "also": words.also, "own": False}


def _own(text: str) -> dict[str, object]:
    drawable = _drawable(text)
    return {"text": drawable, "also": "", "own": True, "direction": _runs(drawable)}


def _drawable(text: str) -> str:
    return readable(_PICTURES.sub("", text))


def _runs(text: str) -> str:
    """The direction of the first letter that has one, as a browser's `dir="auto"` finds it."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"
