"""The lines of a profile as people read them: in their language, with the reasons, and where both sides stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.casework.shared_profile import SharedProfile
from kompas.casework.verdicts import Item
from kompas.casework.versions import Wording, hint_shared_at, wording_of
from kompas.conversation.flow import PARTS, Part
from kompas.post.wording import N_
from kompas.profile.concluding import HELPS_BEST, is_worked_out
from kompas.profile.statements import Statement
from kompas.profile.still_holding import hint_is_over
from kompas.web.house import house
from kompas.web.offers import ShownOffer
from kompas.web.second_language import twin
from kompas.web.ways import Way, ways_of
from kompas.web.wording import say

TITLES: dict[Part, tuple[LazyString, str]] = {
    "agenda": (_("What I want to talk about"), "messages-square"),
    "good_at": (_("What I am good at"), "star"),
    "why": (_("Why I work"), "heart"),
    "how": (_("How I like to work"), "hand"),
    "helps": (_("What helps me"), "life-buoy"),
    "about": (_("About me"), "user-round"),
    "next": (_("My next step"), "footprints"),
}


WORKED_OUT = {
    "field": N_("Fields of work that suit"),
    "work": N_("Ideas for work"),
    "standing": N_("The step"),
    "bridge": N_("What can bring it closer"),
    "hint": HELPS_BEST,
}
"""What no question asks stands under a title of its own, by its kind."""


@dataclass(frozen=True)
class Words:
    """A few words on the screen; `own` marks the client's own, which are never translated.

    `also`: the same in the second language of the screen; empty where one is shown. `lead` stands before it.
    """

    text: str
    own: bool = False
    also: str = ""
    lead: str = ""


@dataclass(frozen=True)
class Line:
    """One statement on the screen, its name in the second language too. `why` pairs a question with its answer.

    `offers`: what the organisation has for it, beside the line at the desk.
    """

    number: int
    statement: Statement
    name: str
    details: tuple[Words, ...]
    why: tuple[tuple[Words, Words], ...]
    item: Item | None = None
    also: str = ""
    offers: tuple[ShownOffer, ...] = ()

    @property
    def waits(self) -> bool:
        """The caseworker spoke, of this very line; the client's own word is asked for."""
        return self.item is not None and self.item.standing == "waits_for_client" and not self.item.changed


@dataclass(frozen=True)
class PartOfProfile:
    """One of the six parts with its lines."""

    part: Part
    title: LazyString
    icon: str
    lines: tuple[Line, ...]
    ways: tuple[Way, ...] = ()

    @property
    def said(self) -> list[Line]:
        return [one for one in self.lines if one.statement.kind not in WORKED_OUT]

    @property
    def worked_out(self) -> list[tuple[str, list[Line]]]:
        """What follows from it, title by title."""
        of_kind = {kind: [one for one in self.lines if one.statement.kind == kind] for kind in WORKED_OUT}
        return [(WORKED_OUT[kind], lines) for kind, lines in of_kind.items() if lines]


def name_parts(app: Flask) -> None:
    """Gives templates `part_names`: title and icon of each of the six parts."""
    app.jinja_env.globals["part_names"] = TITLES


def line(number: int, statement: Statement, item: Item | None = None, wording: Wording | None = None) -> Line:
    return Line(
        number,
        statement,
        say(statement.name, wording),
        tuple(spoken(one.text, wording, own=one.own_words, lead=one.lead) for one in statement.details),
        tuple(
            (spoken(one.question, wording), spoken(one.answer, wording, own=one.own_words))
            for one in statement.evidence
        ),
        item,
        twin(statement.name, wording),
    )


def spoken(text: str, wording: Wording | None = None, *, own: bool = False, lead: str = "") -> Words:
    """A source sentence in the language of the page, and in the second one; own words as they were written."""
    if own:
        return Words(text, own=True)
    return Words(say(text, wording), also=twin(text, wording), lead=say(lead, wording) if lead else "")


def in_parts(lines: Iterable[Line]) -> list[PartOfProfile]:
    """The lines under the six titles, in their fixed order; a part without a line is left out."""
    by_part: dict[Part, list[Line]] = {}
    for one in lines:
        by_part.setdefault(one.statement.part, []).append(one)
    return [part_of_profile(part, by_part[part]) for part in PARTS if part in by_part]


def part_of_profile(part: Part, lines: Iterable[Line]) -> PartOfProfile:
    (title, icon), shown = TITLES[part], tuple(lines)
    return PartOfProfile(part, title, icon, shown, ways_of(one.statement for one in shown))


def lines_of(shared: SharedProfile) -> list[Line]:
    """The lines that were shared, in the wording that was shown then. A hint is about where somebody is: it passes."""
    wording = wording_of(shared.version)
    return [line(item.number, item.statement, item, wording) for item in _still_told(shared)]


def worked_out_in(shared: SharedProfile) -> list[Item]:
    """What was shared of what follows from the answers."""
    return [one for one in _still_told(shared) if is_worked_out(one.statement)]


def _still_told(shared: SharedProfile) -> list[Item]:
    then, now = hint_shared_at(shared.version), house().now()
    return [one for one in shared.items if not hint_is_over(one.statement, then, now)]


def agenda_of(talk_about: Iterable[Part]) -> list[PartOfProfile]:
    """The parts to be talked about: their titles, and no line of them."""
    return [part_of_profile(part, ()) for part in talk_about]
