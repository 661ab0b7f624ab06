"""Open a prepared profile, and confirm it item by item: one deed with two halves, the caseworker's and the client's."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kompas.casework.lost import lost_ground
from kompas.casework.people import Caseworker, Client, ProfileVersion, Verdict, View
from kompas.casework.verdicts import CASEWORKER_WORDS, CLIENT_WORDS, Item, Seen, items
from kompas.casework.versions import profile_of, shows_anything, talk_about
from kompas.conversation.flow import Part
from kompas.conversation.readable import readable
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import client as find_client
from kompas.store.profile_versions import newest_version
from kompas.store.verdicts import add_verdict, verdicts_of_round
from kompas.store.views import add_view, views_of
from kompas.usecases.caseload import client_of
from kompas.usecases.earlier import LastTime, last_time
from kompas.usecases.parties import Desk, Phone, client_here
from kompas.usecases.problems import NotFound, Problem, Stale

ONE_OPENING = timedelta(minutes=10)
"""Looking again within this time is the same opening in the client's reading log."""
LONGEST_WORDS = 500


class WordsMissing(Problem):
    """Seeing it differently needs the caseworker's own words, and not too many: at most `LONGEST_WORDS` letters.

    `item` is the line that they are about, where it stands now.
    """

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item


class Meanwhile(Stale):
    """Somebody spoke about this very line, or (`changed`) the client changed it, since the page was opened.

    `item` is the line as it is now.
    """

    def __init__(self, item: Item, *, changed: bool = False) -> None:
        super().__init__()
        self.item = item
        self.changed = changed


@dataclass(frozen=True)
class SharedProfile:
    """What both sides see: the newest version with the standing of each of its lines, and the client's agenda."""

    client: Client
    version: ProfileVersion
    items: tuple[Item, ...]
    talk_about: tuple[Part, ...]
    lost: tuple[datetime, ...] = ()
    """When the lines were last spoken about that are no longer shared. Which ones they were, the client alone can ask
    (`usecases/no_longer_shared.py`)."""


@dataclass(frozen=True)
class Placed:
    """Where a word landed: the version that is shared now, and the line's number in it."""

    version: int
    number: int


def open_talk(desk: Desk, client_id: str, now: datetime) -> tuple[Client, SharedProfile | None, LastTime | None]:
    """The caseworker opens what this client shared, for this talk and for the last: one opening in the client's log.

    `None` for this talk: invited. Raises `NotFound` for a client who isn't theirs.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        profile, before = _shared(records, client), last_time(records, client)
        if profile is not None or before is not None:
            _log_view(records, desk.caseworker, client, now)
    return client, profile, before


def open_profile(desk: Desk, client_id: str, now: datetime) -> tuple[Client, SharedProfile | None]:
    """The same, where only what was shared for this talk counts."""
    client, profile, _before = open_talk(desk, client_id, now)
    return client, profile


def my_profile(phone: Phone) -> SharedProfile | None:
    """The client's side of the same."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = find_client(records, phone.client_id)
        return _shared(records, client) if client is not None else None


def confirm(desk: Desk, client_id: str, seen: Seen, word: str, words: str, now: datetime) -> Placed:
    """The caseworker's half: agreed, seen differently (with words), or not now, on one line as they saw it.

    It counts also when the client shared anew meanwhile, with this very line unchanged: nothing was misread.
    Raises `NotFound`, `Stale` when the line is no longer there, `Meanwhile`, `WordsMissing`.
    """
    if word not in CASEWORKER_WORDS:
        raise NotFound
    own_words = readable(words) if word == "seen_differently" else ""
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        shared, item = in_sight(records, client, seen)
        placed = Placed(shared.version.number, item.number)
        if word == "seen_differently" and not 0 < len(own_words) <= LONGEST_WORDS:
            raise WordsMissing(item)
        if item.caseworker and (item.caseworker.word, item.caseworker.words) == (word, own_words) and not item.changed:
            return placed
        if item.seen != seen:
            raise Meanwhile(item)
        given = _verdict(shared, item, "caseworker", word, now)
        by = replace(given, by_id=desk.caseworker.id, by_name=desk.caseworker.name, words=own_words)
        add_verdict(records, client.id, by)
        add_deed(records, now, desk.caseworker.id, "give verdict", "client", client.id)
    return placed


def confirm_mine(phone: Phone, seen: Seen, word: str, now: datetime) -> None:
    """The client's half: agreed or not, with the caseworker's word as they saw it. They may change it later.

    Raises `NotFound`, `Stale` when the line is no longer there, `Meanwhile`.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        answer_verdict(records, client_here(records, phone), seen, word, now)


def answer_verdict(records: Records, client: Client, seen: Seen, word: str, now: datetime, screen_of: str = "") -> None:
    """The client's word, on their own phone or on the screen of the caseworker with the name `screen_of`."""
    if word not in CLIENT_WORDS:
        raise NotFound
    shared, item = in_sight(records, client, seen)
    if item.open_to_client and item.client is not None and item.client.word == word:
        return
    if item.seen != seen or not item.open_to_client or item.caseworker is None:
        raise Meanwhile(item)
    given = _verdict(shared, item, "client", word, now)
    where = "desk" if screen_of else "phone"
    answer = replace(given, by_id=client.id, by_name=client.name, answers_verdict=item.caseworker.number, where=where)
    add_verdict(records, client.id, replace(answer, screen_of=screen_of))


def in_sight(records: Records, client: Client, seen: Seen) -> tuple[SharedProfile, Item]:
    """What is shared now, and the line that somebody saw. Raises `Stale` when it is gone, `Meanwhile` when changed."""
    shared = _shared(records, client)
    item = next((one for one in shared.items if one.statement.id == seen.statement_id), None) if shared else None
    if shared is None or item is None:
        raise Stale
    if item.statement.ground != seen.ground:
        raise Meanwhile(item, changed=True)
    return shared, item


def _verdict(shared: SharedProfile, item: Item, side: str, word: str, now: datetime) -> Verdict:
    """Not yet anybody's."""
    statement = item.statement
    return Verdict(0, shared.version.number, statement.id, side, word, "", "", now, ground=statement.ground)


def _shared(records: Records, client: Client) -> SharedProfile | None:
    version = newest_version(records, client)
    if version is None or not shows_anything(version):
        return None
    said, profile = verdicts_of_round(records, client.id, client.round), profile_of(version)
    gone = tuple(one.at for one in lost_ground(profile, said))
    return SharedProfile(client, version, items(profile, said), talk_about(version), gone)


def _log_view(records: Records, caseworker: Caseworker, client: Client, now: datetime) -> None:
    mine = [
        view.at for view in views_of(records, client.id) if view.caseworker_id == caseworker.id and not view.instead_of
    ]
    if not mine or now - max(mine) > ONE_OPENING:
        add_view(records, client.id, View(caseworker.id, caseworker.name, now))
        add_deed(records, now, caseworker.id, "open profile", "client", client.id)
