"""The people of the demonstration that were written out by hand, in an app of this process; browsers that are in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient

from kompas.app import create_app, open_archive, read_flows
from kompas.casework.people import Client
from kompas.commands.set_up import write_secrets
from kompas.conversation.walking import Walk, walk
from kompas.demonstration.municipality import HOST, fill
from kompas.demonstration.people import BY_HAND
from kompas.settings import OFFICIAL_OCCUPATIONS, Settings, load_settings
from kompas.store.answers import answers_of
from kompas.store.archive import Archive
from kompas.store.clients import clients_of
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.organisations import organisation_by_host
from kompas.store.staff import caseworkers
from kompas.web.sessions import sign_in_caseworker, sign_in_client
from kompas.web.wording import say_in

ORIGIN = f"http://{HOST}"


@dataclass(frozen=True)
class Town:
    """Apps by which occupations they know; somebody who shared, and what they said."""

    apps: dict[str, Flask]
    somebody: Client
    walked: Walk

    def on_the_phone(self, name: str) -> FlaskClient:
        """A browser in which `somebody` is in."""
        return _browser(self.apps[name], self.somebody, at_the_desk=False)

    def at_the_desk(self, name: str) -> FlaskClient:
        return _browser(self.apps[name], self.somebody, at_the_desk=True)


@contextmanager
def filled(first_name: str, table: Path | None) -> Iterator[Town]:
    """All of it gone afterwards. `table`: the full catalogue, if there is one."""
    with TemporaryDirectory(prefix="kompas-bench-") as place:
        folder = Path(place)
        write_secrets(folder / "kompas.env", mode="demonstration", public_url=None)
        settings = load_settings(
            instance=folder, database_url=f"sqlite:///{folder / 'kompas.db'}", keys_database_url=""
        )
        upgrade(FACTS, settings.facts_url)
        upgrade(KEYS, settings.keys_url)
        archive = open_archive(settings)
        apps = {"hundred": create_app(settings, archive=archive)}
        _live(apps["hundred"], archive, settings)
        if table is not None:
            copyfile(table, folder / OFFICIAL_OCCUPATIONS)
            apps["full"] = create_app(load_settings(instance=folder, occupations="full"), archive=archive)
        yield Town(apps, *_somebody(archive, first_name))
        archive.close()


def _live(app: Flask, archive: Archive, settings: Settings) -> None:
    secret, pepper = settings.secret_key.get_secret_value(), settings.pepper
    with app.app_context():
        flow, now = read_flows()["kompas"], datetime.now(UTC)
        for deed in fill(archive, flow, say_in, secret, pepper, now, BY_HAND, ("nl", "en")):
            deed.do()


def _somebody(archive: Archive, first_name: str) -> tuple[Client, Walk]:
    organisation = organisation_by_host(archive, HOST)
    assert organisation is not None  # noqa: S101 (it was just made)
    with archive.reading(organisation.id) as records:
        everybody = [client for one in caseworkers(records) for client in clients_of(records, one.id)]
        client = next(one for one in everybody if one.first_name == first_name)
        flow = read_flows()["kompas"]
        return client, walk(flow, answers_of(records, client.id))


def _browser(app: Flask, client: Client, *, at_the_desk: bool) -> FlaskClient:
    """As after a sign-in: the session is begun as the app does it, and its cookie kept."""
    browser = app.test_client()
    with app.test_request_context("/", base_url=ORIGIN):
        app.preprocess_request()
        if at_the_desk:
            sign_in_caseworker(client.caseworker_id)
        else:
            sign_in_client(client.id, datetime.now(UTC) + timedelta(hours=1), "nl")
        answer = app.process_response(app.make_response(""))
    for cookie in answer.headers.getlist("Set-Cookie"):
        name, _, value = cookie.partition(";")[0].partition("=")
        browser.set_cookie(name, value, domain=HOST)
    return browser
