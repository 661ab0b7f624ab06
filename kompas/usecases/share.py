"""Share, look at what is shared, and take back."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from kompas.casework.people import Client, ProfileVersion, View
from kompas.casework.sharing import Released, decide, fingerprint, release, shareable
from kompas.casework.versions import Wording, profile_of, sentences_of, talk_about, without, wording_of, write_down
from kompas.conversation.flow import Part
from kompas.conversation.walking import walk
from kompas.post.wording import Say
from kompas.profile.building import build
from kompas.store.answers import answers_of
from kompas.store.archive import Records
from kompas.store.profile_versions import add_version, newest_version
from kompas.store.views import views_of
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import Stale


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
        heard = walk(phone.flow, answers_of(records, phone.client_id), phone.context).heard
        profile = build(phone.flow, heard)
        if seen is not None and seen != fingerprint(shareable(profile)):
            raise Stale
        choices = decide(profile, parts, lines)
        released = release(phone.flow, heard, choices)
        wording = {language: {one: say(one, language) for one in sentences_of(released)} for language in languages}
        return _keep(records, phone, client, released, choices, wording, now)


def unshare(phone: Phone, ids: Iterable[str], parts: Iterable[Part], now: datetime) -> ProfileVersion | None:
    """Takes back lines by id, parts with all their lines. Gone from the desk at once; `None` if nothing was shared."""
    with phone.archive.writing(phone.organisation_id) as records:
        client = client_here(records, phone)
        version = newest_version(records, client)
        if version is None:
            return None
        taken_parts = set(parts)
        taken = {*ids, *(one.id for one in profile_of(version).statements if one.part in taken_parts)}
        left = without(phone.flow, version, taken, taken_parts)
        choices = {**version.choices, **dict.fromkeys(taken, "keep")}
        return _keep(records, phone, client, left, choices, _still_said(wording_of(version), left), now)


def shared_now(phone: Phone) -> ProfileVersion | None:
    """What the caseworker can see at this moment; `None` when nothing was ever shared, or all of it taken back."""
    with phone.archive.reading(phone.organisation_id) as records:
        version = newest_version(records, client_here(records, phone))
    return version if version is not None and holds_something(version) else None


def holds_something(version: ProfileVersion) -> bool:
    return bool(profile_of(version).statements or talk_about(version))


def readers(phone: Phone) -> list[View]:
    """Who opened the profile and when, newest first."""
    with phone.archive.reading(phone.organisation_id) as records:
        return views_of(records, phone.client_id)


def _still_said(wording: Wording, left: Released) -> Wording:
    """The wording of what is left: the words of a line that was taken back go with it."""
    kept = set(sentences_of(left))
    return {
        language: {source: shown for source, shown in sentences.items() if source in kept}
        for language, sentences in wording.items()
    }


def _keep(
    records: Records,
    phone: Phone,
    client: Client,
    released: Released,
    choices: Mapping[str, str],
    wording: Wording,
    now: datetime,
) -> ProfileVersion:
    version = write_down(client.round, now, phone.flow, released, choices, wording)
    return add_version(records, client.id, version, anything=holds_something(version))
