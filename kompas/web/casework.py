"""The prepared talk: what a client released, and what both sides make of it, line by line."""

from dataclasses import dataclass

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import gettext as _

from kompas.usecases.confirm import LONGEST_WORDS, Meanwhile, Placed, WordsMissing, confirm
from kompas.usecases.open_profile import open_profile
from kompas.usecases.problems import Stale
from kompas.usecases.supports import what_is_there
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.meanwhile import said_meanwhile
from kompas.web.notices import NOTICES, notice
from kompas.web.organisation import current_organisation
from kompas.web.prepared import prepared
from kompas.web.second_language import show_beside
from kompas.web.seen import seen_in
from kompas.web.then_and_now import news_in
from kompas.web.typed import typed

blueprint = Blueprint("casework", __name__)


@blueprint.get("/clients/<client_id>")
@audience("caseworker")
def client(client_id: str) -> ResponseReturnValue:
    return _client_page(client_id, note=notice() or "")


@blueprint.post("/clients/<client_id>/items/<int:number>")
@audience("caseworker")
def verdict(client_id: str, number: int) -> ResponseReturnValue:
    """The answer is the whole screen; with htmx the browser takes the one line out of it and keeps the rest."""
    word, words = request.form.get("word", ""), request.form.get("words", "")
    try:
        placed = confirm(desk(), client_id, seen_in(request.form), word, words, house().now())
    except WordsMissing as problem:
        return _words_missing(client_id, number, problem, words)
    except Meanwhile as problem:
        return _said_meanwhile(client_id, problem, words)
    except Stale:
        return _gone(client_id)
    if str(placed.version) != request.form.get("version"):
        return _shared_anew(client_id, placed)
    if wants_swap():
        return _client_page(client_id)
    return redirect(f"{_address(client_id)}#line-{placed.number}", 303)


@dataclass(frozen=True)
class Slip:
    """A line whose word could not be kept: the words stand there again, with a sentence that says what to do."""

    number: int = 0
    words: str = ""
    sentence: str = ""


def _client_page(client_id: str, slip: Slip = Slip(), note: LazyString | str = "") -> str:
    opened = open_profile(desk(), client_id, house().now())
    if _too():
        show_beside(opened.client.language)
    shown = {
        "client": opened.client,
        "here": _address(client_id),
        "lost": opened.lost,
        "last_time": prepared(opened.last_time) if opened.last_time else None,
    }
    if opened.profile is None:
        return on_desk("casework/invited.html", **shown)
    return on_desk(
        "casework/client.html",
        **shown,
        version=opened.profile.version,
        talk=prepared(opened.profile, what_is_there(house().archive, current_organisation().id)),
        then_and_now=news_in(opened.compared),
        note=note,
        mistaken=slip.number,
        words=slip.words,
        mistake=slip.sentence,
        longest=LONGEST_WORDS,
    )


def _too() -> str | None:
    """Set when a caseworker wants each line in the language of the letter too; never in the one that a client chose."""
    return "1" if request.args.get("too") else None


def _address(client_id: str, notice: str | None = None) -> str:
    return url_for("casework.client", client_id=client_id, too=_too(), notice=notice)


def _words_missing(client_id: str, number: int, problem: WordsMissing, words: str) -> ResponseReturnValue:
    """At the line they are about, wherever it stands now: else the next tap puts them beside another one."""
    sentence = _("Write how you see it, in at most %(longest)s letters.", longest=LONGEST_WORDS)
    page = _client_page(client_id, Slip(problem.item.number, words, sentence))
    return (page, 422) if problem.item.number == number else _whole(page, 422)


def _said_meanwhile(client_id: str, problem: Meanwhile, words: str) -> ResponseReturnValue:
    """Nothing was kept: the line as it is now, who said what meanwhile, and the words that were typed."""
    slip = Slip(problem.item.number, words, said_meanwhile(problem))
    return _whole(_client_page(client_id, slip), 409)


def _shared_anew(client_id: str, placed: Placed) -> ResponseReturnValue:
    """The word was kept, on the same line of a newer version: the other lines may be others now."""
    if wants_swap():
        return _whole(_client_page(client_id, note=NOTICES["shared-anew"]), 200)
    address = _address(client_id, notice="shared-anew")
    return redirect(f"{address}#line-{placed.number}", 303)


def _gone(client_id: str) -> ResponseReturnValue:
    """The line is no longer shared: nothing was kept, and the words that were typed can be copied."""
    address = _address(client_id)
    return _whole(on_desk("casework/changed.html", here=address, typed=typed()), 409)


def _whole(page: str, status: int) -> ResponseReturnValue:
    """With htmx the whole screen is taken, and not the one line alone."""
    response = make_response(page, status)
    response.headers["HX-Retarget"] = response.headers["HX-Reselect"] = "#screen"
    return response
