"""Is this still right? A client looks through what they shared before, and says in one go that it still is."""

from datetime import datetime

from kompas.casework.people import Client, ProfileVersion
from kompas.casework.renewing import grows_old, renewed
from kompas.conversation.own_word import about_own_word
from kompas.store.answers import answers_of
from kompas.store.archive import Records
from kompas.store.profile_versions import add_version, earlier_version, newest_version
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import Stale


def to_renew(phone: Phone, now: datetime) -> ProfileVersion | None:
    """What was shared so long ago that it is time to ask; `None` while there is nothing to ask about."""
    with phone.archive.reading(phone.organisation_id) as records:
        return _old(records, client_here(records, phone), now)


def renew(phone: Phone, seen: int, now: datetime) -> ProfileVersion:
    """All of it is still right: the same is shared at this moment, for the talk of this round.

    `seen` is the number of the version that was looked through. Raises `Stale` when it is another one by now.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        client = client_here(records, phone)
        version = _old(records, client, now)
        if version is None or version.number != seen:
            raise Stale
        own_word = about_own_word(answers_of(records, client.id))
        return add_version(records, client.id, renewed(version, client.round, now, own_word))


def _old(records: Records, client: Client, now: datetime) -> ProfileVersion | None:
    """The newest of this round; before anything was shared in it, what still stands of the talk before."""
    version = newest_version(records, client)
    if version is None and client.round > 1:
        version = earlier_version(records, client)
    return version if version is not None and grows_old(version, client.round, now) else None
