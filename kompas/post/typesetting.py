"""How data becomes a PDF: a Typst template, our two fonts, and nothing that could run."""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import fontpkg
import typst

_TEMPLATES = Path(__file__).parent

_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
"""The optional signs above and below Arabic letters: nobody misses them, and with them the text layer says every letter
that bears one twice."""


def typeset(template: str, data: Mapping[str, object]) -> bytes:
    """Give a PDF (PDF/UA-1: tagged, with title and language); the same data give the same bytes.

    `template` is a file beside this one. Whatever stands in `data`, JSON-able, is shown as it is and never read as
    markup.
    """
    told = _VOWEL_SIGNS.sub("", unicodedata.normalize("NFC", json.dumps(data, ensure_ascii=False)))
    try:
        return _compiled(template, told, "ua-1")
    except typst.TypstError:
        # The standard refuses a sign that our fonts can't draw (a name in Chinese). The paper still goes out, tagged,
        # with a box for that sign; a fault of the template itself is raised again.
        return _compiled(template, told, None)


def _compiled(template: str, told: str, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": told},
        pdf_standards=standard,
    )


@cache
def _fonts() -> typst.Fonts:
    """Noto Sans, and Cairo for Arabic: the same paper on every machine, with a text layer that can be read aloud."""
    folders = [fontpkg.path(name).parent for name in ("Noto Sans", "Cairo")]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
