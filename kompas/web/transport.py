"""How requests reach us: whole, and in production through the configured proxies, over TLS and in no other way."""

from typing import Any

from flask import Flask, Response, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

from kompas.settings import Settings
from kompas.usecases.problems import NotAllowed
from kompas.web.organisation import nothing_here


def believe_only_our_proxies(app: Flask, settings: Settings) -> None:
    """Forwarded headers count as far as there are proxies in front; without any, nobody is believed."""
    if settings.trusted_proxies:
        wrapped: Any = ProxyFix(
            app.wsgi_app,
            x_for=settings.trusted_proxies,
            x_proto=settings.trusted_proxies,
            x_host=settings.trusted_proxies,
        )
        app.wsgi_app = wrapped  # type: ignore[method-assign]


def take_only_what_came_whole(app: Flask) -> None:
    """To be asked before anything reads the body."""
    app.before_request(_count_what_arrives)
    app.before_request(_look_at_the_address)


def _count_what_arrives() -> None:
    """Gunicorn says of every body that it ends by itself, and Werkzeug believes it: a form that broke off on the way
    would be half an answer, or a tap on another button. Not believing it, Werkzeug counts, and refuses with 400."""
    request.environ.pop("wsgi.input_terminated", None)


def _look_at_the_address() -> Response | None:
    """No page of ours has signs in its address that nobody can see, and no person types them: PostgreSQL can't even be
    asked for an id with some of them in it, and others fake what stands on a page about a problem."""
    return None if request.path.isprintable() else nothing_here()


def insist_on_tls(app: Flask, settings: Settings) -> None:
    """To be asked after the host is known to be ours: the redirect names it."""
    if settings.in_production:
        app.before_request(_only_with_tls)


def _only_with_tls() -> ResponseReturnValue | None:
    if request.is_secure:
        return None
    if request.method in {"GET", "HEAD"}:
        return redirect(f"https://{request.host}{request.full_path.rstrip('?')}", 308)
    raise NotAllowed("sent without TLS")
