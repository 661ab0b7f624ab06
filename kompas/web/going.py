"""Going to another address: with and without htmx, and never to somebody else's site."""

from urllib.parse import urlsplit

from flask import current_app, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

LONGEST_PATH = 300


def wants_swap() -> bool:
    """True when htmx asks for a region to swap; a page restored from the browser's history is loaded whole."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


def go(address: str) -> ResponseReturnValue:
    """Makes the browser load `address` whole: when language, layout or who is signed in may have changed."""
    if wants_swap():
        return "", 200, {"HX-Redirect": address}
    return redirect(address, 303)


def local_path(wanted: str | None, otherwise: str = "/") -> str:
    """`wanted` when it is the path of a page of ours, else `otherwise`. Nothing else can be a way out of this site."""
    if not wanted or len(wanted) > LONGEST_PATH or not wanted.isascii() or not wanted.isprintable():
        return otherwise
    if wanted[0] != "/" or wanted[1:2] in {"/", "\\"} or "\\" in wanted:
        return otherwise
    path = urlsplit(wanted).path
    return wanted if path and opens(path) else otherwise


def opens(path: str) -> bool:
    """True when a page can be opened (GET) at this path."""
    routes = current_app.url_map.bind(request.host)
    try:
        routes.match(path, method="GET")
    except RequestRedirect:
        return False
    except HTTPException:
        return False
    return True
