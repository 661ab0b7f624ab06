"""The parts of the app that everyone needs, in one typed place instead of attributes stuck on the app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, current_app

from kompas.conversation.flow import Flow
from kompas.conversation.own_words_lists import WordLists
from kompas.occupations.catalogue import Catalogue
from kompas.occupations.occupation import Occupation
from kompas.profile.promising import PromisingProfiles
from kompas.profile.rules import Rules
from kompas.settings import Settings
from kompas.store.archive import Archive
from kompas.web.openid import OpenID


@dataclass(frozen=True)
class House:
    """`now()` is the clock, an aware moment in UTC: ask it, never the machine. `flows` is keyed by flow id."""

    settings: Settings
    archive: Archive
    flows: Mapping[str, Flow]
    now: Callable[[], datetime]
    openid: OpenID
    own_words: WordLists
    rules: Rules
    promising: PromisingProfiles
    catalogue: Catalogue

    @property
    def occupations(self) -> tuple[Occupation, ...]:
        return self.catalogue.occupations


def move_in(app: Flask, parts: House) -> None:
    app.extensions["kompas"] = parts


def house() -> House:
    """The parts of the app that answers this request."""
    parts = current_app.extensions["kompas"]
    assert isinstance(parts, House)  # noqa: S101 (for the type checker)
    return parts
