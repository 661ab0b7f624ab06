"""What an organisation has to offer, by name: where a need, or what bridges the way to work, leads to.

Whatever stands here is the organisation's own leaflet. It says nothing about anybody: which of it is shown beside a
line follows from that line alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kompas.conversation.plain_language import HELP_WORDS, sentences, words
from kompas.profile.rules import Supports

ALWAYS_IN = "nl"
"""The language in which an offer is always written; the others are a kindness."""


class Told(NamedTuple):
    """A text, and the language it stands in."""

    text: str
    language: str


@dataclass(frozen=True)
class OfferWords:
    """What it is called and what somebody can expect there, in one language."""

    name: str = ""
    expect: str = ""


@dataclass(frozen=True)
class Offer:
    """`category`: a kind of support in `rules.yaml`. `words` by language. `where`: a place, a day, a person; in Dutch.

    `phone` and `mail` become links, so nothing else than a number and an address is accepted.
    """

    id: str
    category: str
    words: Mapping[str, OfferWords] = field(default_factory=dict)
    where: str = ""
    phone: str = ""
    mail: str = ""
    on: bool = True

    def said(self, language: str) -> OfferWords:
        """What was written in this language, which may be nothing."""
        return self.words.get(language, OfferWords())

    def name(self, language: str) -> Told:
        """In this language where it was written, else in Dutch."""
        own = self.said(language).name
        return Told(own, language) if own else Told(self.said(ALWAYS_IN).name, ALWAYS_IN)

    def expect(self, language: str) -> Told:
        """The same."""
        own = self.said(language).expect
        return Told(own, language) if own else Told(self.said(ALWAYS_IN).expect, ALWAYS_IN)

    def place(self, _language: str) -> Told:
        """A name of a place is the same in every language."""
        return Told(self.where, ALWAYS_IN)

    @property
    def phone_link(self) -> str:
        """“+31 (0)10” is dialled without that nought."""
        dialled = self.phone.replace("(0)", "") if self.phone.startswith("+") else self.phone
        return "tel:" + re.sub(r"[^+0-9]", "", dialled) if self.phone else ""

    @property
    def mail_link(self) -> str:
        return f"mailto:{self.mail}" if self.mail else ""


def long_sentences(offer: Offer) -> list[Told]:
    """Sentences that ask much of a reader, each with its language: a hint for who writes, never a refusal."""
    return [
        Told(one, language)
        for language, said in offer.words.items()
        for one in sentences(said.expect)
        if len(words(one)) > HELP_WORDS
    ]


def by_category(supports: Supports, offers: Iterable[Offer]) -> dict[str, tuple[Offer, ...]]:
    """Under every kind of support there is, in the order of the rules; a kind may hold none, or several."""
    there = tuple(offers)
    return {category: tuple(one for one in there if one.category == category) for category in supports.offers}


def offers_for(statement_id: str, supports: Supports, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """What there is for a need (`need/<code>`) or for what bridges the way (`bridge/<support>`); else nothing."""
    kind, _, code = statement_id.partition("/")
    leads_to = {"need": supports.by_need.get(code, ()), "bridge": (code,)}.get(kind, ())
    return tuple(one for one in offers if one.on and one.category in leads_to)
