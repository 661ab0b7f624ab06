"""What every response tells the browser: what it may load, keep and show, errors and static files included."""

import secrets
from collections.abc import Callable
from wsgiref.headers import Headers

from flask import Flask, Response, g

from kompas.web.house import house

# Features that no page of ours uses; unknown names would only make browsers complain.
PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"
TWO_YEARS = 63_072_000

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "X-Robots-Tag": "noindex, nofollow",
}
PRODUCTION = {"Strict-Transport-Security": f"max-age={TWO_YEARS}; includeSubDomains"}
# A file is only looked at from a page of ours: opened by itself it may load nothing.
FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def csp_nonce() -> str:
    """The word that lets a script of this one page run: `<script nonce="{{ csp_nonce() }}" src=…>`."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    nonce: str = g.csp_nonce
    return nonce


def may_lead_to(origin: str) -> None:
    """Lets the forms of this page lead on to `origin`: Chromium checks where a POST is redirected to."""
    g.form_origins = [*g.get("form_origins", []), origin]


def page_policy() -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'nonce-{csp_nonce()}'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            " ".join(("form-action 'self'", *g.get("form_origins", []))),
            "base-uri 'none'",
            "frame-ancestors 'none'",
            # htmx parses pages it fetched: it asks the policy `kompas` of our own script first, and nobody else may.
            "require-trusted-types-for 'script'",
            "trusted-types kompas",
        )
    )


def fixed_headers(*, in_production: bool) -> dict[str, str]:
    """The headers that are the same on every response."""
    return {**ALWAYS, **(PRODUCTION if in_production else {})}


def file_headers(*, in_production: bool) -> Callable[[Headers, str, str], None]:
    """For static files, which are sent in front of the app: adds the headers to those of a file."""

    def add(headers: Headers, _path: str, _url: str) -> None:
        for name, value in {
            **fixed_headers(in_production=in_production),
            "Content-Security-Policy": FILE_POLICY,
        }.items():
            headers[name] = value

    return add


def send_strict_headers(app: Flask) -> None:
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_add)


def _add(response: Response) -> Response:
    response.headers.update(fixed_headers(in_production=house().settings.in_production))
    response.headers["Content-Security-Policy"] = page_policy()
    response.headers["Cache-Control"] = "no-store"
    return response
