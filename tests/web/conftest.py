"""What the tests of the web can ask for: an app on a fresh archive, with a clock that only moves when told."""

import base64
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from kompas.app import create_app, read_flows
from kompas.casework.people import Caseworker
from kompas.conversation.flow import Flow
from kompas.settings import Settings
from kompas.store.archive import Archive
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.staff import add_caseworker
from tests.databases import Databases, Engine, let_go, prepared
from tests.store.people import Municipality, a_caseworker, a_municipality
from tests.web.pages import Person
from tests.web.providers import CLIENT_ID, CLIENT_SECRET, SayingProvider, a_provider

PEPPER = "the pepper of the tests, in two and thirty letters"
MASTER_KEYS = {"test": bytes(range(32))}


class Clock:
    """Tells the moment at which the test began, until somebody waits."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **how_long: float) -> None:
        self.moment += timedelta(**how_long)


@pytest.fixture(scope="session")
def flows() -> Mapping[str, Flow]:
    return read_flows()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return some_settings(tmp_path)


@pytest.fixture
def archive(engine: Engine, tmp_path: Path) -> Iterator[Archive]:
    """Whatever a page does, it does on SQLite and on PostgreSQL."""
    files = prepared(engine, tmp_path, _migrate)
    opened = Archive(files.facts, files.keys, MASTER_KEYS)
    yield opened
    opened.close()
    let_go(files)


@pytest.fixture
def provider() -> Iterator[SayingProvider]:
    with a_provider() as running:
        yield running


@pytest.fixture
def municipality(archive: Archive, provider: SayingProvider) -> Municipality:
    """Found at 127.0.0.1, with a provider of its own."""
    known = {"issuer": provider.issuer, "oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET}
    return a_municipality(archive, host="127.0.0.1", **known)


@pytest.fixture
def fatima(archive: Archive, municipality: Municipality) -> Caseworker:
    """The provider calls her `fatima`."""
    fatima = a_caseworker(municipality.team, subject="fatima")
    with archive.writing(municipality.id) as records:
        add_caseworker(records, fatima)
    return fatima


@pytest.fixture
def make_app(archive: Archive, clock: Clock, flows: Mapping[str, Flow]) -> Callable[[Settings], Flask]:
    """An app with settings of one's own, on the archive of this test."""
    return lambda settings: create_app(settings, archive=archive, clock=clock, flows=flows)


@pytest.fixture
def app(make_app: Callable[[Settings], Flask], settings: Settings, municipality: Municipality) -> Flask:
    """Errors that nobody foresaw fail the test instead of becoming a page."""
    made = make_app(settings)
    made.testing = True
    return made


@pytest.fixture
def anyone(app: Flask) -> Person:
    return Person(app)


def some_settings(instance: Path, **known: object) -> Settings:
    """Settings as `kompas set-up` would write them."""
    plain: dict[str, object] = {
        "instance": instance,
        "secret_key": secrets.token_urlsafe(48),
        "code_pepper": PEPPER,
        "master_keys": "test:" + base64.b64encode(MASTER_KEYS["test"]).decode(),
    }
    return Settings.model_validate(plain | known)


def _migrate(files: Databases) -> None:
    upgrade(FACTS, files.facts)
    upgrade(KEYS, files.keys)
