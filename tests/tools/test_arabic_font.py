"""Arabic is read on a machine that has no Arabic letters: one small font, with every letter that Kompas writes."""

import io
import re
import unicodedata
from gettext import translation

import pytest
from fontTools.ttLib import TTFont

from kompas.web.assets import BUILT, read_assets
from tests.architecture.sources import ROOT

MOST_BYTES = 40_000
RANGE = re.compile(r"unicode-range: ([^;]+);")


@pytest.fixture(scope="module")
def built() -> bytes:
    return (BUILT / read_assets().files["kompas-arabic.woff2"]).read_bytes()


@pytest.fixture(scope="module")
def font(built: bytes) -> TTFont:
    return TTFont(io.BytesIO(built))


def range_in_styles() -> set[int]:
    """The signs for which a browser looks into the font at all."""
    styles = (BUILT / read_assets().files["kompas.css"]).read_text()
    found = RANGE.search(styles)
    assert found
    parts = [part.strip().removeprefix("U+").partition("-") for part in found[1].split(",")]
    return {sign for first, _, last in parts for sign in range(int(first, 16), int(last or first, 16) + 1)}


def test_it_is_small(built: bytes) -> None:
    assert len(built) <= MOST_BYTES


def test_one_file_has_every_weight_that_kompas_writes_in(font: TTFont) -> None:
    (weight,) = font["fvar"].axes
    assert (weight.axisTag, weight.minValue, weight.maxValue) == ("wght", 400, 800)


def test_every_letter_that_kompas_says_in_arabic_is_in_it(font: TTFont) -> None:
    catalogue = translation("client", ROOT / "kompas" / "translations", ["ar"])
    said = {sign for sentence in catalogue._catalog.values() for sign in str(sentence)}
    arabic = {sign for sign in said if unicodedata.bidirectional(sign) in {"AL", "AN", "NSM"}}
    assert len(arabic) > 30
    assert {sign for sign in arabic if ord(sign) not in font.getBestCmap()} == set()
    assert {sign for sign in arabic if ord(sign) not in range_in_styles()} == set()


def test_a_browser_looks_for_all_of_it_and_nothing_beside_it(font: TTFont) -> None:
    """Of the Arabic block the font has what Arabic and Farsi need; outside it the range is exact."""
    outside = {sign for sign in range_in_styles() if not 0x600 <= sign < 0x700}
    assert outside == {sign for sign in font.getBestCmap() if not 0x600 <= sign < 0x700}


def test_it_never_keeps_a_page_waiting() -> None:
    styles = (BUILT / read_assets().files["kompas.css"]).read_text()
    assert styles.count("@font-face") == 1
    assert "font-display: swap" in styles
