"""The cookies: one with the id of a session; one, signed, with the little that is remembered of an anonymous visit; one
with the language of who is known, for the moments in which their session can't be read; one, written by our own script
(`static/reading-aloud.js`), that is there while screens are read aloud.

All end with the browser: on a shared computer nobody should find somebody else's conversation.
"""

from typing import Any

from flask import Request, Response
from itsdangerous import BadSignature, URLSafeSerializer

from kompas.web.house import house

ID = ""
VISIT = "-visit"
LANGUAGE = "-language"
ALOUD = "kompas-aloud"
LONGEST = 4000


def read(request: Request, which: str) -> str:
    return request.cookies.get(_name(which), "")[:LONGEST]


def put(response: Response, which: str, value: str) -> None:
    response.set_cookie(_name(which), value, path="/", secure=_secure(), httponly=True, samesite="Lax")


def drop(response: Response, which: str) -> None:
    response.delete_cookie(_name(which), path="/", secure=_secure(), httponly=True, samesite="Lax")


def silence(request: Request, response: Response) -> None:
    """Whoever comes next on this computer is not read to unasked."""
    if ALOUD in request.cookies:
        response.delete_cookie(ALOUD, path="/", secure=_secure(), samesite="Lax")


def sign(remembered: dict[str, Any]) -> str:
    return str(_signer().dumps(remembered))


def unsign(signed: str) -> dict[str, Any]:
    """Empty for what was not signed here."""
    try:
        found = _signer().loads(signed)
    except BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


def _name(which: str) -> str:
    """`__Host-` makes browsers insist on TLS, this very host and the whole site."""
    return ("__Host-kompas" if _secure() else "kompas-demonstration") + which


def _secure() -> bool:
    return house().settings.in_production


def _signer() -> URLSafeSerializer:
    settings = house().settings
    newest_last = [*reversed(settings.secret_key_fallbacks), settings.secret_key]
    return URLSafeSerializer([secret.get_secret_value() for secret in newest_last], salt="kompas/visit")
