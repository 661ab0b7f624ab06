"""What every template can count on."""

from typing import Any

from flask import Flask

from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.organisation import organisation_here


def show_screens(app: Flask) -> None:
    app.context_processor(_always)


def _always() -> dict[str, Any]:
    """`layout` is what a screen extends: the whole page, or the bare region that htmx swaps."""
    return {
        "organisation": organisation_here(),
        "demonstration": not house().settings.in_production,
        "layout": "layouts/swap.html" if wants_swap() else "layouts/page.html",
    }
