"""Who a page is for. Every view declares it; a view that does not is shut."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from flask import Flask, current_app, request
from flask.typing import ResponseReturnValue

from kompas.usecases.problems import ConversationClosed, NotAllowed, Problem, SignedOut
from kompas.web.files import let_files_in
from kompas.web.going import go
from kompas.web.sessions import visit_is_over, visitor
from kompas.web.typed import typed

Audience = Literal["anyone", "client", "caseworker"]
View = TypeVar("View", bound=Callable[..., Any])

# Where someone goes who is not signed in, with the word for the sentence that is told there (see `web/notices.py`).
DOORS: dict[Audience, str] = {"client": "/?notice=open-again", "caseworker": "/sign-in?notice=sign-in-first"}

# What is told instead to who was in until just now, or who typed something that would be lost at the door.
OVER: dict[Audience, type[Problem]] = {"client": ConversationClosed, "caseworker": SignedOut}

_declared: dict[Callable[..., Any], Audience] = {}


def audience(who: Audience) -> Callable[[View], View]:
    """Declares who a view is for: `@audience("client")`, next to its route."""

    def declare(view: View) -> View:
        _declared[view] = who
        return view

    return declare


def audience_of(endpoint: str) -> Audience | None:
    """None for a view that did not declare it."""
    return _declared.get(current_app.view_functions[endpoint])


def admit_only_the_audience(app: Flask) -> None:
    """And whoever is in may bring along what they are asked for."""
    app.before_request(_admit)
    let_files_in(app)


def _admit() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such page; "not found" follows
    who = audience_of(request.endpoint)
    if who is None:
        raise NotAllowed(f"{request.endpoint} does not say who it is for")
    if who == "anyone" or who == visitor().role:
        return None
    if visitor().role == "anyone":
        if visit_is_over() or typed().words:
            raise OVER[who]
        return go(DOORS[who])
    raise NotAllowed(f"{request.endpoint} is for a {who}")
