"""The prepared talk: what a client released, and what both sides make of it, line by line."""

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.casework.versions import wording_of
from kompas.usecases.confirm import LONGEST_WORDS, WordsMissing, confirm, open_profile
from kompas.usecases.problems import Stale
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.lines import lines_of
from kompas.web.prepared import prepared

blueprint = Blueprint("casework", __name__)


@blueprint.get("/clients/<client_id>")
@audience("caseworker")
def client(client_id: str) -> ResponseReturnValue:
    return _client_page(client_id)


@blueprint.post("/clients/<client_id>/items/<int:number>")
@audience("caseworker")
def verdict(client_id: str, number: int) -> ResponseReturnValue:
    """The answer is the whole screen; with htmx the browser takes the one line out of it and keeps the rest."""
    word, words = request.form.get("word", ""), request.form.get("words", "")
    version = request.form.get("version", type=int)
    try:
        confirm(desk(), client_id, version or 0, number, word, words, house().now())
    except WordsMissing:
        return _client_page(client_id, mistaken=number, words=words), 422
    except Stale:
        return _changed(client_id)
    if wants_swap():
        return _client_page(client_id)
    return redirect(f"{url_for('casework.client', client_id=client_id)}#line-{number}", 303)


def _client_page(client_id: str, mistaken: int = 0, words: str = "") -> str:
    """`mistaken` is the line where `words` could not be kept: they stand there again, with a sentence."""
    client, shared = open_profile(desk(), client_id, house().now())
    here = url_for("casework.client", client_id=client.id)
    if shared is None:
        return on_desk("casework/invited.html", client=client, here=here)
    lines = lines_of(shared.items, wording_of(shared.version))
    talk = prepared(lines, shared.talk_about)
    return on_desk(
        "casework/client.html",
        here=here,
        client=client,
        version=shared.version,
        talk=talk,
        mistaken=mistaken,
        words=words,
        mistake=_("Write how you see it, in at most %(longest)s letters.", longest=LONGEST_WORDS),
        longest=LONGEST_WORDS,
    )


def _changed(client_id: str) -> ResponseReturnValue:
    """The client shared anew while this page was open: nothing was kept, and the whole screen says so."""
    address = url_for("casework.client", client_id=client_id)
    response = make_response(on_desk("casework/changed.html", here=address), 409)
    response.headers["HX-Retarget"] = response.headers["HX-Reselect"] = "#screen"
    return response
