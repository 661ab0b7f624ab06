"""The client's agenda: what they want to talk about, in their order, with topics of their own."""

from dataclasses import dataclass

from flask import Blueprint, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from kompas.conversation.accepting import NotAccepted
from kompas.conversation.agenda import LONGEST_OWN, NO, has_room, on_agenda
from kompas.usecases.agenda import Agenda, arrange, my_agenda
from kompas.usecases.share import shared_now
from kompas.web.audience import audience
from kompas.web.conversation import review
from kompas.web.going import go, wants_swap
from kompas.web.house import house
from kompas.web.lines import Words
from kompas.web.phone import phone
from kompas.web.question import topic_said
from kompas.web.since import since_shared
from kompas.web.swapping import show_at
from kompas.web.unsent import unsent
from kompas.web.wording import say_mistake

blueprint = Blueprint("agenda", __name__)

DIRECTIONS = ("up", "down")
AFTERWARDS = {"review": "conversation.review", "share": "sharing.share"}
"""Where a client goes on, by where they came from."""


@dataclass(frozen=True)
class Topic:
    """One topic on the screen: `icon` is empty for the client's own words."""

    code: str
    words: Words
    icon: str


@blueprint.get("/agenda")
@audience("client")
def agenda() -> ResponseReturnValue:
    """`moved` is a place in the list, never a topic: addresses don't tell what was chosen."""
    found, moved = my_agenda(phone()), request.args.get("moved", "")
    place = int(moved) if moved.isdecimal() and len(moved) < len("100") else 0
    return _page(found, place if place <= len(on_agenda(found.topics)) else 0, unsent().get("words", ""))


@blueprint.post("/agenda")
@audience("client")
def change() -> ResponseReturnValue:
    """With htmx the same screen once more, without a step in the browser's history for each tap."""
    do, _dot, topic = request.form.get("do", "").partition(".")
    words = request.form.get("words", "")
    try:
        found = arrange(phone(), do, topic, words, house().now())
    except NotAccepted as mistake:
        return _page(my_agenda(phone()), words=words, mistake=say_mistake(mistake)), 422
    if do == "done":
        onward = url_for(AFTERWARDS[_came_from()])
        return go(onward) if _came_from() == "share" else show_at(onward, review)
    if not wants_swap():
        by = do if do in DIRECTIONS else None
        return redirect(url_for("agenda.agenda", moved=found.place or None, by=by, came_from=_came_from()), 303)
    g.here = url_for("agenda.agenda", came_from=_came_from())
    response = make_response(_page(found, found.place))
    response.headers["HX-Replace-Url"] = g.here
    return response


def _page(found: Agenda, place: int = 0, words: str = "", mistake: str = "") -> str:
    order = on_agenda(found.topics)
    return render_template(
        "agenda/agenda.html",
        topics=[_topic(found, code) for code in order],
        later=[_topic(found, code) for code in found.stop.options if _may_come(found, code, order)],
        place=place,
        focus="data-stays" if wants_swap() else "autofocus",
        by=_direction(place, len(order)),
        taken_off=[topic_said(found.stop, found.taken_off, code).text for code in found.taken_off],
        has_room=has_room(found.topics),
        longest=LONGEST_OWN,
        words=words,
        mistake=mistake,
        since=since_shared(found.walk, shared_now(phone())),
        came_from=_came_from(),
        back=url_for(AFTERWARDS[_came_from()]),
    )


def _topic(found: Agenda, code: str) -> Topic:
    option = found.stop.options.get(code)
    return Topic(code, topic_said(found.stop, found.topics, code), option.icon if option else "")


def _may_come(found: Agenda, code: str, order: tuple[str, ...]) -> bool:
    """What was put off, and what nothing was said about; not what was refused."""
    return code not in order and found.topics.get(code) != NO


def _direction(place: int, count: int) -> str:
    """The button that keeps the focus: the one that was pressed, while it can go on in its direction."""
    do = request.values.get("by") or request.values.get("do", "").partition(".")[0]
    if do == "up":
        return "up" if place > 1 else "down"
    return "down" if 0 < place < count else "up"


def _came_from() -> str:
    found = request.values.get("came_from", "")
    return found if found in AFTERWARDS else "review"
