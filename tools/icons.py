"""Finds the icons that Kompas names, and draws them into one sprite."""

import difflib
import re
import zipfile
from pathlib import Path

LUCIDE = Path("lucide/lucide.zip")
_IN_FLOWS = re.compile(r"\bicon:\s*[\"']?([a-z0-9-]+)")
_IN_TEMPLATES = re.compile(r"\bicon\(\s*[\"']([a-z0-9-]+)[\"']")
_IN_LIST = re.compile(r"^([a-z0-9-]+)", re.MULTILINE)
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_PEN = 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'


def named_icons(kompas: Path, organisations: Path) -> set[str]:
    """Names after `icon:` in flows, in `icon("…")` in templates, and one a line in static/icons.txt."""
    places = [
        (_IN_FLOWS, [*(kompas / "flows").rglob("*.yaml"), *organisations.rglob("*.yaml")]),
        (_IN_TEMPLATES, [*(kompas / "templates").rglob("*.html")]),
        (_IN_LIST, [*(kompas / "static").glob("icons.txt")]),
    ]
    return {name for pattern, files in places for file in files for name in pattern.findall(file.read_text())}


def sprite(packages: Path, names: set[str]) -> tuple[str, list[str]]:
    """The sprite as SVG text, and a sentence for each name that Lucide doesn't have."""
    with zipfile.ZipFile(packages / LUCIDE) as lucide:
        known = {Path(entry).stem for entry in lucide.namelist()}
        missing = [_unknown(name, known) for name in sorted(names - known)]
        symbols = [_symbol(name, lucide.read(f"{name}.svg").decode()) for name in sorted(names & known)]
    text = "\n".join(
        ["<!-- Lucide, lucide.dev: ISC licence; portions from Feather: MIT licence -->", *symbols],
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{text}\n</svg>\n', missing


def _symbol(name: str, drawn: str) -> str:
    inside = _DRAWING.search(drawn)
    if inside is None:
        raise ValueError(f"Lucide's {name} is no drawing.")
    lines = "".join(line.strip() for line in inside[1].splitlines())
    return f'<symbol id="{name}" viewBox="0 0 24 24" {_PEN}>{lines}</symbol>'


def _unknown(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3)
    return f"Lucide has no icon {name}." + (f" Perhaps {' or '.join(near)}?" if near else "")
