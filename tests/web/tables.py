"""Both sides of one talk: Fatima at her desk, Amira with a phone and a letter, and a word of either on a line."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from flask import Flask

from kompas.casework.people import Caseworker
from kompas.casework.verdicts import Item
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.usecases.open_profile import my_profile
from kompas.usecases.parties import Phone
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in, signs_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider
from tests.web.talks import on_the_phone, says

MINE = "How do you see it? Amira reads this too."


@dataclass
class Table:
    """`phone` and `desk` are people with a browser; `side` is the client's side for a use case."""

    invited: Invited
    desk: Person
    phone: Person
    side: Phone

    @property
    def here(self) -> str:
        return f"/clients/{self.invited.client.id}"

    @property
    def together(self) -> str:
        return f"{self.here}/together"

    def talk(self) -> Page:
        return self.desk.get(self.here)

    def mine(self) -> Page:
        return self.phone.get("/profile")

    def item(self, statement_id: str = "strength/helping") -> Item:
        profile = my_profile(self.side)
        assert profile is not None
        return next(one for one in profile.items if one.statement.id == statement_id)


def a_table(
    app: Flask,
    provider: SayingProvider,
    archive: Archive,
    municipality: Municipality,
    flows: Mapping[str, Flow],
    clock: Clock,
    **known: object,
) -> Table:
    """Amira told a bit of everything (`tests/web/talks.py`) and shared nothing yet; both are in."""
    known = {"name": "Amira Yilmaz", "language": "en", **known}
    invited = an_invited_client(archive, municipality, clock, **known)
    side = on_the_phone(archive, municipality, invited.client, flows)
    says(side, clock)
    desk, phone = Person(app), Person(app)
    signs_in(desk, provider)
    comes_in(phone, invited)
    return Table(invited, desk, phone, side)


@pytest.fixture
def table(
    app: Flask,
    provider: SayingProvider,
    archive: Archive,
    municipality: Municipality,
    fatima: Caseworker,
    flows: Mapping[str, Flow],
    clock: Clock,
) -> Table:
    """Fatima's desk, and Amira with her phone: among much else she said that childcare and better Dutch would help."""
    return a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)


@pytest.fixture
def phone(table: Table) -> Person:
    """Amira's."""
    return table.phone


def line(page: Page, name: str) -> str:
    """All that stands in the line with this name at the desk."""
    lines = [one for one in page.tree.all("li") if str(one.get("id", "")).startswith("line-")]
    return next(page.tree.text(one) for one in lines if page.tree.text(one).startswith(name))


def my_line(page: Page, name: str) -> str:
    """All that stands in the line with this name on the client's own page, which a tap unfolds."""
    lines = [page.tree.within(one, "li") for one in page.tree.all("summary")]
    found = [page.tree.text(one) for one in lines if one is not None]
    return next(text for text in found if text.startswith(name))


def sees_differently(page: Page, name: str, words: str, **fields: str) -> Page:
    return page.press(f"Put both views side by side: {name}", {MINE: words}, **fields)
