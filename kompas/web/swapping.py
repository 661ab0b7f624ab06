"""The screen after a deed: with htmx it is the answer itself, without it a redirect leads there."""

from collections.abc import Callable

from flask import g, make_response, redirect
from flask.typing import ResponseReturnValue

from kompas.web.going import wants_swap


def show_at(address: str, render: Callable[[], ResponseReturnValue], notice: str = "") -> ResponseReturnValue:
    """One request with htmx (200, the screen, and its address for the browser), two without (303, then GET).

    `notice` names the sentence (`web/notices.py`) that the screen has to tell when a redirect leads there.
    """
    if not wants_swap():
        return redirect(f"{address}?notice={notice}" if notice else address, 303)
    g.here = address
    response = make_response(render())
    response.headers["HX-Push-Url"] = address
    return response
