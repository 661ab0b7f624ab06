"""Which organisation answers this request: found by the host name, one wall apart from the others."""

from flask import Flask, Response, current_app, g, request

from kompas.casework.people import Organisation
from kompas.web.hosts import organisation_at
from kompas.web.house import house


def current_organisation() -> Organisation:
    """The organisation of this request. Views can count on it: without one they are not reached."""
    found = organisation_here()
    if found is None:
        raise LookupError("no organisation answers on this host")
    return found


def organisation_here() -> Organisation | None:
    """Like `current_organisation`, for what must work on a foreign host too."""
    if "organisation" not in g:
        parts = house()
        g.organisation = organisation_at(parts.archive, request.host, demonstration=not parts.settings.in_production)
    found: Organisation | None = g.organisation
    return found


def public_address() -> str:
    """Where people reach this organisation, without a slash at the end: for letters, codes and the way back."""
    return request.host_url.rstrip("/")


def answer_known_hosts_only(app: Flask) -> None:
    @app.before_request
    def turn_away() -> Response | None:
        return None if organisation_here() else nothing_here()


def nothing_here() -> Response:
    """For a host that is nobody's: says nothing, not even in whose language."""
    return current_app.response_class("Not found\n", 404, mimetype="text/plain")
