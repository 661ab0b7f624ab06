"""Cuts the Arabic web font out of Cairo: one small file for every weight that Kompas writes in.

python tools/arabic_font.py FILE
"""

import io
import sys
from pathlib import Path

import fontpkg
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ARABIC = range(0x600, 0x700)
"""The letters of Arabic, Farsi and their neighbours, with their digits and marks."""
MARKS = ' !"%()+,-./:;=?«»·…–—0123456789'
"""What stands between them: a sentence keeps one hand, also where a number is in it."""
WEIGHTS = (400, 800)
"""Of the text and of the headings; whatever lies between is in the file too."""


def arabic_font() -> bytes:
    """The font as WOFF2. The same package gives the same bytes, so its name changes only with its content."""
    font = TTFont(fontpkg.path("Cairo"), recalcTimestamp=False)
    cutting = Subsetter(Options(hinting=False))
    cutting.populate(unicodes=[*ARABIC, *map(ord, MARKS)])
    cutting.subset(font)
    instantiateVariableFont(font, {"slnt": 0, "wght": WEIGHTS}, inplace=True)
    # Cairo keeps 600 almost as thin as 400; without its own scale a label is half as heavy again, as in Latin letters.
    del font["avar"]
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).parent.mkdir(parents=True, exist_ok=True)
    Path(sys.argv[1]).write_bytes(arabic_font())
