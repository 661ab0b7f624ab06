"""Letters to print, and what a reader, a camera or an envelope's window makes of the printed page."""

import io
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import kompas
from kompas.post.letter import Letter, print_letter
from kompas.post.wording import Say

MILLIMETRE = 72 / 25.4
HEIGHT = 297 * MILLIMETRE

_AMIRA = Letter(
    organisation_name="Gemeente Waterstad",
    contact="Telefoon 010 123 45 67",
    caseworker_name="Joris de Wit",
    client_name="Amira Yilmaz",
    language="en",
    talk_at=datetime(2026, 12, 1, 13, 0, tzinfo=UTC),
    zone="Europe/Amsterdam",
    talk_place="Havenstraat 12, kamer 3",
    link="https://kompas.waterstad.example/c/" + "aB3_" * 10 + "x-9",
    code="K7M29QXP4D",
    address="kompas.waterstad.example",
    expires_at=datetime(2026, 12, 15, 23, 0, tzinfo=UTC),
)


def a_letter(**changes: Any) -> Letter:
    return replace(_AMIRA, **changes)


def spoken(sentence: str, language: str) -> str:
    """Say a sentence so that its language can be recognised, before any catalogue is there."""
    return sentence if language == "en" else f"[{language}] {sentence}"


@cache
def _dutch() -> Catalog:
    with (Path(kompas.__file__).parent / "translations/nl/LC_MESSAGES/client.po").open("rb") as file:
        return read_po(file, "nl")


def as_shipped(sentence: str, language: str) -> str:
    """Say a sentence with the catalogue that goes out: English is the source."""
    found = _dutch().get(sentence) if language == "nl" else None
    return str(found.string) if found and found.string else sentence


def usual_size(letter: Letter, say: Say = as_shipped) -> float:
    """Give the size in points that most of the text has."""
    letters: Counter[float] = Counter()

    def look(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
        letters[abs(size * tm[0])] += len(text.strip())

    printed(letter, say).pages[0].extract_text(visitor_text=look)
    return letters.most_common(1)[0][0]


def printed(letter: Letter, say: Say = spoken) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(print_letter(letter, say)))


def text_of(letter: Letter, say: Say = spoken) -> str:
    """Give the text layer on one line, as Chromium's reader hands it on: what is read aloud and copied."""
    pages = pypdfium2.PdfDocument(print_letter(letter, say))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def seen_through_the_window(letter: Letter) -> str:
    """Give the text on the part of the page that can slide behind the window of a DL or a C5 envelope."""
    seen: list[str] = []

    def look(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        x = (tm[4] * cm[0] + cm[4]) / MILLIMETRE
        y = (HEIGHT - (tm[5] * cm[3] + cm[5])) / MILLIMETRE
        if text.strip() and x < 110 and 31 < y < 90:
            seen.append(text.strip())

    printed(letter).pages[0].extract_text(visitor_text=look)
    return " ".join(seen)


def photographed(letter: Letter) -> list[str]:
    """Give what a camera reads in the squares of the printed page, drawn at 150 dots an inch."""
    page = pypdfium2.PdfDocument(print_letter(letter, spoken))[0]
    bitmap = page.render(scale=150 / 72, grayscale=True)
    picture = memoryview(bytes(bitmap.buffer)).cast("B", shape=[bitmap.height, bitmap.stride])
    return [found.text for found in zxingcpp.read_barcodes(picture)]
