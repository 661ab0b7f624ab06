"""Promising profiles at the desk: all of them to read, and beside what a client shared the few that it points to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.casework.people import ProfileVersion
from kompas.casework.versions import answers_of_version, profile_of
from kompas.conversation.answers import Answers
from kompas.profile.building import spoken_in
from kompas.profile.heard import hear
from kompas.profile.promising import Judged, Promising, PromisingProfile, State, promising_profiles
from kompas.profile.rules import Support
from kompas.profile.statements import Spoken, Statement
from kompas.web.audience import audience
from kompas.web.desk import on_desk
from kompas.web.house import house
from kompas.web.phone import current_flow

blueprint = Blueprint("promising", __name__)

MOST_SAID = 2
"""Answers beside one criterion."""


STATES: tuple[tuple[State, str, LazyString], ...] = (
    ("met", "check", _("There already")),
    ("next", "footprints", _("Next step")),
    ("ask", "message-circle", _("To ask")),
)


@dataclass(frozen=True)
class Line:
    """One criterion for one client, the answers that say so, and what can help where it is a next step."""

    text: str
    said: tuple[Spoken, ...]
    support: Support | None


@dataclass(frozen=True)
class Shown:
    """A profile, with its lines in groups: what is there, what is a next step, what to ask; with icon and title."""

    profile: PromisingProfile
    groups: tuple[tuple[str, LazyString, list[Line]], ...]


@blueprint.get("/organisation/profiles")
@audience("caseworker")
def profiles() -> ResponseReturnValue:
    names = {one.esco: one.name for one in house().occupations}
    return on_desk(
        "keeping/profiles.html",
        profiles=house().promising.profiles,
        names=names,
        supports=house().rules.supports.offers,
    )


@blueprint.app_template_global()
def promising_in(version: ProfileVersion) -> list[Shown]:
    """What a version points to: of the answers in it alone, and only where the client shared which work suits."""
    answers = answers_of_version(version)
    drawn = dict.fromkeys(_fields(profile_of(version).statements))
    found = promising_profiles(house().promising, house().rules, hear(current_flow(), answers), drawn)
    return [Shown(one.profile, tuple(_groups(one, answers))) for one in found]


def _groups(one: Promising, answers: Answers) -> Iterator[tuple[str, LazyString, list[Line]]]:
    for state, icon, title in STATES:
        if lines := [_line(each, answers) for each in one.having(state)]:
            yield icon, title, lines


def _line(one: Judged, answers: Answers) -> Line:
    spoken = [each for slot in one.slots for each in spoken_in(current_flow(), answers, slot)]
    said = [each for each in spoken if not one.options or each.option in one.options]
    support = house().rules.supports.offers.get(one.criterion.next or "") if one.state == "next" else None
    return Line(one.criterion.text, tuple(said[:MOST_SAID]), support)


def _fields(statements: Iterable[Statement]) -> Iterator[str]:
    """Those that were shared as work that suits, and those of the work that was."""
    work = {one.esco: one.field for one in house().occupations}
    for kind, _slash, code in (one.id.partition("/") for one in statements):
        if kind == "field":
            yield code
        elif kind == "work" and code in work:
            yield work[code]
