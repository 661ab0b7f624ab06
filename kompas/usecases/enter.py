"""Come in with a personal link or a typed code, and on a new device with the year of birth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from ipaddress import IPv6Address, ip_address
from zoneinfo import ZoneInfo

from kompas.casework.people import Client, Invitation
from kompas.store.archive import Archive, Records
from kompas.store.attempts import add_attempt, count_attempts, forget_old_attempts
from kompas.store.clients import client as find_client
from kompas.store.invitations import invitation_by_code, invitation_by_token
from kompas.store.sealing import place
from kompas.usecases.codes import Shown, in_our_digits
from kompas.usecases.problems import Problem, TooManyTries

WINDOW = timedelta(minutes=15)
TRIES_PER_OPENER = 10
"""With one link, with one code, with a letter that carries both, at one caseworker's table with one client, and where a
client wants everything erased."""
TRIES_PER_ADDRESS = 30


class DoesNotOpen(Problem):
    """Wrong, expired, withdrawn, never made, another year: all the same, so that nobody learns which."""


@dataclass(frozen=True)
class CameIn:
    """Somebody came in. `language` is their own, or else the invitation's, `too` a second one or empty;
    `letter_ends_at` when nothing opens it."""

    client_id: str
    talk_at: datetime
    letter_ends_at: datetime
    language: str
    too: str


def enter(archive: Archive, organisation_id: str, shown: Shown, birth_year: str, address: str, now: datetime) -> CameIn:
    """Opens the conversation, as often as the client comes back. Raises `DoesNotOpen` or `TooManyTries`.

    `address` is the network address of the device. Of a failure it is kept for as long as it slows down guessing, as a
    fingerprint that the facts' database alone can't tie to an address.
    """
    with archive.writing(organisation_id) as records:
        scopes = _at_the_door(records, shown, now)
        line = {_scope(records, "address", _line_of(address)): TRIES_PER_ADDRESS}
        # A link can't be guessed, and opens in a library where others mistyped: there only what fails is slowed down.
        _slow_down(records, scopes if shown.kind == "link" else scopes | line, now)
        came_in = _opened(records, shown, birth_year, now)
        if came_in is None:
            if shown.kind == "link":
                _slow_down(records, line, now)
            _count(records, scopes | line, now)
    if came_in is None:
        raise DoesNotOpen
    return came_in


def stays_open_until(came_in: CameIn, zone: str, now: datetime) -> datetime:
    """The end of the day of the talk; for who comes in later, of that day. After that the letter opens it again."""
    here = ZoneInfo(zone)
    last_day = max(came_in.talk_at, now).astimezone(here).date()
    midnight = datetime.combine(last_day + timedelta(days=1), time(), here)
    return min(midnight.astimezone(UTC), came_in.letter_ends_at)


def tries_at_the_table(
    records: Records, caseworker_id: str, client_id: str, address: str, now: datetime
) -> Mapping[str, int]:
    """What a wrong code on a caseworker's screen counts for. Raises `TooManyTries`.

    Apart from the door, which has its own: whether somebody tried there is nothing for a desk to know, and nobody at a
    desk can shut a client out. To be asked before the client is held: who waits for the one has the other at the door.
    """
    return _tries(records, _scope(records, "table", caseworker_id, client_id), address, now)


def tries_to_erase(records: Records, client_id: str, address: str, now: datetime) -> Mapping[str, int]:
    """The same for a wrong code where a client wants everything erased on a device that others use too."""
    return _tries(records, _scope(records, "erase", client_id), address, now)


def shows_code_of(records: Records, client_id: str, shown: Shown, tries: Mapping[str, int], now: datetime) -> bool:
    """Did somebody, at any screen, show what opens this client's conversation? If not, it counts as one of the `tries`.

    For whoever writes: the failure is kept with everything else of the transaction.
    """
    invitation = _open_invitation(records, shown, now)
    theirs = invitation is not None and invitation.client_id == client_id
    if not theirs:
        _count(records, tries, now)
    return theirs


def opens_for(archive: Archive, organisation_id: str, shown: Shown, client_id: str, now: datetime) -> bool:
    """Is this the opener of the client who already came in on this device? Then the year needn't be asked again."""
    with archive.reading(organisation_id) as records:
        invitation = _open_invitation(records, shown, now)
        return invitation is not None and invitation.client_id == client_id


def _opened(records: Records, shown: Shown, birth_year: str, now: datetime) -> CameIn | None:
    invitation = _open_invitation(records, shown, now)
    if invitation is None:
        return None
    client = find_client(records, invitation.client_id)
    if client is None or not _same_year(client, birth_year):
        return None
    return CameIn(client.id, client.talk_at, invitation.expires_at, client.own_language or client.language, client.too)


def _same_year(client: Client, birth_year: str) -> bool:
    return in_our_digits(birth_year.strip()) == str(client.birth_year)


def _open_invitation(records: Records, shown: Shown, now: datetime) -> Invitation | None:
    find = invitation_by_token if shown.kind == "link" else invitation_by_code
    found = find(records, shown.fingerprint)
    return found if found is not None and found.opens(now) else None


def _at_the_door(records: Records, shown: Shown, now: datetime) -> dict[str, int]:
    """What is counted beside the address, and how many failures are too many.

    A letter carries a link and a code: who has both guesses at one year, and has the tries of one. What opens nothing
    counts as a letter of its own, so the number of tries tells nobody whether something opens.
    """
    invitation = _open_invitation(records, shown, now)
    letter = invitation.id if invitation else shown.fingerprint
    return {
        _scope(records, "opener", shown.fingerprint): TRIES_PER_OPENER,
        _scope(records, "letter", letter): TRIES_PER_OPENER,
    }


def _tries(records: Records, scope: str, address: str, now: datetime) -> Mapping[str, int]:
    scopes = {scope: TRIES_PER_OPENER, _scope(records, "address", _line_of(address)): TRIES_PER_ADDRESS}
    _slow_down(records, scopes, now)
    return scopes


def _scope(records: Records, *counted: str) -> str:
    """With a key: there are so few addresses that a bare hash of one can be looked up."""
    return records.keys_of(records.organisation_id).fingerprint("attempt", place(*counted)).hex()


def _line_of(address: str) -> str:
    """Under IPv6 every home has 2**64 addresses to itself: they count as one."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or int(found) >> 64)


def _count(records: Records, scopes: Iterable[str], now: datetime) -> None:
    forget_old_attempts(records, now - WINDOW)
    for scope in scopes:
        add_attempt(records, scope, now)


def _slow_down(records: Records, scopes: Mapping[str, int], now: datetime) -> None:
    for scope, most in scopes.items():
        if count_attempts(records, scope, now - WINDOW) >= most:
            raise TooManyTries
