"""Which organisation answers on which host name."""

import ipaddress
from urllib.parse import urlsplit

from kompas.casework.people import Organisation
from kompas.store.archive import Archive
from kompas.store.organisations import all_organisations, organisation_by_host

FIRST = "127.0.0.1"


def organisation_at(archive: Archive, host: str, *, demonstration: bool) -> Organisation | None:
    """`host` is what the browser sent: in any case, with or without a port. None when nobody has that name.

    In a demonstration the organisation of 127.0.0.1, or else the first one, also answers on `localhost` and on bare
    addresses that nobody claimed, so that a phone on the same network can look. Other names are never guessed: that
    would open the door to DNS rebinding.
    """
    name = _name(host)
    found = organisation_by_host(archive, name) if name else None
    if found is None and demonstration and _is_this_machine(name):
        return organisation_by_host(archive, FIRST) or next(iter(all_organisations(archive)), None)
    return found


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_this_machine(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name == "localhost"
    return True
