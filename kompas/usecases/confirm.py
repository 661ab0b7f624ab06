"""Confirm a shared profile item by item: one deed with two halves, the caseworker's and the client's."""

from dataclasses import dataclass, replace
from datetime import datetime

from kompas.casework.people import Client, Verdict
from kompas.casework.shared_profile import SharedProfile
from kompas.casework.verdicts import CASEWORKER_WORDS, CLIENT_WORDS, Item, Seen
from kompas.conversation.readable import readable
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.verdicts import add_verdict
from kompas.usecases.caseload import client_of
from kompas.usecases.open_profile import this_time
from kompas.usecases.parties import Desk, Phone, client_here
from kompas.usecases.problems import NotFound, Problem, Stale

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
class Placed:
    """Where a word landed: the version that is shared now, and the line's number in it."""

    version: int
    number: int


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
    shared = this_time(records, client)
    item = next((one for one in shared.items if one.statement.id == seen.statement_id), None) if shared else None
    if shared is None or item is None or item.statement.part == "agenda":
        raise Stale
    if item.statement.ground != seen.ground:
        raise Meanwhile(item, changed=True)
    return shared, item


def _verdict(shared: SharedProfile, item: Item, side: str, word: str, now: datetime) -> Verdict:
    """Not yet anybody's."""
    statement = item.statement
    return Verdict(0, shared.version.number, statement.id, side, word, "", "", now, ground=statement.ground)
