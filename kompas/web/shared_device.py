"""A device that other people use too: it closes after quiet minutes, with a warning, and leaves nothing behind."""

import re
from datetime import timedelta

from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue

from kompas.usecases.sessions import SHARED_IDLE
from kompas.web.audience import audience
from kompas.web.going import go, local_path
from kompas.web.house import house
from kompas.web.sessions import closes_at, on_shared_device, others_use_it_too, sign_out, visit_is_over, visitor

blueprint = Blueprint("shared_device", __name__)

WARNED = timedelta(minutes=2)
"""So long before the end somebody is asked whether they are still there."""
QUIET = SHARED_IDLE - WARNED
_FIELD = re.compile(r'<textarea|<input (?!type="hidden")')


@blueprint.get("/device")
@audience("client")
def ask() -> ResponseReturnValue:
    """Do others use this device? Asked at the door too, where it is easily missed."""
    return render_template("entry/device.html", next=_next())


@blueprint.post("/device")
@audience("client")
def note() -> ResponseReturnValue:
    others_use_it_too()
    return go(_next())


@blueprint.get("/still-here")
@audience("client")
def still_here() -> ResponseReturnValue:
    """Somebody is still there, a script says."""
    return "", 204


@blueprint.get("/quiet")
@audience("anyone")
def quiet() -> ResponseReturnValue:
    """Where a page without JavaScript goes by itself: the warning, and from there to the end."""
    ends = closes_at()
    if on_shared_device() and ends:
        seconds = int((ends - house().now()).total_seconds()) + 1
        return render_template("entry/still_there.html", next=_next(), seconds=seconds)
    if visitor().role == "client":
        return go(_next())
    if visit_is_over():
        sign_out()
    return go("/goodbye?notice=quiet")


@blueprint.get("/goodbye")
@audience("anyone")
def goodbye() -> ResponseReturnValue:
    return render_template("entry/goodbye.html")


def know_shared_devices(app: Flask) -> None:
    """What the frame around a client's screens has to know."""
    app.context_processor(
        lambda: {
            "shared_device": on_shared_device(),
            "quiet_seconds": int(QUIET.total_seconds()),
            "warned_seconds": int(WARNED.total_seconds()),
            "takes_something": _takes_something,
        }
    )


def _takes_something(main: str) -> bool:
    """Can anything be ticked or typed in this part of a page?"""
    return _FIELD.search(main) is not None


def _next() -> str:
    return local_path(request.values.get("next"), "/talk")
