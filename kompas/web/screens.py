"""What every template can count on."""

from typing import Any

from flask import Flask, g, request

from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.organisation import organisation_shown


def show_screens(app: Flask) -> None:
    app.context_processor(_always)
    app.jinja_env.globals["wants_swap"] = wants_swap


def _always() -> dict[str, Any]:
    """`layout` is what a screen extends: the whole page, or the bare region that htmx swaps.

    `here` is the address at which this screen can be opened again, also when it is the answer to a form.
    """
    return {
        "here": g.get("here", request.path),
        "organisation": organisation_shown(),
        "demonstration": not house().settings.in_production,
        "layout": "layouts/swap.html" if wants_swap() and not g.get("shown_again") else "layouts/page.html",
    }
