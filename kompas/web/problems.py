"""Every way in which a request can go wrong becomes a page, in the visitor's language; nothing typed is lost on it."""

import secrets

import structlog
from flask import Flask, current_app, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from kompas.casework.people import Organisation
from kompas.store.away import ArchiveAway
from kompas.store.sealing import KeyGone, MasterKeyGone
from kompas.usecases.problems import ConversationClosed, Problem
from kompas.web.audience import audience_of
from kompas.web.going import opens, wants_swap
from kompas.web.language import languages
from kompas.web.organisation import Unknown, nothing_here, organisation_here, organisation_shown
from kompas.web.problem_pages import AWAY, BROKEN, BY_STATUS, NOT_UNDERSTOOD, Page, page_of
from kompas.web.sessions import Role, visitor
from kompas.web.typed import typed

log = structlog.get_logger()

# Where someone begins who is known already.
HOME: dict[Role, str] = {"anyone": "/", "client": "/welcome", "caseworker": "/clients"}


def tell_problems_kindly(app: Flask) -> None:
    app.register_error_handler(Problem, _tell)
    app.register_error_handler(ArchiveAway, _tell_away)
    app.register_error_handler(KeyGone, _tell_gone)
    app.register_error_handler(HTTPException, _tell_http)
    app.register_error_handler(InternalServerError, _tell_broken)


def _tell(problem: Exception) -> ResponseReturnValue:
    log.info("refused", problem=type(problem).__name__, endpoint=request.endpoint, reason=str(problem) or None)
    return show(page_of(problem))


def _tell_away(problem: Exception) -> ResponseReturnValue:
    """The kind of the database's own error is for the log; its sentence may hold values."""
    why = type(problem.__cause__ or problem).__name__
    log.error("away", problem=type(problem).__name__, endpoint=request.endpoint, reason=why)
    return show(AWAY)


def _tell_gone(problem: KeyGone) -> ResponseReturnValue:
    """A client who was erased while another tab or phone of theirs was just doing something."""
    if visitor().role != "client" or isinstance(problem, MasterKeyGone):
        raise problem
    return _tell(ConversationClosed())


def _tell_http(problem: HTTPException) -> ResponseReturnValue:
    if isinstance(problem, CSRFError):
        return _tell(problem)
    if problem.code is None or problem.code < 400:
        return problem.get_response()
    return show(BY_STATUS.get(problem.code, NOT_UNDERSTOOD))


def _tell_broken(problem: InternalServerError) -> ResponseReturnValue:
    if isinstance(problem.original_exception, ArchiveAway):
        return _tell_away(problem.original_exception)  # it went while a page or a session was being finished
    try:
        return show(BROKEN, problem_id())
    except Exception:  # whatever broke may have broken this page as well
        log.exception("broken page", id=problem_id())
        return current_app.response_class(f"{BROKEN.title} ({problem_id()})\n", 500, mimetype="text/plain")


def show(page: Page, problem_id: str | None = None) -> ResponseReturnValue:
    here = organisation_shown() if page is AWAY else organisation_here()
    if here is None:
        return nothing_here()
    response = make_response(_rendered(page, here, problem_id), page.status)
    if page.wait:
        response.headers["Retry-After"] = str(page.wait)
    if wants_swap():
        # A tap on one line of a screen waits for that line; a problem takes the whole screen.
        response.headers["HX-Retarget"] = response.headers["HX-Reselect"] = "#screen"
    return response


def problem_id() -> str:
    """A word that stands both on the page and in the log, and says nothing about anyone."""
    if "problem_id" not in g:
        g.problem_id = secrets.token_hex(4)
    found: str = g.problem_id
    return found


def _rendered(page: Page, here: Organisation | Unknown, problem_id: str | None) -> str:
    kept = typed()
    sends_again = bool(page.send_again and kept.fields)
    goes_along = sends_again and not _at_the_desk() and opens(request.path)
    return render_template(
        page.template,
        organisation=here,
        frame="layouts/desk.html" if _at_the_desk() else "layouts/client.html",
        title=page.title,
        what_happened=page.what_happened,
        what_to_do=page.send_again_first if sends_again else page.what_to_do,
        action_text=page.send_again if sends_again else page.action_text,
        action_url=_way_on(page),
        start_url=_start() if page.go_to == "again" and page is not AWAY else None,
        sends_again=sends_again,
        typed=kept,
        problem_id=problem_id,
        # What was typed goes along into another language, to the screen where it was typed.
        keeps="reply" if goes_along else "",
        # A language could not be kept now, or words would be lost with it: no switch that only promises.
        languages=[] if page is AWAY or (kept.words and not goes_along) else languages(),
    )


def _at_the_desk() -> bool:
    """Who is a caseworker, or was one until just now, stays at their desk."""
    if visitor().role != "anyone":
        return visitor().role == "caseworker"
    return request.endpoint is not None and audience_of(request.endpoint) == "caseworker"


def _way_on(page: Page) -> str:
    if page.go_to != "again":
        return _start() if page.go_to == "/" else page.go_to
    if not opens(request.path):
        return _start()
    return request.full_path.rstrip("?") if page is AWAY and request.method == "GET" else request.path


def _start() -> str:
    return HOME[visitor().role]
