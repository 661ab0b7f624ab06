"""Which organisation answers this request: found by the host name, one wall apart from the others."""

from dataclasses import dataclass

from flask import Flask, Response, current_app, g, request

from kompas.casework.people import Organisation
from kompas.store.away import ArchiveAway
from kompas.usecases.hosts import organisation_at
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
        g.organisation = _looked_up()
    found: Organisation | None = g.organisation
    return found


@dataclass(frozen=True)
class Unknown:
    """What stands where an organisation's name would, while nobody can tell which one it is."""

    name: str = "Kompas"
    contact: str = ""


def organisation_shown() -> Organisation | Unknown | None:
    """Like `organisation_here`, for the page that must work while the database is away."""
    try:
        return organisation_here()
    except ArchiveAway:
        return Unknown()


def public_address() -> str:
    """Where people reach this organisation, without a slash at the end: for letters, codes and the way back."""
    return request.host_url.rstrip("/")


def _looked_up() -> Organisation | None:
    """Once in a request, also when the database does not answer: nobody waits for that twice."""
    if "organisation_away" in g:
        raise ArchiveAway("The database was away a moment ago.") from g.organisation_away
    parts = house()
    try:
        return organisation_at(parts.archive, request.host, demonstration=not parts.settings.in_production)
    except ArchiveAway as problem:
        g.organisation_away = problem
        raise


def answer_known_hosts_only(app: Flask) -> None:
    @app.before_request
    def turn_away() -> Response | None:
        return None if organisation_here() else nothing_here()


def nothing_here() -> Response:
    """For a host that is nobody's: says nothing, not even in whose language."""
    return current_app.response_class("Not found\n", 404, mimetype="text/plain")
