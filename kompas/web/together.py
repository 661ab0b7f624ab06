"""Agreeing at the table: the client answers on the caseworker's screen, in their own language, with their code."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, force_locale
from flask_babel import gettext as _

from kompas.casework.people import Client
from kompas.casework.verdicts import CLIENT_WORDS
from kompas.usecases.codes import code_shown
from kompas.usecases.confirm import Meanwhile
from kompas.usecases.confirm_here import WordHere, confirm_here
from kompas.usecases.enter import DoesNotOpen
from kompas.usecases.open_profile import OpenedProfile, open_profile
from kompas.usecases.problems import Stale, TooManyTries
from kompas.web.audience import audience
from kompas.web.desk import desk
from kompas.web.house import house
from kompas.web.invited_language import invited_language
from kompas.web.lines import Line, lines_of
from kompas.web.meanwhile import said_meanwhile
from kompas.web.notices import notice
from kompas.web.seen import seen_in
from kompas.web.wording import say

blueprint = Blueprint("together", __name__)

LONGEST_CODE = 100


@dataclass(frozen=True)
class Slip:
    """Why nothing was kept, and the status that says so. `number` is the line it happened to; 0: the code, or all."""

    status: int
    sentence: str
    number: int = 0
    wrong_code: bool = False


@blueprint.get("/clients/<client_id>/together")
@audience("caseworker")
def lines(client_id: str) -> ResponseReturnValue:
    opened = open_profile(desk(), client_id, house().now())
    with force_locale(invited_language(opened.client)):
        return _page(opened, told=notice())


@blueprint.post("/clients/<client_id>/together")
@audience("caseworker")
def answer(client_id: str) -> ResponseReturnValue:
    client = open_profile(desk(), client_id, house().now()).client
    with force_locale(invited_language(client)):
        slip = _keep(client)
        if slip is None:
            return redirect(url_for("together.lines", client_id=client.id, notice="word-saved"), 303)
        return _page(open_profile(desk(), client_id, house().now()), slip), slip.status


def _keep(client: Client) -> Slip | None:
    """None when every word was kept."""
    form, here = request.form, house()
    code, chosen = form.get("code", "").strip(), _chosen(form)
    if not chosen:
        return Slip(422, _("Choose what you say of at least one line."))
    if not 0 < len(code) <= LONGEST_CODE:
        return Slip(422, _("Type the code from your letter."), wrong_code=True)
    try:
        words = [WordHere(seen_in(form, f".{place}"), word) for place, word in chosen.items()]
        shown = code_shown(code, here.settings.pepper)
        confirm_here(desk(), client.id, words, shown, request.remote_addr or "", here.now())
    except DoesNotOpen:
        return Slip(422, _("This code did not fit. Look at your newest letter and type it once more."), wrong_code=True)
    except TooManyTries:
        return Slip(429, _("There were many tries in a short time. Try again in 15 minutes."), wrong_code=True)
    except Meanwhile as problem:
        name = say(problem.item.statement.name)
        return Slip(409, f"{name}: {said_meanwhile(problem)}", problem.item.number)
    except Stale:
        return Slip(409, _("Something has changed meanwhile. Look once more."))
    return None


def _chosen(form: Mapping[str, str]) -> dict[str, str]:
    """The word by the place of its line, for the lines that weren't left open."""
    words = {name.removeprefix("word."): word for name, word in form.items() if name.startswith("word.")}
    return {place: word for place, word in words.items() if word in CLIENT_WORDS}


def _page(opened: OpenedProfile, slip: Slip | None = None, told: LazyString | None = None) -> str:
    found = lines_of(opened.profile) if opened.profile else []
    waiting = [one for one in found if one.waits]
    if slip is not None and slip.number not in {one.number for one in waiting}:
        slip = replace(slip, number=0)
    return render_template(
        "together/lines.html",
        client=opened.client,
        caseworker=desk().caseworker,
        lines=waiting,
        chosen=_still_chosen(found),
        slip=slip,
        told=told,
    )


def _still_chosen(found: list[Line]) -> dict[int, str]:
    """What was chosen before something went wrong, by the number of the line now. Of a line that changed: nothing."""
    form = request.form
    chosen: dict[tuple[str, str, str], str] = {}
    for place, word in _chosen(form).items():
        seen = form.get(f"line.{place}", ""), form.get(f"ground.{place}", ""), form.get(f"newest.{place}", "")
        chosen[seen] = word
    items = [one.item for one in found if one.item is not None]
    now = {one.number: (one.seen.statement_id, one.seen.ground, str(one.seen.newest)) for one in items}
    return {number: chosen[seen] for number, seen in now.items() if seen in chosen}
