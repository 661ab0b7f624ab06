"""Open a prepared profile, and confirm it item by item: one deed with two halves, the caseworker's and the client's."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kompas.casework.people import Caseworker, Client, ProfileVersion, Verdict, View
from kompas.casework.verdicts import CASEWORKER_WORDS, CLIENT_WORDS, Item, items
from kompas.casework.versions import profile_of, talk_about
from kompas.conversation.flow import Part
from kompas.conversation.typed import readable
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import client as find_client
from kompas.store.profile_versions import newest_version
from kompas.store.verdicts import add_verdict, verdicts_of
from kompas.store.views import add_view, views_of
from kompas.usecases.caseload import client_of
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.problems import NotFound, Problem, Stale
from kompas.usecases.share import holds_something

ONE_OPENING = timedelta(minutes=10)
"""Looking again within this time is the same opening in the client's reading log."""
LONGEST_WORDS = 500


class WordsMissing(Problem):
    """Seeing it differently needs the caseworker's own words, and not too many: at most `LONGEST_WORDS` letters."""


@dataclass(frozen=True)
class SharedProfile:
    """What both sides see: the newest version with the standing of each of its lines, and the client's agenda."""

    client: Client
    version: ProfileVersion
    items: tuple[Item, ...]
    talk_about: tuple[Part, ...]


def open_profile(desk: Desk, client_id: str, now: datetime) -> tuple[Client, SharedProfile | None]:
    """The caseworker opens what this client shared: written in the log that the client reads. `None`: invited.

    Raises `NotFound` for a client who isn't theirs.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        profile = _shared(records, client)
        if profile is not None:
            _log_view(records, desk.caseworker, client, now)
    return client, profile


def my_profile(phone: Phone) -> SharedProfile | None:
    """The client's side of the same."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = find_client(records, phone.client_id)
        return _shared(records, client) if client is not None else None


def confirm(desk: Desk, client_id: str, version: int, number: int, word: str, words: str, now: datetime) -> None:
    """The caseworker's half: agreed, seen differently (with words), or not now, on one line of the version they saw.

    Raises `NotFound`, `Stale` when the client shared anew meanwhile, `WordsMissing`.
    """
    if word not in CASEWORKER_WORDS:
        raise NotFound
    own_words = readable(words) if word == "seen_differently" else ""
    if word == "seen_differently" and not 0 < len(own_words) <= LONGEST_WORDS:
        raise WordsMissing
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        item = _item(records, client, version, number)
        if item.caseworker and (item.caseworker.word, item.caseworker.words) == (word, own_words) and not item.changed:
            return
        given = _verdict(
            item, version, "caseworker", word, desk.caseworker.id, desk.caseworker.name, now, words=own_words
        )
        add_verdict(records, client.id, given)
        add_deed(records, now, desk.caseworker.id, "give verdict", "client", client.id)


def confirm_mine(phone: Phone, version: int, number: int, answers_verdict: int, word: str, now: datetime) -> None:
    """The client's half: agreed or not, with the caseworker's verdict of this number and no newer one.

    Raises `NotFound`, or `Stale` when the caseworker said something else meanwhile.
    """
    if word not in CLIENT_WORDS:
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        client = find_client(records, phone.client_id)
        if client is None:
            raise NotFound
        item = _item(records, client, version, number)
        if item.caseworker is None or item.caseworker.number != answers_verdict:
            raise Stale
        if item.client and item.client.word == word:
            return
        given = _verdict(item, version, "client", word, client.id, client.name, now, answers=answers_verdict)
        add_verdict(records, client.id, given)


def _verdict(
    item: Item,
    version: int,
    side: str,
    word: str,
    by_id: str,
    by_name: str,
    now: datetime,
    words: str = "",
    answers: int | None = None,
) -> Verdict:
    statement = item.statement
    return Verdict(0, version, statement.id, side, word, by_id, by_name, now, words, answers, statement.ground)


def _shared(records: Records, client: Client) -> SharedProfile | None:
    version = newest_version(records, client)
    if version is None or not holds_something(version):
        return None
    lines = items(profile_of(version), verdicts_of(records, client.id))
    return SharedProfile(client, version, lines, talk_about(version))


def _item(records: Records, client: Client, version: int, number: int) -> Item:
    shared = _shared(records, client)
    if shared is None or shared.version.number != version:
        raise Stale
    found = next((item for item in shared.items if item.number == number), None)
    if found is None:
        raise NotFound
    return found


def _log_view(records: Records, caseworker: Caseworker, client: Client, now: datetime) -> None:
    mine = [view.at for view in views_of(records, client.id) if view.caseworker_id == caseworker.id]
    if not mine or now - max(mine) > ONE_OPENING:
        add_view(records, client.id, View(caseworker.id, caseworker.name, now))
        add_deed(records, now, caseworker.id, "open profile", "client", client.id)
