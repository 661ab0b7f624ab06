"""What somebody brings beside who they are: both sides of what a client shared, short, on one page for a talk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from kompas.casework.shared_profile import SharedProfile
from kompas.usecases.open_profile import open_profile
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.house import house
from kompas.web.lines import TITLES, Line, Words, lines_of
from kompas.web.prepared import Group, groups

blueprint = Blueprint("at_a_glance", __name__)

HARD = ("schooling/", "entry/", "experience/", "language/", "asset/", "wish/hours", "time/", "wish/travel")
SOFT = ("strength/", "driver/", "field/", "liked/", "interest/", "work/", "need/", "standing/", "bridge/", "step/")
"""Beginnings of the ids of lines, in the order in which they stand on the page."""
NAMED_ONLY = frozenset({"interest", "work", "bridge"})
LIKED = 2
"""Of cards with work, only those that somebody likes."""


@dataclass(frozen=True)
class Short:
    """A line in a few words. Own words stand in `words` as they were written."""

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Block:
    """Lines under one small title, which says what they are; `in_a_row` where each is a name and no more."""

    title: str
    lines: tuple[Short, ...]
    in_a_row: bool


@dataclass(frozen=True)
class Sides:
    """What somebody can show papers or years of, and what drives them. Either can be empty."""

    hard: tuple[Block, ...]
    soft: tuple[Block, ...]


@blueprint.get("/clients/<client_id>/at-a-glance")
@audience("caseworker")
def page(client_id: str) -> ResponseReturnValue:
    """The same opening in the client's log as the page of the talk, and only where something is shared."""
    opened = open_profile(desk(), client_id, house().now())
    if opened.profile is None:
        return redirect(url_for("casework.client", client_id=client_id), 303)
    sides = both_sides(opened.profile)
    return on_desk("casework/at_a_glance.html", client=opened.client, profile=opened.profile, sides=sides)


def both_sides(shared: SharedProfile) -> Sides:
    """Made of the lines that were released, in the words of the page of the talk, and nothing more."""
    lines = lines_of(shared)
    return Sides(_blocks(lines, HARD), _blocks(lines, SOFT))


def _blocks(lines: Sequence[Line], beginnings: Iterable[str]) -> tuple[Block, ...]:
    found: list[Block] = []
    for beginning in beginnings:
        some = [one for one in lines if one.statement.id.startswith(beginning)]
        liked = [one for one in some if beginning != "interest/" or one.statement.weight == LIKED]
        found += [_block(group) for group in groups(liked)]
    return tuple(found)


def _block(group: Group) -> Block:
    """A group without a title of its own is called by the name that its lines share, or as the part they stand in."""
    names = {one.name for one in group.lines}
    part, _icon = TITLES[group.lines[0].statement.part]
    title = group.title or (names.pop() if len(names) == 1 else str(part))
    short = tuple(_short(one, title) for one in group.lines)
    return Block(title, short, in_a_row=all(one.name and not one.words for one in short))


def _short(line: Line, title: str) -> Short:
    """Of what is only named here, the page of the talk tells the reasons, what is still needed and a first step."""
    words = () if line.statement.kind in NAMED_ONLY else line.details
    return Short("" if line.name == title else line.name, words)
