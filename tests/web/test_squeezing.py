"""Pages travel squeezed, and their one secret looks different on each."""

import gzip

from flask import Flask

from tests.web.pages import Person
from tests.web.planted import plant

HOME = {"base_url": "http://127.0.0.1"}


def test_a_page_travels_squeezed_to_who_can_open_it(app: Flask) -> None:
    squeezed = app.test_client().get("/", headers={"Accept-Encoding": "gzip, br"}, **HOME)
    plain = app.test_client().get("/", **HOME)
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert len(gzip.decompress(squeezed.data)) == len(plain.data) > 2 * len(squeezed.data)
    assert squeezed.headers["Content-Length"] == str(len(squeezed.data))
    assert "Accept-Encoding" in squeezed.headers["Vary"]


def test_who_refuses_it_gets_the_page_plain(app: Flask) -> None:
    assert app.test_client().get("/", headers={"Accept-Encoding": "gzip;q=0"}, **HOME).data.startswith(b"<!doctype")


def test_the_token_of_a_form_looks_different_each_time_and_each_one_counts(app: Flask) -> None:
    """So the length of a squeezed page tells nobody anything about it (BREACH)."""
    person = Person(plant(app))
    pages = [person.get("/planted/anyone") for _ in range(3)]
    tokens = [page.tree.all("input")[0].get("value") or "" for page in pages]
    assert len({token[place : place + 12] for token in tokens for place in (0, 40, 150)}) == 9
    assert [page.press("Save").body for page in pages] == ["saved"] * 3
