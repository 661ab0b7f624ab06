"""The organisation's own offers of support: everybody reads them, who keeps its tables changes them."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompas.casework.offers import ALWAYS_IN, Offer, OfferWords
from kompas.conversation.readable import one_line
from kompas.store.archive import Archive
from kompas.store.audit import add_deed
from kompas.store.supports import drop_offer, offers, put_offer, switch_category, switch_offer
from kompas.usecases.keeping import must_keep
from kompas.usecases.parties import Desk
from kompas.usecases.problems import NotFound

LONGEST_NAME, LONGEST_TEXT, LONGEST_WHERE, LONGEST_REACH = 80, 400, 160, 80

_NUMBER = re.compile(r"[+(]?[0-9](?:[ ()-]{0,2}[0-9]){2,14}")
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")

ASKED_FOR = {
    "name": "Write what it is called, in at most 80 letters.",
    "expect": "Write in a sentence or two what somebody can expect, in at most 400 letters.",
    "where": "Write the place in at most 160 letters.",
    "phone": "Write a phone number, such as 010 123 45 67.",
    "mail": "Write a mail address, such as name@example.org.",
    "contact": "Fill in a place, a phone number or a mail address.",
}
"""What to do about each field (English source: the catalogues find sentences in constants)."""


@dataclass
class OfferIncomplete(Exception):
    """It can't be shown like this: a sentence (English source) for each field that needs something."""

    sentences: Mapping[str, str] = field(default_factory=dict)


def catalogue_of(desk: Desk) -> list[Offer]:
    """All of them, on or off, by name."""
    with desk.archive.reading(desk.organisation_id) as records:
        return offers(records)


def what_is_there(archive: Archive, organisation_id: str) -> tuple[Offer, ...]:
    """What is on, by name: the same for everyone. One query."""
    with archive.reading(organisation_id) as records:
        return tuple(one for one in offers(records) if one.on)


def offer_of(desk: Desk, offer_id: str) -> Offer:
    """Raises `NotFound` for one that was taken away."""
    found = next((one for one in catalogue_of(desk) if one.id == offer_id), None)
    if found is None:
        raise NotFound
    return found


def keep_offer(desk: Desk, kinds: Container[str], wanted: Offer, now: datetime) -> Offer:
    """A new one, or in the place of the one with this id: sent twice it is there once.

    Raises `OfferIncomplete`, and `NotFound` for a kind of support that isn't one of these.
    """
    must_keep(desk)
    if wanted.category not in kinds:
        raise NotFound
    offer = _on_one_line(wanted)
    if sentences := asked_for(offer):
        raise OfferIncomplete(sentences)
    with desk.archive.writing(desk.organisation_id) as records:
        put_offer(records, offer)
        add_deed(records, now, desk.caseworker.id, "change support", "support", offer.id)
    return offer


def turn_offer(desk: Desk, offer_id: str, now: datetime, *, on: bool) -> None:
    """From now on clients read it, or nobody does but who looks at the catalogue. Raises `NotFound`."""
    must_keep(desk)
    with desk.archive.writing(desk.organisation_id) as records:
        if not switch_offer(records, offer_id, on=on):
            raise NotFound
        add_deed(records, now, desk.caseworker.id, _turned(on), "support", offer_id)


def turn_category(desk: Desk, category: str, now: datetime, *, on: bool) -> None:
    """All that is there of one kind at once. Raises `NotFound` for a kind of which there is nothing."""
    must_keep(desk)
    with desk.archive.writing(desk.organisation_id) as records:
        if not switch_category(records, category, on=on):
            raise NotFound
        add_deed(records, now, desk.caseworker.id, _turned(on), "kind of support", category)


def take_offer_away(desk: Desk, offer_id: str, now: datetime) -> None:
    """Gone, words and all. One that is gone already stays gone."""
    must_keep(desk)
    with desk.archive.writing(desk.organisation_id) as records:
        if drop_offer(records, offer_id):
            add_deed(records, now, desk.caseworker.id, "take support away", "support", offer_id)


def _turned(on: bool) -> str:
    return "switch support on" if on else "switch support off"


def _on_one_line(typed: Offer) -> Offer:
    words = {language: OfferWords(one_line(one.name), one_line(one.expect)) for language, one in typed.words.items()}
    return replace(
        typed,
        words={language: one for language, one in words.items() if one.name or one.expect},
        where=one_line(typed.where),
        phone=one_line(typed.phone),
        mail=one_line(typed.mail),
    )


def asked_for(offer: Offer) -> dict[str, str]:
    """A sentence (English source) for each field that needs something; other languages than Dutch may stay empty."""
    found = {}
    for language in dict.fromkeys((ALWAYS_IN, *offer.words)):
        said, needed = offer.said(language), language == ALWAYS_IN
        if len(said.name) > LONGEST_NAME or (needed and not said.name):
            found[f"name.{language}"] = ASKED_FOR["name"]
        if len(said.expect) > LONGEST_TEXT or (needed and not said.expect):
            found[f"expect.{language}"] = ASKED_FOR["expect"]
    if len(offer.where) > LONGEST_WHERE:
        found["where"] = ASKED_FOR["where"]
    if not (offer.where or offer.phone or offer.mail):
        found["where"] = ASKED_FOR["contact"]
    for part, typed, shape in (("phone", offer.phone, _NUMBER), ("mail", offer.mail, _MAIL)):
        if typed and (len(typed) > LONGEST_REACH or not shape.fullmatch(typed)):
            found[part] = ASKED_FOR[part]
    return found
