"""Files that caseworkers bring along: more may come in on those addresses than on any other."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

from kompas.usecases.table_file import MOST_BYTES
from kompas.web.sessions import visitor

View = TypeVar("View", bound=Callable[..., Any])

FORM_AROUND_IT = 64 * 1024

_takers: set[Callable[..., Any]] = set()


def takes_a_file(view: View) -> View:
    """Declares it, next to the view's route and audience."""
    _takers.add(view)
    return view


def let_files_in(app: Flask) -> None:
    """To be asked once it is known who is there, and before anything reads the body."""
    app.before_request(_make_room)


def brought(name: str) -> bytes:
    """What came in under this name: one byte more than may be, where it is too much."""
    found = request.files.get(name)
    return found.read(MOST_BYTES + 1) if found else b""


def _make_room() -> None:
    if visitor().role == "caseworker" and current_app.view_functions.get(request.endpoint or "") in _takers:
        request.max_content_length = 2 * MOST_BYTES + FORM_AROUND_IT
