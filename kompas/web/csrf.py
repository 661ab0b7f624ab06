"""A deed is only done when one of our own pages asked for it."""

from flask import Flask, current_app, request
from flask_wtf.csrf import CSRFProtect
from itsdangerous import BadSignature, URLSafeTimedSerializer

from kompas.usecases.problems import NotAllowed
from kompas.web.sessions import CSRF, made_for, visitor

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_PAGES = frozenset({"same-origin", "none"})
TOKEN = CSRF  # the field of a form has the name of the secret that it proves


def refuse_forged_requests(app: Flask) -> None:
    """A token in every form (Flask-WTF), and as a second net what the browser itself says about the origin."""
    app.before_request(_refuse_other_sites)
    # As long as the session: who reads slowly loses nothing. The Referer that Flask-WTF wants over TLS is never sent
    # (`Referrer-Policy: no-referrer`); `Sec-Fetch-Site` says the same without telling addresses.
    app.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    CSRFProtect(app)


def from_our_own_page() -> bool:
    """The browser says so. Older browsers say nothing."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def may_be_our_own_page() -> bool:
    """The browser doesn't say that another site asked."""
    return request.headers.get("Sec-Fetch-Site", "none") in OWN_PAGES


def for_this_person(token: str) -> bool:
    """Was this token, whatever became of its session, in a form that we made for the person who is asking?"""
    signer = URLSafeTimedSerializer(str(current_app.secret_key), salt="wtf-csrf-token")  # as Flask-WTF signs
    try:
        secret = signer.loads(token)
    except BadSignature:
        return False
    return isinstance(secret, str) and made_for(secret, visitor())


def _refuse_other_sites() -> None:
    if request.method not in SAFE and not may_be_our_own_page():
        raise NotAllowed("asked for by another site")
