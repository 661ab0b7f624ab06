"""Looking through what was on paper at the table: on the caseworker's screen, with the code of the client's letter."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from kompas.casework.people import Client
from kompas.conversation.paper import TypedIn
from kompas.usecases.codes import code_shown
from kompas.usecases.enter import DoesNotOpen
from kompas.usecases.paper import ToLookThrough, mark, typed_before
from kompas.usecases.paper_here import look_through_here, open_here
from kompas.usecases.problems import Stale, TooManyTries
from kompas.web.audience import audience
from kompas.web.desk import desk
from kompas.web.house import house
from kompas.web.invited_language import invited_language
from kompas.web.notices import notice
from kompas.web.paper import from_paper, places
from kompas.web.phone import current_flow
from kompas.web.together import LONGEST_CODE

blueprint = Blueprint("paper_together", __name__)


@dataclass(frozen=True)
class Looking:
    """`typed`: what the client looks through, once their code was right; `code` is what they typed."""

    client: Client
    typed: tuple[TypedIn, ...] = ()
    code: str = ""
    mistake: str = ""


@blueprint.get("/clients/<client_id>/paper/together")
@audience("caseworker")
def ask(client_id: str) -> ResponseReturnValue:
    client, _at = typed_before(desk(), client_id)
    with force_locale(invited_language(client)):
        return _page(Looking(client))


@blueprint.post("/clients/<client_id>/paper/together")
@audience("caseworker")
def answer(client_id: str) -> ResponseReturnValue:
    client, _at = typed_before(desk(), client_id)
    with force_locale(invited_language(client)):
        return _answered(client)


def _answered(client: Client) -> ResponseReturnValue:
    """With the code the first time: what was typed in. With what they said of it: kept."""
    form, here = request.form, house()
    code = form.get("code", "").strip()
    if not 0 < len(code) <= LONGEST_CODE:
        return _page(Looking(client, mistake=_("Type the code from your letter."))), 422
    shown, at, now = code_shown(code, here.settings.pepper), request.remote_addr or "", here.now()
    try:
        if form.get("do") == "keep":
            look_through_here(desk(), current_flow(), client.id, shown, at, form.get("seen", ""), places("out"), now)
            return redirect(url_for("paper_together.ask", client_id=client.id, notice="paper-kept-here"), 303)
        return _page(Looking(client, tuple(open_here(desk(), client.id, shown, at, now)), code))
    except DoesNotOpen:
        wrong = _("This code did not fit. Look at your newest letter and type it once more.")
        return _page(Looking(client, mistake=wrong)), 422
    except TooManyTries:
        return _page(Looking(client, mistake=_("There were many tries in a short time. Try again in 15 minutes."))), 429
    except Stale:
        changed = _("Something has changed meanwhile. Look once more.")
        return _page(Looking(client, tuple(open_here(desk(), client.id, shown, at, now)), code, changed)), 409


def _page(looking: Looking) -> str:
    return render_template(
        "paper/together.html",
        client=looking.client,
        caseworker=desk().caseworker,
        found=from_paper(ToLookThrough(one) for one in looking.typed),
        by=looking.typed[-1].by if looking.typed else "",
        seen=mark(looking.typed),
        code=looking.code,
        mistake=looking.mistake,
        told=notice(),
        out=places("out"),
    )
