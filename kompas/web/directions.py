"""The compass of one profile: what stands in its four directions, for a page or as a picture by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from flask import current_app

from kompas.conversation.flow import Part
from kompas.conversation.own_word import OWN_VIEW
from kompas.profile.statements import Statement
from kompas.web.assets import drawing
from kompas.web.compass import FOUR, Compass, Direction, compass_of
from kompas.web.lines import TITLES, Line

COLOURS: dict[Part, str] = {"good_at": "#b8501f", "why": "#74388f", "how": "#1b66a8", "helps": "#2a7048"}
"""On paper; a page has its theme's."""


class Told(Protocol):
    """A part of a profile with its lines, in the order in which they stand on the page."""

    @property
    def part(self) -> Part: ...
    @property
    def lines(self) -> Sequence[Line]: ...


def compass_of_parts(parts: Iterable[Told], *, mirrored: bool = False) -> Compass:
    """With the names of the very lines that stand below it, in the language of the moment.

    A direction without lines has its name alone. `mirrored`: for a language that is read from right to left.
    """
    by_part = {one.part: one.lines for one in parts}
    return compass_of([_direction(part, by_part.get(part, ())) for part in FOUR], mirrored=mirrored)


@dataclass(frozen=True)
class Picture:
    """A compass that needs nothing else, as SVG; and what is in it, for who doesn't see it."""

    svg: str
    told: str


def compass_picture(parts: Iterable[Told], *, mirrored: bool = False, fonts: str = "Noto Sans, Cairo") -> Picture:
    """Colours and icons are in the picture itself. `fonts` as in `font-family`."""
    compass = compass_of_parts(parts, mirrored=mirrored)
    page = current_app.jinja_env.get_template("components/compass_alone.svg")
    svg = page.render(compass=compass, colours=COLOURS, fonts=fonts)
    icons = "".join(_symbol(one.direction.icon) for one in compass.petals)
    told = (": ".join(filter(None, (one.direction.title, ", ".join(one.told)))) for one in compass.petals)
    return Picture(svg.replace("<defs/>", f"<defs>{icons}</defs>"), ". ".join(told))


def _symbol(icon: str) -> str:
    """As `<use>` finds it."""
    return drawing(icon).replace("<svg", f'<symbol id="{icon}"', 1).replace("</svg>", "</symbol>")


def _direction(part: Part, lines: Sequence[Line]) -> Direction:
    title, icon = TITLES[part]
    return Direction(part, str(title), icon, tuple(filter(None, map(_said, lines))), leads=bool(lines))


def _said(line: Line) -> str:
    """A line in a few words: the client's own where they said it differently. Empty for a name that says nothing."""
    own = [one.answer for one in line.statement.evidence if one.slot == OWN_VIEW]
    return own[-1] if own else line.name if _says_it_by_itself(line.statement) else ""


def _says_it_by_itself(line: Statement) -> bool:
    """Is its name what somebody said ("Helping"), or what they were asked about ("Hours a week")?"""
    chosen = any(one.answer == line.name and not one.own_words for one in line.evidence)
    return line.top or chosen or line.weight is not None
