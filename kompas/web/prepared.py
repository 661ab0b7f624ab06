"""The order in which a caseworker reads a shared profile: strengths first, the client's agenda, then the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from kompas.casework.offers import Offer
from kompas.casework.shared_profile import SharedProfile
from kompas.web.lines import WORKED_OUT, Line, PartOfProfile, Words, agenda_of, in_parts, lines_of
from kompas.web.offers import shown_for
from kompas.web.second_language import twin
from kompas.web.ways import with_whom
from kompas.web.wording import say

TO_BEGIN_WITH = 3


@dataclass(frozen=True)
class Group:
    """Lines that answer the same question. `title` is that question, or empty when each line names itself; `also` is it
    in the second language of the screen."""

    title: str
    lines: tuple[Line, ...]
    in_a_row: bool = False
    folded: bool = False
    """What somebody would rather not do is there for who asks; it is not where a talk begins."""
    also: str = ""


@dataclass(frozen=True)
class PreparedPart:
    """One of the six parts, in groups."""

    part: PartOfProfile
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Contact:
    """How to reach somebody, out of what they shared: `wishes` first, when they can, who can help them along, with whom
    they answered, and their own words."""

    wishes: tuple[Line, ...]
    times: tuple[Line, ...]
    helpers: tuple[Line, ...]
    answered: tuple[str, ...]
    own: tuple[Line, ...]

    @property
    def is_there(self) -> bool:
        return bool(self.wishes or self.helpers or self.own)


@dataclass(frozen=True)
class Talk:
    """A prepared talk. `topics`: what the client wants to talk about, in their order; then `agenda`, the parts, and
    `questions`, the single questions, to talk about first.

    `hint` is how the client is helped best, where they let it go.

    `standings` counts the lines that someone spoke about, by where both sides stand; a line that has changed since
    stands nowhere yet.
    """

    shared_at: datetime
    still_right_at: datetime | None
    begin_with: tuple[Line, ...]
    topics: PartOfProfile | None
    agenda: tuple[PartOfProfile, ...]
    questions: tuple[Line, ...]
    contact: "Contact"
    hint: Line | None
    parts: tuple[PreparedPart, ...]
    standings: dict[str, int]


def prepared(shared: SharedProfile, offers: Sequence[Offer] = ()) -> Talk:
    """Everything in it was released; nothing is added to it but what the organisation's own `offers` say of a line."""
    lines = [replace(one, offers=shown_for(one.statement.id, offers)) for one in lines_of(shared)]
    said = [one for one in lines if one.statement.kind not in ("talk", "hint") and one.statement.part != "agenda"]
    topics = [one for one in lines if one.statement.kind != "talk" and one.statement.part == "agenda"]
    return Talk(
        shared_at=shared.shared_at,
        still_right_at=shared.still_right_at,
        begin_with=tuple(one for one in said if one.statement.kind == "strength")[:TO_BEGIN_WITH],
        topics=next(iter(in_parts(topics)), None),
        agenda=tuple(agenda_of(shared.talk_about)),
        questions=tuple(one for one in lines if one.statement.kind == "talk"),
        contact=_contact(said),
        hint=next((one for one in lines if one.statement.kind == "hint"), None),
        parts=tuple(PreparedPart(part, tuple(groups(part.lines))) for part in in_parts(said)),
        standings=_standings(said),
    )


def _contact(said: Sequence[Line]) -> Contact:
    wishes, times, helpers, own = (
        tuple(one for one in said if one.statement.kind == kind) for kind in ("contact", "time", "supporter", "own")
    )
    return Contact(wishes, times, helpers, with_whom(one.statement for one in said), own)


def groups(lines: Sequence[Line]) -> Iterable[Group]:
    """The lines of a part, kind by kind; what was put on a scale, from strong to weak. First what follows from them."""
    for (_place, _kind, _weight), found in groupby(_in_order(lines), key=lambda pair: pair[0]):
        yield _group(tuple(one for _key, one in found))


def _in_order(lines: Sequence[Line]) -> list[tuple[tuple[int, str, int], Line]]:
    places = {kind: place for place, kind in enumerate(WORKED_OUT, start=-len(WORKED_OUT))}
    for one in lines:
        places.setdefault(one.statement.kind, len(places) - len(WORKED_OUT))
    keyed = [((places[one.statement.kind], one.statement.kind, -_scale(one)), one) for one in lines]
    return sorted(keyed, key=lambda pair: pair[0])


def _scale(line: Line) -> int:
    """Only interests are grouped by how strong they are: on other scales the answer stands beside the name."""
    return (line.statement.weight or 0) if line.statement.kind == "interest" else 0


def _group(lines: tuple[Line, ...]) -> Group:
    if named := WORKED_OUT.get(lines[0].statement.kind):
        return Group(say(named), lines, in_a_row=lines[0].statement.kind == "field", also=twin(named))
    if lines[0].statement.kind == "interest":
        liked = _answer(lines[0])
        return Group(liked.text, lines, in_a_row=True, folded=lines[0].statement.weight == 0, also=liked.also)
    if all(_is_told(one) for one in lines):
        return Group(lines[0].name, lines, also=lines[0].also)
    asked = {question for one in lines for question, _said in one.why[:1]}
    title = asked.pop() if len(asked) == 1 and _is_an_option(lines[0]) else Words("")
    in_a_row = all(_is_an_option(one) and not one.details for one in lines)
    return Group(title.text, lines, in_a_row=in_a_row, also=title.also)


def _is_told(line: Line) -> bool:
    """Are the client's own words the line, so that its name only says what they are about?"""
    return any(one.own for one in line.details)


def _is_an_option(line: Line) -> bool:
    """Is the line's name itself the answer that was chosen?"""
    return bool(line.why) and line.name == line.why[0][1].text


def _answer(line: Line) -> Words:
    return line.why[0][1]


def _standings(lines: Iterable[Line]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one in lines:
        if one.item is not None and one.item.standing != "said" and not one.item.changed:
            counted[one.item.standing] = counted.get(one.item.standing, 0) + 1
    return counted
