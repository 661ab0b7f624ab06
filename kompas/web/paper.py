"""On paper: the same conversation to print, and what was typed in from it, looked through by the client."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.casework.people import Client
from kompas.conversation.answers import Answer, question_of
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Chapter
from kompas.conversation.paper import Asked, on_paper
from kompas.conversation.walking import Stop
from kompas.usecases.answer import where_is
from kompas.usecases.paper import ToLookThrough, look_through, mark, to_look_through
from kompas.usecases.problems import Stale
from kompas.web.audience import audience
from kompas.web.going import go
from kompas.web.house import house
from kompas.web.lines import Words
from kompas.web.organisation import current_organisation
from kompas.web.phone import current_flow, phone, who
from kompas.web.promises import PROMISES
from kompas.web.question import said
from kompas.web.second_language import show_beside
from kompas.web.unsent import unsent
from kompas.web.wording import say

blueprint = Blueprint("paper", __name__)

DUTCH = "nl"
"""Stands small beside each sentence, so that whoever types in an Arabic paper can read it."""


@dataclass(frozen=True)
class FromPaper:
    """One answer from paper on a screen. `here`: what was said on the phone, where that is something else."""

    place: int
    ask: str
    about: str
    words: list[Words]
    here: list[Words] | None


@blueprint.get("/paper")
@audience("client")
def to_print() -> ResponseReturnValue:
    return paper_of(who()[0], url_for("conversation.welcome"))


@blueprint.get("/paper/look")
@audience("client")
def look() -> ResponseReturnValue:
    waiting = to_look_through(phone())
    return _page(waiting) if waiting else go(url_for("conversation.review"))


@blueprint.post("/paper/look")
@audience("client")
def keep() -> ResponseReturnValue:
    """On to the first question of which the client said that it isn't right; else to all answers."""
    left_out = places("out")
    instead = {place for name in request.form if name.startswith("paper-") for place in places(name)}
    slots = {one.typed.slot for one in to_look_through(phone()) if one.typed.position in left_out}
    try:
        look_through(phone(), request.form.get("seen", ""), left_out, instead, house().now())
    except Stale:
        return _page(to_look_through(phone()), _("Something has changed meanwhile. Look once more.")), 409
    again = next((stop for stop in where_is(phone()).path if stop.slot in slots), None)
    if again is not None:
        return go(url_for("conversation.question", address=again.address, came_from="review"))
    return go(url_for("conversation.review", notice="paper-kept"))


def paper_of(client: Client, back: str) -> str:
    """The whole conversation to be printed, in the language of the page."""
    show_beside(DUTCH)
    return render_template(
        "paper/print.html", client=client, back=back, promises=PROMISES, chapters=by_chapter(asked_here())
    )


def asked_here() -> tuple[Asked, ...]:
    return on_paper(current_flow(), Context(switches=current_organisation().switches))


def by_chapter(asked: Iterable[Asked]) -> list[tuple[Chapter, list[Asked]]]:
    found: dict[str, tuple[Chapter, list[Asked]]] = {}
    for one in asked:
        found.setdefault(one.chapter.id, (one.chapter, []))[1].append(one)
    return list(found.values())


def places(kind: str) -> set[int]:
    """The positions that were chosen under this name."""
    return {
        int(value) for value in request.form.getlist(kind) if value.isascii() and value.isdecimal() and len(value) < 9
    }


def from_paper(looked: Iterable[ToLookThrough]) -> list[FromPaper]:
    """As it stands on a screen, in the language of the page. What is no longer asked is left out."""
    asked = {one.question.id: one for one in asked_here()}
    known = [(asked.get(question_of(one.typed.slot)), one) for one in looked]
    return [_from_paper(question, one) for question, one in known if question is not None]


def _from_paper(asked: Asked, one: ToLookThrough) -> FromPaper:
    slot = one.typed.slot
    about = asked.about.get(slot.partition(".")[2])
    stop = Stop(slot, slot, asked.chapter, asked.question, asked.options, about)
    here = _words(stop, one.said) if one.said is not None else None
    words = _words(stop, one.typed.answer)
    return FromPaper(one.typed.position, asked.question.ask, about.text if about else "", words, here)


def _words(stop: Stop, answer: Answer) -> list[Words]:
    if answer.state == "talk":
        return [Words(say("I'd rather talk about this"))]
    return said(stop, answer)


def _page(waiting: tuple[ToLookThrough, ...], mistake: str = "") -> str:
    looked = from_paper(waiting)
    return render_template(
        "paper/look.html",
        same=[one for one in looked if one.here is None],
        other=[one for one in looked if one.here is not None],
        seen=mark(one.typed for one in waiting),
        by=waiting[-1].typed.by if waiting else "",
        mistake=mistake,
        out=places("out") if mistake or unsent() else (),
        chosen=unsent(),
    )
