"""Last time: what was shared for the talk before, as both sides still see it; and who took over since."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.casework.people import View
from kompas.casework.verdicts import Item
from kompas.conversation.flow import PARTS
from kompas.usecases.earlier import my_last_time, take_back_last_time
from kompas.usecases.hand_over import who_took_over
from kompas.usecases.problems import NotFound
from kompas.web.audience import audience
from kompas.web.house import house
from kompas.web.lines import agenda_of, in_parts, lines_of
from kompas.web.moments import moment
from kompas.web.phone import phone, who
from kompas.web.standing import standing_for_client
from kompas.web.swapping import show_at

blueprint = Blueprint("earlier", __name__)


@dataclass(frozen=True)
class Beside:
    """What a client has to know besides this talk: is something of the last one still shared, and who took over?"""

    caseworker_name: str
    last_time: datetime | None
    took_over: View | None


def took_over(view: View) -> str:
    """ "Joris took over from Fatima, Tuesday 14:05"."""
    told = {"new": view.caseworker_name, "old": view.instead_of, "moment": moment(view.at)}
    return _("%(new)s took over from %(old)s, %(moment)s", **told)


def beside() -> Beside:
    """For the pages of a client that say what a caseworker sees."""
    client, caseworker = who()
    before = my_last_time(phone()) if client.round > 1 else None
    return Beside(caseworker.first_name, before.shared_at if before else None, who_took_over(phone()))


@blueprint.get("/earlier")
@audience("client")
def earlier() -> ResponseReturnValue:
    return _earlier_page()


@blueprint.post("/earlier")
@audience("client")
def take_back() -> ResponseReturnValue:
    """All of it, one part, or one line: by its number in the version that was on the screen."""
    kind, _dot, name = request.form.get("what", "").partition(".")
    side, seen = phone(), request.form.get("version", 0, type=int)
    if kind == "all":
        take_back_last_time(side, house().now(), parts=PARTS)
    elif kind == "part" and name in PARTS:
        take_back_last_time(side, house().now(), parts=[part for part in PARTS if part == name])
    elif kind == "line" and name.isdecimal() and len(name) < len("1000"):
        take_back_last_time(side, house().now(), line=int(name), seen=seen)
    else:
        raise NotFound
    return show_at(url_for("earlier.earlier"), _earlier_page)


def _earlier_page() -> str:
    before, (_client, caseworker) = my_last_time(phone()), who()
    return render_template(
        "profile/earlier.html",
        name=caseworker.first_name,
        shared=before,
        shared_at=before.shared_at if before else None,
        version=before.version.number if before else 0,
        parts=in_parts(lines_of(before)) if before else [],
        agenda=agenda_of(before.talk_about) if before else [],
        stood=_stood,
    )


def _stood(item: Item) -> str:
    """Nobody waits for a word about the last talk any more."""
    return "" if item.standing == "waits_for_client" and not item.changed else standing_for_client(item)
