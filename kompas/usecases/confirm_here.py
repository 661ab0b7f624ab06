"""Confirm on the caseworker's screen: the client answers there, and the code of their letter shows that it is they."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kompas.casework.verdicts import Seen
from kompas.store.audit import add_deed
from kompas.usecases.caseload import client_of
from kompas.usecases.codes import Shown
from kompas.usecases.confirm import answer_verdict
from kompas.usecases.enter import DoesNotOpen, shows_code_of, tries_at_the_table
from kompas.usecases.parties import Desk


@dataclass(frozen=True)
class WordHere:
    """What a client says of one line: "agreed" or "not_agreed", and the line as it stood on the screen."""

    seen: Seen
    word: str


def confirm_here(
    desk: Desk, client_id: str, words: Iterable[WordHere], shown: Shown, address: str, now: datetime
) -> None:
    """Keeps all of these words, or none. The record says on whose screen they were given.

    Raises `DoesNotOpen` for a code that isn't this client's (it counts as a try), `TooManyTries`, `NotFound`,
    `Stale`, and `Meanwhile` for a line that somebody spoke about since.
    """
    with desk.archive.writing(desk.organisation_id) as records:
        tries = tries_at_the_table(records, desk.caseworker.id, client_id, address, now)
        client = client_of(records, desk.caseworker, client_id)
        theirs = shows_code_of(records, client.id, shown, tries, now)
        if theirs:
            for one in words:
                answer_verdict(records, client, one.seen, one.word, now, screen_of=desk.caseworker.name)
            add_deed(records, now, desk.caseworker.id, "hear client with code", "client", client.id)
    if not theirs:
        raise DoesNotOpen
