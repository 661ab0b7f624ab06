"""A deed is only done when one of our own pages asked for it."""

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect

from kompas.usecases.problems import NotAllowed

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_PAGES = frozenset({"same-origin", "none"})


def refuse_forged_requests(app: Flask) -> None:
    """A token in every form (Flask-WTF), and as a second net what the browser itself says about the origin."""
    app.before_request(_refuse_other_sites)
    # As long as the session: who reads slowly loses nothing. The Referer that Flask-WTF wants over TLS is never sent
    # (`Referrer-Policy: no-referrer`); `Sec-Fetch-Site` says the same without telling addresses.
    app.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    CSRFProtect(app)


def _refuse_other_sites() -> None:
    if request.method not in SAFE and request.headers.get("Sec-Fetch-Site", "none") not in OWN_PAGES:
        raise NotAllowed("asked for by another site")
