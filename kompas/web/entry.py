"""The door: a personal link or a typed code, the year of birth on a new device, and the way out."""

from flask import Blueprint, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.conversation.asking import reasons
from kompas.usecases.choose_language import choose_language
from kompas.usecases.codes import Shown, code_shown, link_shown
from kompas.usecases.enter import DoesNotOpen, enter, opens_for, stays_open_until
from kompas.web.audience import audience
from kompas.web.going import go
from kompas.web.house import house
from kompas.web.organisation import current_organisation
from kompas.web.phone import current_flow, phone
from kompas.web.sessions import on_shared_device, sign_in_client, sign_out, visitor
from kompas.web.unsent import unsent

blueprint = Blueprint("entry", __name__)

LONGEST_OPENER = 100
AUTHORITY = "Autoriteit Persoonsgegevens"
"""Who watches over privacy in the Netherlands; people find it by this name in every language."""


@blueprint.get("/")
@audience("anyone")
def home() -> ResponseReturnValue:
    return render_template("entry/home.html", mistake=None, code=unsent().get("code"))


@blueprint.get("/c/<token>")
@audience("anyone")
def letter_link(token: str) -> ResponseReturnValue:
    """A page with one button: nothing is read or used up, since mail scanners follow links."""
    return render_template("entry/letter_link.html", token=token)


@blueprint.post("/enter", endpoint="enter")
@audience("anyone")
def come_in() -> ResponseReturnValue:
    token, code = request.form.get("token", ""), request.form.get("code", "").strip()
    if not (token or code) or len(token + code) > LONGEST_OPENER:
        return render_template("entry/home.html", mistake=_("Type the code from your letter.")), 422
    shown = link_shown(token) if token else code_shown(code, house().settings.pepper)
    if visitor().role == "client" and _same_client(shown):
        return go("/talk")
    birth_year = request.form.get("birth_year")
    if birth_year is None:
        return _ask_birth_year(token, code, None)
    if not (birth_year.strip().isdecimal() and len(birth_year.strip()) == len("1980")):
        return _ask_birth_year(token, code, _("Write four numbers, for example 1980.")), 422
    return _open(shown, birth_year)


@blueprint.get("/enter")
@audience("anyone")
def at_the_door() -> ResponseReturnValue:
    """The screens that `/enter` answers with, in another language; for who opens this address itself, the start."""
    form = unsent()
    if "tried" in form:
        return render_template("entry/try_again.html")
    return _ask_birth_year(form.get("token", ""), form.get("code", ""), None) if "birth_year" in form else home()


@blueprint.post("/leave")
@audience("client")
def leave() -> ResponseReturnValue:
    """Posted by a button, or by the page itself when it was quiet for long on a shared device."""
    shared = on_shared_device()
    sign_out()
    if not shared:
        return go("/?notice=stopped")
    return go("/goodbye?notice=quiet" if "quiet" in request.form else "/goodbye")


@blueprint.get("/privacy")
@audience("anyone")
def privacy() -> ResponseReturnValue:
    asked = [(chapter, reasons(chapter)) for chapter in current_flow().chapters]
    times = sorted(
        {one.keep for _chapter, all_of_it in asked for one in all_of_it}, key=lambda one: one.before(house().now())
    )
    shortest_and_longest = (times[-1], times[0])
    return render_template("entry/privacy.html", asked=asked, kept=shortest_and_longest, authority=AUTHORITY)


def _open(shown: Shown, birth_year: str) -> ResponseReturnValue:
    here = house()
    try:
        came_in = enter(
            here.archive, current_organisation().id, shown, birth_year, request.remote_addr or "", here.now()
        )
    except DoesNotOpen:
        return render_template("entry/try_again.html"), 422
    until = stays_open_until(came_in, current_organisation().zone, here.now())
    language, too = session.get("language") or came_in.language, session.get("too", came_in.too)
    sign_in_client(came_in.client_id, until, language, too, shared="shared" in request.form)
    if (language, too) != (came_in.language, came_in.too):
        choose_language(phone(), language, too)  # chosen at the door: it holds on every device from now on
    return go("/talk" if _closed_on_the_way() else "/welcome")


def _ask_birth_year(token: str, code: str, mistake: str | None) -> str:
    to = "talk" if _closed_on_the_way() else ""
    shared = "shared" in request.form
    return render_template(
        "entry/birth_year.html",
        token=token,
        code=code,
        to=to,
        birth_year=request.form.get("birth_year"),
        shared=shared,
        mistake=mistake,
    )


def _closed_on_the_way() -> bool:
    """The conversation was closed under their hands: they come back to the question, not to the first screen."""
    return request.form.get("to") == "talk"


def _same_client(shown: Shown) -> bool:
    here = house()
    return opens_for(here.archive, current_organisation().id, shown, visitor().id, here.now())
