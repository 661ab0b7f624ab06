"""Share, look at what is shared, and take back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from kompas.casework.people import Client, ProfileVersion, View
from kompas.casework.shared_before import SharedThen, shared_before
from kompas.casework.sharing import decide, fingerprint
from kompas.casework.versions import (
    hint_shared_at,
    profile_of,
    sentences_of,
    shows_anything,
    shows_the_same,
    take_back,
    wording_of,
    write_down,
)
from kompas.conversation.flow import Part
from kompas.post.wording import Say
from kompas.profile.still_holding import hint_is_over
from kompas.store.archive import Records
from kompas.store.profile_versions import add_version, newest_version, rewrite_version, versions_of
from kompas.store.views import views_of
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import Stale
from kompas.usecases.word_of_client import ToChoose, to_be_chosen, worked_out_anew


def share(
    phone: Phone,
    parts: Mapping[str, str],
    lines: Mapping[str, str],
    say: Say,
    languages: Iterable[str],
    now: datetime,
    seen: str | None = None,
) -> ProfileVersion:
    """Keeps this moment as a profile version, with only what the client releases. Raises `NotYetChosen`.

    `languages` are those whose wording is kept: the client's, and the caseworker's. `seen` is the fingerprint of the
    lines that stood on the screen: raises `Stale` when they are other ones at the very moment of sharing.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        client = client_here(records, phone)
        there = to_be_chosen(records, phone, now)
        profile = there.profile
        if seen is not None and seen != fingerprint(profile):
            raise Stale
        choices = decide(profile, parts, lines)
        released = there.released(choices)
        wording = {language: {one: say(one, language) for one in sentences_of(released)} for language in languages}
        return _keep(records, client, write_down(client.round, now, phone.flow, released, choices, wording))


def what_to_choose(phone: Phone, now: datetime) -> ToChoose:
    """What the client can share at this moment."""
    with phone.archive.reading(phone.organisation_id) as records:
        return to_be_chosen(records, phone, now)


def unshare(phone: Phone, ids: Iterable[str], parts: Iterable[Part], now: datetime) -> ProfileVersion | None:
    """Takes back lines by id, parts with all their lines. Gone from the desk at once; `None` if nothing was shared."""
    with phone.archive.writing(phone.organisation_id) as records:
        client = client_here(records, phone)
        version = newest_version(records, client)
        if version is None:
            return None
        return _keep(records, client, take_back(version, ids, parts, now, worked_out_anew(records, phone, now)))


def shared_now(phone: Phone) -> ProfileVersion | None:
    """What the caseworker can see at this moment; `None` when nothing was ever shared, or all of it taken back."""
    with phone.archive.reading(phone.organisation_id) as records:
        version = newest_version(records, client_here(records, phone))
    return version if version is not None and shows_anything(version) else None


def readers(phone: Phone) -> list[View]:
    """Who opened the profile and when, newest first."""
    with phone.archive.reading(phone.organisation_id) as records:
        return views_of(records, phone.client_id)


def my_sharing(phone: Phone) -> tuple[SharedThen, ...]:
    """When they shared and took back, newest first."""
    with phone.archive.reading(phone.organisation_id) as records:
        return shared_before(versions_of(records, client_here(records, phone)))


def _keep(records: Records, client: Client, version: ProfileVersion) -> ProfileVersion:
    """One more version; or, where a caseworker would see the same, the newest with the choices of now.

    So a second tap shares once, and nobody at a desk can tell that something was changed which is kept.
    """
    newest = newest_version(records, client)
    if newest is None or not shows_the_same(newest, version) or _tells_again(newest, version):
        return add_version(records, client.id, version)
    wording = {**wording_of(version), **wording_of(newest)}
    same = replace(newest, shown={**newest.shown, "wording": wording}, choices=version.choices)
    rewrite_version(records, client.id, same)
    return same


def _tells_again(newest: ProfileVersion, version: ProfileVersion) -> bool:
    """Does it hold a hint that passed meanwhile?"""
    then = hint_shared_at(newest)
    return any(hint_is_over(one, then, version.shared_at) for one in profile_of(newest).statements)
