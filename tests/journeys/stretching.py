"""Languages that nobody speaks: every text 40 % longer, in letters of its own, between brackets. Never shipped.

They borrow the codes of real languages that Kompas doesn't ship, for what CLDR knows of them: direction, plurals, days.
"""

import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

LONGER = 1.4
OPENS, CLOSES = "[", "]"

KEPT = re.compile(r"(%\(\w+\)[a-z]|%%|</?[a-z][^>]*>)")
"""What a translator leaves as it is: values that are filled in, and tags."""
WORD = re.compile(r"[^\W\d_]+")

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_PERSIAN = "ابپدیفگهجژکلمنوسقرشتعغثخزذ"
LETTERS = {
    "fr": str.maketrans("aceinouyACEINOUY", "àçéîñôûÿÀÇÉÎÑÔÛŸ"),
    "fa": str.maketrans(_LATIN + _LATIN.upper(), _PERSIAN * 2),
}
"""How the letters of the source look, by language: one from left to right, one from right to left."""


def stretched(english: str, language: str) -> str:
    """`Go on` becomes `[Gôô ôñn]`: as many words, each 40 % longer, as in languages that build long ones."""
    pieces = KEPT.split(english)
    said = (piece if KEPT.fullmatch(piece) else WORD.sub(_longer, piece) for piece in pieces)
    kept = (piece if KEPT.fullmatch(piece) else piece.translate(LETTERS[language]) for piece in said)
    return f"{OPENS}{''.join(kept)}{CLOSES}"


def _longer(found: re.Match[str]) -> str:
    """Its letters, some of them twice."""
    word, more = found[0], ceil(len(found[0]) * LONGER) - len(found[0])
    twice = (
        {place * 2 + 1 for place in range(more)} if more * 2 < len(word) else set(range(len(word) - more, len(word)))
    )
    return "".join(letter * (1 + (place in twice)) for place, letter in enumerate(word))


def translate(file: Path, language: str) -> int:
    """Fills a catalogue as a translator would, every form for one and for many; returns how many sentences."""
    with file.open("rb") as written:
        catalogue = read_po(written, locale=language)
    for message in filter(lambda one: one.id, catalogue):
        message.string = _said(message, catalogue, language)
    with file.open("wb") as translated:
        write_po(translated, catalogue)
    return len(catalogue)


def _said(message: Message, catalogue: Catalog, language: str) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return stretched(message.id, language)
    forms = (message.id[0], *[message.id[-1]] * (catalogue.num_plurals - 1))
    return tuple(stretched(form, language) for form in forms)


def outside_the_brackets(text: str) -> Iterator[str]:
    """The words that no catalogue gave: names, times, own words; or a sentence that was forgotten."""
    deep, left = 0, []
    for letter in text:
        deep += (letter == OPENS) - (letter == CLOSES)
        left.append(" " if deep or letter == CLOSES else letter)
    yield from WORD.findall("".join(left))
