"""Two worlds that began as one: the same archive, keys, people and open browsers, copied; then a client lives on.

While the desk is served, clock and chance are wound up anew for each request. So nothing has to be blanked out when two
worlds are compared: tokens, nonces and moments are the same too, unless something else made a difference.
"""

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from random import Random
from unittest.mock import patch

import time_machine
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kompas.app import create_app
from kompas.conversation.flow import Flow
from kompas.demonstration.supports import offers
from kompas.store.archive import Archive
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.staff import add_caseworker
from kompas.store.supports import put_offer
from tests.conversation.ours import our_flow
from tests.databases import Databases, Engine, prepared
from tests.store.people import a_caseworker, a_municipality
from tests.web.arrivals import signs_in
from tests.web.conftest import MASTER_KEYS, Clock, some_settings
from tests.web.pages import Person
from tests.web.providers import CLIENT_ID, CLIENT_SECRET, a_provider

HOST = "http://127.0.0.1"
SECRET = "the secret of all worlds, long enough for a key"
COOKIE = "kompas-demonstration"
OTHERS = ("Amira Yilmaz", "Joris de Vries")


@dataclass(frozen=True)
class Beginning:
    """What both worlds have in common: who is there, at which moment, and the sessions that are open."""

    organisation_id: str
    client_id: str
    at: datetime
    desk: str
    phone: str


_BEGAN: dict[str, Beginning] = {}
"""By the kind of database, once it was prepared."""


@dataclass
class World:
    """A copy of the beginning. `desk` and `phone` are open browsers."""

    beginning: Beginning
    archive: Archive
    clock: Clock
    app: Flask
    desk: FlaskClient = field(init=False)
    phone: FlaskClient = field(init=False)
    served: int = 0
    leak: Callable[["World", TestResponse], None] | None = None
    """Something that a test lets out on purpose, with each answer to the desk."""

    def __post_init__(self) -> None:
        self.desk = _a_browser(self.app, self.beginning.desk)
        self.phone = _a_browser(self.app, self.beginning.phone)

    def later(self, minutes: float) -> None:
        """So many minutes after the beginning."""
        self.clock.moment = self.beginning.at + timedelta(minutes=minutes)

    def on_phone(self, method: str, address: str, fields: Mapping[str, object] | None = None) -> TestResponse:
        return self.phone.open(address, method=method, base_url=HOST, data=dict(fields or {}) or None, headers=_PLAIN)

    def at_desk(
        self, method: str, address: str, fields: Mapping[str, object] | None = None, *, htmx: bool = False
    ) -> TestResponse:
        """Redirects are not followed: that is a request of its own."""
        self.served += 1
        # Which organisation this is, is remembered for some seconds of the real clock: by it a day under load differs.
        self.archive.organisations.clear()
        headers = _PLAIN | ({"HX-Request": "true"} if htmx else {})
        with _wound_up(self.served, self.clock()):
            answer = self.desk.open(address, method=method, base_url=HOST, data=dict(fields or {}), headers=headers)
            if self.leak:
                self.leak(self, answer)
        return answer


_PLAIN = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}


@contextmanager
def a_world(engine: Engine, leak: Callable[[World, TestResponse], None] | None = None) -> Iterator[World]:
    """A fresh copy of the beginning."""
    with tempfile.TemporaryDirectory(prefix="kompas-world-") as folder:
        files = prepared(engine, Path(folder), _begin)
        archive, beginning = Archive(files.facts, files.keys, MASTER_KEYS), _BEGAN[_kind(files)]
        clock = Clock()
        clock.moment = beginning.at
        try:
            yield World(beginning, archive, clock, _an_app(archive, clock), leak=leak)
        finally:
            archive.close()


@dataclass(frozen=True)
class Form:
    """A form as it stands on a page: where it leads, and what it sends besides what a person chooses."""

    action: str
    fields: dict[str, object]
    words: tuple[str, ...]
    """What its buttons called `word` send."""


def forms(page: TestResponse) -> list[Form]:
    """Those that are posted. By their text: parsing a thousand pages as a browser does would take minutes."""
    return [_form(found) for found in re.findall(r'<form[^>]*method="post".*?</form>', page.text, re.DOTALL)]


def _form(html: str) -> Form:
    inputs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', html)
    action = re.search(r'action="([^"]*)"', html)
    words = tuple(re.findall(r'<button[^>]*name="(?:word|what)" value="([^"]*)"', html))
    return Form(unescape(action[1]) if action else "", {name: unescape(value) for name, value in inputs}, words)


@contextmanager
def _wound_up(number: int, moment: datetime) -> Iterator[None]:
    """Chance begins anew with this number, and the machine's clock stands still at this moment."""
    chance = Random(number)
    with (
        time_machine.travel(moment, tick=False),
        patch("secrets.token_urlsafe", lambda size=32: chance.randbytes(size).hex()),
        patch("secrets.token_hex", lambda size=32: chance.randbytes(size).hex()),
        patch("secrets.token_bytes", chance.randbytes),
        patch("secrets.choice", chance.choice),
    ):
        yield


def _begin(files: Databases) -> None:
    """A municipality whose caseworker has invited three people; one of them has opened her letter."""
    upgrade(FACTS, files.facts)
    upgrade(KEYS, files.keys)
    archive, clock = Archive(files.facts, files.keys, MASTER_KEYS), Clock()
    app = _an_app(archive, clock)
    with a_provider() as provider:
        known = {"issuer": provider.issuer, "oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET}
        here = a_municipality(archive, host="127.0.0.1", **known)
        with archive.writing(here.id) as records:
            add_caseworker(records, a_caseworker(here.team, subject="fatima"))
            for offer in offers():
                put_offer(records, offer)
        desk, phone = Person(app), Person(app)
        signs_in(desk, provider)
    for name in OTHERS:
        _invite(desk, clock, name)
    invitation = _invite(desk, clock, "Samira Yilmaz")
    link = re.search(r"/c/[\w-]+", invitation.text)
    assert link is not None
    letter = phone.get(link[0])
    asked = letter.press(letter.buttons[-1])
    asked.press(asked.buttons[-1], birth_year="1984")
    client_id = invitation.address.split("/")[2]
    _BEGAN[_kind(files)] = Beginning(here.id, client_id, clock(), _cookie(desk), _cookie(phone))
    archive.close()


def _invite(desk: Person, clock: Clock, name: str):  # type: ignore[no-untyped-def]
    day = (clock() + timedelta(days=7)).date().isoformat()
    filled = {"name": name, "language": "nl", "birth_year": "1984", "talk_day": day, "talk_time": "10:30"}
    form = desk.get("/clients/new")
    return desk.post("/clients/new", filled | {"talk_place": "Desk 3", "csrf_token": _token(form.body)})


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def _an_app(archive: Archive, clock: Clock) -> Flask:
    settings = some_settings(Path(tempfile.gettempdir()), secret_key=SECRET)
    app = create_app(settings, archive=archive, clock=clock, flows=_flows())
    app.testing = True
    return app


def _flows() -> dict[str, Flow]:
    return {"kompas": our_flow()}


def _a_browser(app: Flask, session_id: str) -> FlaskClient:
    browser = app.test_client()
    browser.set_cookie(COOKIE, session_id, domain="127.0.0.1")
    return browser


def _cookie(person: Person) -> str:
    kept = person.client.get_cookie(COOKIE, domain=person.host)
    assert kept is not None
    return kept.value


def _kind(files: Databases) -> str:
    return files.facts.partition(":")[0]
