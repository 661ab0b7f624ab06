"""A deed is only done when one of our own pages asked for it."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from flask import Flask, current_app, g, request
from flask_wtf.csrf import CSRFProtect, generate_csrf
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
    _Forms(app)
    # Macros see what is global alone, templates what is handed to them.
    app.jinja_env.globals["csrf_token"] = form_token
    app.context_processor(lambda: {"csrf_token": form_token})


def form_token() -> str:
    """What a form carries: Flask-WTF's token behind a mask that is another one on each page."""
    token = generate_csrf()
    if g.get("masked", ("", ""))[0] != token:
        g.masked = token, _masked(token)
    return str(g.masked[1])


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
        secret = signer.loads(_unmasked(token))
    except BadSignature:
        return False
    return isinstance(secret, str) and made_for(secret, visitor())


class _Forms(CSRFProtect):
    def _get_csrf_token(self) -> str | None:
        return _unmasked(super()._get_csrf_token() or "") or None


def _masked(token: str) -> str:
    """Chance, and the token laid over it: as long as two tokens, and never the same twice."""
    plain = token.encode()
    mask = secrets.token_bytes(len(plain))
    return urlsafe_b64encode(mask + _laid_over(mask, plain)).decode()


def _unmasked(posted: str) -> str:
    """Empty for what never was a token of ours."""
    try:
        both = urlsafe_b64decode(posted)
        half = len(both) // 2
        return _laid_over(both[:half], both[half:]).decode()
    except ValueError:
        return ""


def _laid_over(mask: bytes, plain: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(mask, plain, strict=True))


def _refuse_other_sites() -> None:
    if request.method not in SAFE and not may_be_our_own_page():
        raise NotAllowed("asked for by another site")
