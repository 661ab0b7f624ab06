"""Pictures of the screens for docs/screens: taken when KOMPAS_SCREENS is set (`make screens`), else left alone."""

import os
import struct
import zlib
from pathlib import Path

import pypdfium2
from playwright.sync_api import Locator, Page

WANTED = os.environ.get("KOMPAS_SCREENS", "")
"""Empty for no pictures, 1 for those in docs/screens, or another folder to look at them first."""
SCREENS = Path(__file__).parents[2] / "docs" / "screens" if WANTED == "1" else Path(WANTED)
LETTER_SCALE, PAPER_SCALE = 1.5, 0.8
"""Pixels for each point of the paper: 893 by 1263 for A4, and 476 by 674."""


def picture(page: Page, name: str, around: Locator | None = None, *, small: bool = False) -> None:
    """The top of the screen as it stands now, without what lies below the fold; or what is seen `around` a place.

    `small`: as many dots as the page has, not as many as the phone.
    """
    if WANTED:
        page.evaluate("document.activeElement?.blur(), window.scrollTo(0, 0)")
        if around is not None:
            around.evaluate("place => place.scrollIntoView({block: 'center'})")
        page.mouse.move(0, 0)
        scale = "css" if small else "device"
        page.screenshot(path=_place(name), animations="disabled", caret="hide", scale=scale)


def picture_of_letter(pdf: bytes, name: str) -> None:
    _picture_of_pages(pdf, name, LETTER_SCALE)


def picture_of_paper(pdf: bytes, name: str) -> None:
    """All its pages beside each other, the first one at the left."""
    _picture_of_pages(pdf, name, PAPER_SCALE)


def _picture_of_pages(pdf: bytes, name: str, scale: float) -> None:
    if WANTED:
        pages = [page.render(scale=scale, rev_byteorder=True) for page in pypdfium2.PdfDocument(pdf)]
        rows = zip(*(_rows(page) for page in pages), strict=True)
        lines = b"".join(b"\0" + b"".join(row) for row in rows)
        _place(name).write_bytes(_png(sum(page.width for page in pages), pages[0].height, lines))


def _rows(page: pypdfium2.PdfBitmap) -> list[bytes]:
    wide, held = page.width * page.n_channels, bytes(page.buffer)
    return [held[at : at + wide] for at in range(0, page.stride * page.height, page.stride)]


def _place(name: str) -> Path:
    SCREENS.mkdir(parents=True, exist_ok=True)
    return SCREENS / f"{name}.png"


def _png(width: int, height: int, lines: bytes) -> bytes:
    """A picture of 8 bits each of red, green and blue; each line has its filter's number (0: none) in front."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
