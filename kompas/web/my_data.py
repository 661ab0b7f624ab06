"""What Kompas knows about a client, on their own phone: to look at, to take along, and to have erased."""

from flask import Blueprint, Response, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.usecases.codes import code_shown
from kompas.usecases.erase import erase_me, knows_letter
from kompas.usecases.take_along import everything_about, written_down
from kompas.web.audience import audience
from kompas.web.entry import LONGEST_OPENER
from kompas.web.going import go
from kompas.web.house import house
from kompas.web.language import language, own_name
from kompas.web.moments import moment
from kompas.web.phone import phone, who
from kompas.web.sessions import on_shared_device, sign_out, visitor
from kompas.web.wording import say_in

blueprint = Blueprint("my_data", __name__)

ERASED = "erased"
FILE = "kompas.json"
"""Tells nothing of whom it is about, in a list of downloads that others see too."""


@blueprint.get("/my-data")
@audience("client")
def known() -> ResponseReturnValue:
    client, caseworker = who()
    return render_template(
        "my_data/known.html",
        client=client,
        name=caseworker.first_name,
        letter_language=own_name(client.language),
    )


@blueprint.get("/my-data/file")
@audience("client")
def file() -> ResponseReturnValue:
    """All of it, for a person and for another program (GDPR 15 and 20)."""
    here = phone()
    everything = everything_about(here.archive, here.organisation_id, here.client_id)
    written = written_down(everything, here.flow, say_in, language(), house().now())
    headers = {"Content-Disposition": f"attachment; filename={FILE}"}
    return Response(written, mimetype="application/json", headers=headers)


@blueprint.get("/my-data/erase")
@audience("client")
def ask() -> ResponseReturnValue:
    return _asked(None)


@blueprint.post("/my-data/erase")
@audience("client")
def erase() -> ResponseReturnValue:
    """Sent again after a kill in the middle it finishes: nothing here needs what may be gone by then."""
    here, now = phone(), house().now()
    if on_shared_device() and (mistake := _mistake_in_code()):
        return _asked(mistake), 422
    erase_me(here, now)
    sign_out()
    session[ERASED] = True
    return go("/erased")


@blueprint.get("/erased")
@audience("anyone")
def erased() -> ResponseReturnValue:
    """Told in the browser in which it was done, until somebody comes in: a link that a stranger sends tells nobody to
    throw their letter away."""
    if ERASED not in session:
        return go("/my-data" if visitor().role == "client" else "/")
    return render_template("my_data/erased.html")


def _mistake_in_code() -> str | None:
    """Where others sit too, the letter says who it is: the year of birth stands on the page before."""
    code = request.form.get("code", "").strip()
    if not 0 < len(code) <= LONGEST_OPENER:
        return _("Type the code from your letter.")
    shown = code_shown(code, house().settings.pepper)
    if knows_letter(phone(), shown, request.remote_addr or "", house().now()):
        return None
    return _("This code did not fit. Look at your newest letter and type it once more.")


def _asked(mistake: str | None) -> str:
    client, caseworker = who()
    return render_template(
        "my_data/ask.html",
        name=caseworker.first_name,
        talk_at=moment(client.talk_at),
        talk_place=client.talk_place,
        talk_is_past=client.talk_at < house().now(),
        mistake=mistake,
    )
