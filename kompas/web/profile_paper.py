"""The client's own profile on paper: all of it, or only what they are good at. Nobody else can ask for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, force_locale
from flask_babel import lazy_gettext as _

from kompas.conversation.flow import Part
from kompas.conversation.own_word import RIGHT, own_view
from kompas.post.profile_paper import Entry, Paper, Said, Section, print_profile
from kompas.post.wording import day
from kompas.profile.because import Because
from kompas.profile.rules import Support
from kompas.profile.said_by import said_by
from kompas.profile.statements import Statement
from kompas.profile.suggesting import Suggestion
from kompas.usecases.answer import where_is
from kompas.web.assets import drawing
from kompas.web.audience import audience
from kompas.web.directions import Picture, compass_picture
from kompas.web.house import house
from kompas.web.language import direction, language, languages
from kompas.web.lines import TITLES, Line, Words, in_parts, line
from kompas.web.organisation import current_organisation
from kompas.web.phone import phone, who
from kompas.web.second_language import second, show_beside
from kompas.web.wording import say
from kompas.web.work import Reading, reading

blueprint = Blueprint("profile_paper", __name__)

MOST_REASONS = 2
BETWEEN = "\u00a0· "
"""Between words in one line; never at the beginning of the next."""
STRENGTHS: Part = "good_at"
ALONE = frozenset({"strength", "driver", "need", "talk"})
"""Kinds of line that each keep a line of their own."""


@blueprint.get("/profile.pdf")
@audience("client")
def whole() -> ResponseReturnValue:
    """What was heard, work that may suit, and the step; how a caseworker helps best only by the client's own word."""
    _in_which_languages()
    found = reading()
    lines = _lines(said_by(found.advice.walk).statements)
    if not lines:
        return _nothing_yet()
    paper, picture = _paper(_said(_("My profile")), _parts(lines)), _picture(lines)
    further = tuple(_worked_out(found, lines))
    return _sent(replace(paper, further=further, compass=picture.svg, compass_twin=picture.told), "profile.pdf")


@blueprint.get("/profile/strengths.pdf")
@audience("client")
def strengths() -> ResponseReturnValue:
    """A page to be proud of: no wish, no need and no step stands on it."""
    _in_which_languages()
    said = said_by(where_is(phone())).statements
    lines = _lines(one for one in said if one.part == STRENGTHS and one.kind != "talk")
    if not lines:
        return _nothing_yet()
    title, _icon = TITLES[STRENGTHS]
    sections = (replace(one, title=Said("")) for one in _parts(lines))
    return _sent(replace(_paper(_said(title), sections), large=True), "strengths.pdf")


def _nothing_yet() -> ResponseReturnValue:
    return redirect(url_for("profile.heard"), 303)


def _in_which_languages() -> None:
    """With `too` in another language that is offered beside; else as the screens are shown."""
    too = request.args.get("too", "")
    if too in dict(languages()):
        show_beside(too)


def _sent(paper: Paper, name: str) -> Response:
    headers = {"Content-Disposition": f"inline; filename={name}"}
    return Response(print_profile(paper), mimetype="application/pdf", headers=headers)


def _paper(title: Said, sections: Iterable[Section]) -> Paper:
    beside = second()
    zone = current_organisation().zone
    return Paper(
        title=title,
        client_name=who()[0].name,
        language=language(),
        second=beside.code if beside else "",
        sections=tuple(sections),
        further=(),
        made=str(_("Made on %(day)s", day=day(house().now(), zone, language()))),
        page=str(_("Page %(page)s of %(pages)s", page="{page}", pages="{pages}")),
        yours=_said(_("You decide who reads this.")),
    )


def _lines(statements: Iterable[Statement]) -> list[Line]:
    """What is private by design stands on no paper: it lies on tables."""
    shown = (one for one in statements if not one.private)
    return [line(number, one) for number, one in enumerate(shown, start=1)]


def _picture(lines: Iterable[Line]) -> Picture:
    return compass_picture(in_parts(lines), mirrored=direction() == "rtl")


def _parts(lines: Iterable[Line]) -> Iterator[Section]:
    for one in in_parts(lines):
        yield Section(one.part, _said(one.title), drawing(one.icon), tuple(_entries(one.lines)))


def _entries(lines: Iterable[Line]) -> Iterator[Entry]:
    """Each line by itself; what was answered alike stands together, so that a page has room."""
    for (word, _kind), some in groupby(lines, key=_together):
        if word:
            told = list(some)
            names = _joined(Words(one.name, also=one.also) for one in told)
            yield Entry(_joined(told[0].details), names) if told[0].details else Entry(names)
        else:
            yield from map(_entry, some)


def _together(one: Line) -> tuple[str, str]:
    """By what a line can stand in one with others: cards by how much they are liked, plain ones by their kind."""
    statement = one.statement
    if any(detail.own for detail in one.details) or statement.top or statement.kind in ALONE:
        return "", ""
    if statement.kind == "interest":
        return " ".join(detail.text for detail in one.details), "interest"
    return ("" if one.details else "plain"), statement.kind


def _entry(one: Line) -> Entry:
    chosen = [detail for detail in one.details if not detail.own]
    own = tuple(Said(detail.text, own=True) for detail in one.details if detail.own)
    return Entry(Said(one.name, also=one.also), _joined(chosen) if chosen else None, own)


def _joined(some: Iterable[Words]) -> Said:
    told = list(some)
    also = (one.also or one.text for one in told) if any(one.also for one in told) else ()
    return Said(BETWEEN.join(one.text for one in told), also=BETWEEN.join(also))


def _worked_out(found: Reading, lines: Iterable[Line]) -> Iterator[Section]:
    known = {spoken.slot for one in lines for spoken in one.statement.evidence}
    advice, rules = found.advice.worked_out, found.rules
    works = {f"work/{one.occupation.esco}": _work(found, one, known) for one in advice.suggested}
    if ideas := tuple(_as_they_see_it(found, works)):
        yield Section("how", _said(_("Work that may suit you")), drawing("briefcase"), ideas)
    step = rules.steps.rules[advice.step.place]
    steps = {f"standing/{step.id}": Entry(_said(step.name), notes=(_said(step.text),))}
    if first := tuple(_as_they_see_it(found, steps)):
        yield Section("next", _said(_("Your step")), drawing("footprints"), first)
    bridges = {f"bridge/{one.support}": _help(rules.supports.offers[one.support]) for one in advice.bridge}
    if bridge := tuple(_as_they_see_it(found, bridges)):
        yield Section("next", _said(_("What can bring you further")), drawing("route"), bridge)
    hint = found.own_hint or (found.given_hint if found.advice.word_on_hint == RIGHT else None)
    if hint is not None:
        entry = Entry(_said(hint.name), notes=(_said(hint.text), _said(_("Better not:"), hint.leave.text, as_="{} {}")))
        yield Section("helps", _said(_("How my caseworker helps me best")), drawing("life-buoy"), (entry,))


def _help(support: Support) -> Entry:
    return Entry(_said(support.name), towards=(_said(support.text),))


def _as_they_see_it(found: Reading, entries: Mapping[str, Entry]) -> Iterator[Entry]:
    """By the id of a line: without those that the client hides, and with their own words under the others."""
    view = own_view(found.advice.walk.own_word)
    for name, entry in entries.items():
        words = view.get(name)
        if words is None:
            yield entry
        elif words:
            yield replace(entry, notes=(*entry.notes, Said(words, own=True)))


def _work(found: Reading, one: Suggestion, known: set[str]) -> Entry:
    reasons = [_reason(found, each.code, each.because, known) for each in one.reasons[:MOST_REASONS]]
    needed = [found.rules.needed.words[each.code].name for each in one.needed if each.state == "needed"]
    towards = tuple(_said(_("Still needed:"), each, as_="{} {}") for each in needed)
    return Entry(_said(one.occupation.name), _said(found.label(one.label)), tuple(reasons), towards)


def _reason(found: Reading, code: str, because: Because, known: set[str]) -> Said:
    """With what was on the cards under it; a line that the client hides is not named here either."""
    cards = found.cards(replace(because, slots=tuple(slot for slot in because.slots if slot in known)))
    words = found.rules.reasons.words[code].name
    return _said(words, *cards, as_="{}: " + BETWEEN.join("{}" for _card in cards)) if cards else _said(words)


def _said(*sentences: str | LazyString | None, as_: str = "{}") -> Said:
    """Source sentences put together, in the language of the page, and in the second one where that differs."""
    here = as_.format(*map(_in_language, sentences))
    beside = second()
    if beside is None:
        return Said(here)
    with force_locale(beside.code):
        there = as_.format(*map(_in_language, sentences))
    return Said(here, also="" if there == here else there)


def _in_language(sentence: str | LazyString | None) -> str:
    return say(sentence) if isinstance(sentence, str) else str(sentence or "")
