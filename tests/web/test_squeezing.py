"""Pages travel squeezed, and their one secret looks different on each."""

import gzip

import pytest
from flask import Flask

from kompas.store.archive import Archive
from tests.store.people import Municipality
from tests.web.arrivals import an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Person
from tests.web.planted import plant

HOME = {"base_url": "http://127.0.0.1"}
ONE_ANSWER = 4_000


def test_a_page_travels_squeezed_to_who_can_open_it(app: Flask) -> None:
    squeezed = app.test_client().get("/", headers={"Accept-Encoding": "gzip, br"}, **HOME)
    plain = app.test_client().get("/", **HOME)
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert len(gzip.decompress(squeezed.data)) == len(plain.data) > 2 * len(squeezed.data)
    assert squeezed.headers["Content-Length"] == str(len(squeezed.data))
    assert "Accept-Encoding" in squeezed.headers["Vary"]


@pytest.mark.parametrize("question", ["experience_fields", "needs", "first_step", "agenda"])
def test_the_heaviest_questions_weigh_little_in_the_longest_script(
    app: Flask, archive: Archive, municipality: Municipality, clock: Clock, question: str
) -> None:
    """Headers included, as htmx asks for it: what quality.md allows one answer on the wire."""
    person = Person(app, reads="ar", htmx=True)
    comes_in(person, an_invited_client(archive, municipality, clock, language="ar"))
    asks = {"HX-Request": "true", "Accept-Encoding": "gzip"}
    came = person.client.get(f"/talk/{question}", headers=asks, **HOME)
    assert came.status_code == 200
    assert len(came.data) + len(str(came.headers)) < ONE_ANSWER


def test_who_refuses_it_gets_the_page_plain(app: Flask) -> None:
    assert app.test_client().get("/", headers={"Accept-Encoding": "gzip;q=0"}, **HOME).data.startswith(b"<!doctype")


def test_the_token_of_a_form_looks_different_each_time_and_each_one_counts(app: Flask) -> None:
    """So the length of a squeezed page tells nobody anything about it (BREACH)."""
    person = Person(plant(app))
    pages = [person.get("/planted/anyone") for _ in range(3)]
    tokens = [page.tree.all("input")[0].get("value") or "" for page in pages]
    assert len({token[place : place + 12] for token in tokens for place in (0, 40, 150)}) == 9
    assert [page.press("Save").body for page in pages] == ["saved"] * 3
