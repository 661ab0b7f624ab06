"""Every way in which a request can go wrong, with its page: what happened, and what to do. Written down once."""

import secrets
from dataclasses import dataclass

import structlog
from flask import Flask, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from kompas.usecases.problems import (
    NotAllowed,
    NotFound,
    NotKnownHere,
    Problem,
    ProviderAway,
    SignInRefused,
    Stale,
    TooManyTries,
)
from kompas.web.going import opens
from kompas.web.organisation import nothing_here, organisation_here
from kompas.web.sessions import Role, visitor

log = structlog.get_logger()


@dataclass(frozen=True)
class Page:
    """`go_to` is where the one button leads: "/" is where this visitor begins, "again" the page they came from."""

    status: int
    title: LazyString
    what_happened: LazyString
    what_to_do: LazyString
    action_text: LazyString
    go_to: str = "/"


NOT_FOUND = Page(
    404,
    _("This page is not here"),
    _("The address may have a typing mistake, or the page is gone."),
    _("Go back to the start. Everything you did is still there."),
    _("To the start"),
)
NOT_ALLOWED = Page(
    403,
    _("This page is not for you"),
    _("You can't open this page."),
    _("Go back to the start."),
    _("To the start"),
)
OLD_PAGE = Page(
    400,
    _("This page was open for long"),
    _("That is why we could not save your last tap. Nothing else is lost."),
    _("Go on and do it once more. Does it not help? Allow cookies for this page."),
    _("Go on"),
    "again",
)
STALE = Page(
    409,
    _("Something has changed"),
    _("This page was opened before something changed."),
    _("Look again, and go on from there."),
    _("Look again"),
    "again",
)
TOO_BIG = Page(
    413,
    _("That was too much at once"),
    _("We could not save it, because it is too long."),
    _("Go back and make it shorter."),
    _("Go on"),
    "again",
)
TOO_MANY = Page(
    429,
    _("Please wait a moment"),
    _("There were many tries in a short time."),
    _("Try again in 15 minutes. Or ask your caseworker for help."),
    _("To the start"),
)
NOT_UNDERSTOOD = Page(
    400,
    _("We could not read that"),
    _("Something went wrong on the way to us."),
    _("Go on and try it once more."),
    _("Go on"),
    "again",
)
BROKEN = Page(
    500,
    _("Something broke on our side"),
    _("It is not your fault. What you answered before is kept."),
    _("Try again in a moment."),
    _("Go on"),
    "again",
)
NOT_KNOWN_HERE = Page(
    403,
    _("You are not known here yet"),
    _("Signing in worked, but you have no place in a team here."),
    _("Ask your administrator to add you. Then sign in again."),
    _("To sign in"),
    "/sign-in",
)
SIGN_IN_REFUSED = Page(
    400,
    _("Signing in did not work"),
    _("The answer of the sign-in page was not complete, or it was too late."),
    _("Please start again. That almost always helps."),
    _("To sign in"),
    "/sign-in",
)
PROVIDER_AWAY = Page(
    503,
    _("Signing in is not possible right now"),
    _("The sign-in page of your organisation does not answer."),
    _("Try again in a few minutes. Or tell your administrator."),
    _("To sign in"),
    "/sign-in",
)

# Where someone begins who is known already.
HOME: dict[Role, str] = {"anyone": "/", "client": "/welcome", "caseworker": "/clients"}

# The first one that fits counts.
PAGES: tuple[tuple[type[Exception], Page], ...] = (
    (CSRFError, OLD_PAGE),
    (NotFound, NOT_FOUND),
    (NotAllowed, NOT_ALLOWED),
    (Stale, STALE),
    (TooManyTries, TOO_MANY),
    (NotKnownHere, NOT_KNOWN_HERE),
    (SignInRefused, SIGN_IN_REFUSED),
    (ProviderAway, PROVIDER_AWAY),
)
BY_STATUS = {404: NOT_FOUND, 405: NOT_FOUND, 403: NOT_ALLOWED, 413: TOO_BIG, 429: TOO_MANY}


def tell_problems_kindly(app: Flask) -> None:
    app.register_error_handler(Problem, _tell)
    app.register_error_handler(HTTPException, _tell_http)
    app.register_error_handler(InternalServerError, _tell_broken)


def _tell(problem: Exception) -> ResponseReturnValue:
    log.info("refused", problem=type(problem).__name__, endpoint=request.endpoint, reason=str(problem) or None)
    return show(next((page for kind, page in PAGES if isinstance(problem, kind)), NOT_UNDERSTOOD))


def _tell_http(problem: HTTPException) -> ResponseReturnValue:
    if isinstance(problem, CSRFError):
        return _tell(problem)
    if problem.code is None or problem.code < 400:
        return problem.get_response()
    return show(BY_STATUS.get(problem.code, NOT_UNDERSTOOD))


def _tell_broken(_problem: InternalServerError) -> ResponseReturnValue:
    try:
        return show(BROKEN, problem_id())
    except Exception:  # whatever broke may have broken this page as well
        log.exception("broken page", id=problem_id())
        return current_app.response_class(f"{BROKEN.title} ({problem_id()})\n", 500, mimetype="text/plain")


def show(page: Page, problem_id: str | None = None) -> ResponseReturnValue:
    if organisation_here() is None:
        return nothing_here()
    return (
        render_template(
            "problems/problem.html",
            title=page.title,
            what_happened=page.what_happened,
            what_to_do=page.what_to_do,
            action_url=_way_on(page.go_to),
            action_text=page.action_text,
            problem_id=problem_id,
        ),
        page.status,
    )


def problem_id() -> str:
    """A word that stands both on the page and in the log, and says nothing about anyone."""
    if "problem_id" not in g:
        g.problem_id = secrets.token_hex(4)
    found: str = g.problem_id
    return found


def _way_on(go_to: str) -> str:
    if go_to == "again" and opens(request.path):
        return request.path
    return HOME[visitor().role] if go_to in {"again", "/"} else go_to
