"""Erase a client: everything that is theirs, for good, also out of a backup that is put back later.

The order is what makes a kill in the middle harmless. First a line in the ledger, on disk by itself: from there on
somebody finishes, whatever happens (`finish_erasures`, at every start of a server). Then the rows, in one transaction
that holds the client, so that nobody writes one more meanwhile. Then, before it commits, the data key: what was still
in a file, a log or a backup of the facts opens with nothing any more. Whoever is told "erased" has had all three.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from kompas.store.archive import Archive
from kompas.store.audit import add_deed
from kompas.store.closed import still_closed
from kompas.store.erasing import erased_by_log, hold_to_erase, still_there, wipe_client
from kompas.store.ledger import Erasure
from kompas.store.organisations import all_organisations
from kompas.usecases.codes import Shown
from kompas.usecases.enter import shows_code_of, tries_to_erase
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound

BY_THEMSELVES = "client"
BY_LEDGER = "kompas erasures replay"


def erase_client(
    archive: Archive,
    organisation_id: str,
    client_id: str,
    now: datetime,
    by: str,
    closed_since: datetime | None = None,
) -> None:
    """Erases a client, also one whose key is gone already. Raises `NotFound` when there is no such client.

    `by` is who did it, for the log of deeds: `BY_THEMSELVES`, or the name of a command. `closed_since`: only if their
    last talk and letter ended by then, or else `NotFound`.
    """
    with archive.writing(organisation_id) as records:
        if not hold_to_erase(records, client_id):
            raise NotFound
        if closed_since is not None and not still_closed(records, [client_id], closed_since):
            raise NotFound
        archive.ledger.note(Erasure(organisation_id, client_id, now))
        wipe_client(records, client_id)
        records.erase_key(client_id)
        add_deed(records, now, by, "erase", "client", client_id)


def knows_letter(phone: Phone, shown: Shown, address: str, now: datetime) -> bool:
    """Does who asks hold the letter of the client who came in here? Wrong tries count. Raises `TooManyTries`."""
    with phone.archive.writing(phone.organisation_id) as records:
        tries = tries_to_erase(records, phone.client_id, address, now)
        return shows_code_of(records, phone.client_id, shown, tries, now)


def erase_me(phone: Phone, now: datetime) -> None:
    """A client has everything about them erased. Somebody who is gone already has what they asked for."""
    with suppress(NotFound):
        erase_client(phone.archive, phone.organisation_id, phone.client_id, now, BY_THEMSELVES)


def finish_erasures(archive: Archive, now: datetime) -> int:
    """Whoever stands in the ledger and is still here, or here again, goes. How many those were. Safe to run again."""
    erased = 0
    for lines in archive.ledger.pages():
        here, ids = lines[0].organisation_id, [one.client_id for one in lines]
        archive.keys.erase(here, *ids)
        with archive.reading(here) as records:
            left = still_there(records, ids)
        for client_id in sorted(left):
            erased += _once_more(archive, here, client_id, now)
    return erased


def replay_erasures(archive: Archive, lines: Iterable[Erasure], now: datetime) -> int:
    """After a backup was put back: `finish_erasures`, with what the log of deeds knows besides, and these `lines`.

    The log stands in the facts, so it knows what a key store of an earlier day has forgotten.
    """
    for one in lines:
        archive.ledger.note(one)
    for organisation in all_organisations(archive):
        with archive.reading(organisation.id) as records:
            known = erased_by_log(records)
        for client_id, at in known:
            archive.ledger.note(Erasure(organisation.id, client_id, at))
    return finish_erasures(archive, now)


def _once_more(archive: Archive, organisation_id: str, client_id: str, now: datetime) -> int:
    with suppress(NotFound):  # another server that starts just now was first
        erase_client(archive, organisation_id, client_id, now, BY_LEDGER)
        return 1
    return 0
