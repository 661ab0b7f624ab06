"""All that leaves for the desk, as bytes: pages, letter, headers, what is asked of the database, log lines, audit."""

import io
from collections.abc import Mapping
from contextlib import redirect_stderr
from random import Random
from typing import NamedTuple

from sqlalchemy import text
from werkzeug.test import TestResponse

from tests.store.counting import statements
from tests.web.worlds import Form, World, forms

VERDICTS = ("agreed", "seen_differently", "not_now")


class Leaf(NamedTuple):
    """One thing that left, and under which request."""

    what: str
    said: bytes


class Desk:
    """The caseworker's whole day with this client, in one world; `left` is everything that came out."""

    def __init__(self, world: World, chance: Random) -> None:
        self.world, self.chance = world, chance
        self.left: list[Leaf] = []
        self.old: Form | None = None
        self.here = f"/clients/{world.beginning.client_id}"

    def asks(
        self, method: str, address: str, fields: Mapping[str, object] | None = None, *, htmx: bool = False
    ) -> TestResponse:
        """One request, and all that it leaves: the answer, the questions to the database (a count tells more exactly
        than a stopwatch how long it took), the lines in the log."""
        log = io.StringIO()
        with statements(self.world.archive.facts) as asked, redirect_stderr(log):
            response = self.world.at_desk(method, address, fields, htmx=htmx)
        what = f"{len(self.left)} {method} {address}{' with htmx' if htmx else ''}"
        headers = "\n".join(f"{name}: {value}" for name, value in response.headers)
        self.left += [
            Leaf(f"{what}, headers", f"{response.status}\n{headers}".encode()),
            Leaf(f"{what}, body", response.data),
            Leaf(f"{what}, asked of the database", "\n".join(asked).encode()),
            Leaf(f"{what}, log", log.getvalue().encode()),
        ]
        return response

    def looks(self) -> TestResponse:
        return self.asks("GET", self.here)

    def looks_everywhere(self) -> None:
        for page in ("/clients", "/clients?q=sam", "/clients?q=nobody", "/clients/nobody", "/clients/new"):
            self.asks("GET", page)
        for part in ("/at-a-glance", "/invitation", "/invitation/again", "/letter", "/together", "/nothing-here"):
            self.asks("GET", self.here + part)
        for part in ("/paper", "/paper/about_you", "/paper/together"):
            self.asks("GET", self.here + part)
        self.asks("GET", self.here, htmx=True)

    def speaks(self) -> None:
        """A word on one of the lines, now and then with an old page, without words, or of no known kind."""
        known = [one for one in forms(self.looks()) if "/items/" in one.action]
        if not known:
            return
        form = self.chance.choice(known)
        if self.old is not None and self.chance.random() < 0.3:
            form = self.old
        self.old = self.chance.choice(known)
        word = self.chance.choice((*VERDICTS, *VERDICTS, "something"))
        words = self.chance.choice(("She says so herself.", "", "x" * 501))
        self.asks("POST", form.action, form.fields | {"word": word, "words": words}, htmx=self.chance.random() < 0.5)
        self.looks()

    def agrees_with_everything(self) -> None:
        for form in forms(self.looks()):
            if "/items/" in form.action:
                self.asks("POST", form.action, form.fields | {"word": "agreed"})

    def is_audited(self) -> None:
        """What stays of the day: each line of the log of deeds, with its link to all lines before."""
        with self.world.archive.facts.connect() as connection:
            rows = connection.execute(text("SELECT * FROM audit ORDER BY organisation_id, number")).all()
        self.left += [Leaf("audit", repr(row).encode()) for row in rows]


def first_difference(one: list[Leaf], other: list[Leaf]) -> str:
    """Where two days differ, with what stands around it; empty when they are the same to the byte."""
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            at = next((n for n, (a, b) in enumerate(zip(mine.said, theirs.said, strict=False)) if a != b), 0)
            here = slice(max(0, at - 150), at + 150)
            return f"{mine.what} | {theirs.what}\n--- one\n{mine.said[here]!r}\n--- other\n{theirs.said[here]!r}"
    return "" if len(one) == len(other) else f"{len(one)} things left in one world and {len(other)} in the other"
