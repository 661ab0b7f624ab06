"""A phone fetches a file once and keeps it for good."""

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from kompas.web.assets import BUILT, read_assets, serve_assets


@pytest.fixture
def app() -> Flask:
    app = Flask("an app", static_folder=None)
    serve_assets(app)
    return app


def fetched(app: Flask, address: str, **headers: str) -> TestResponse:
    """The whole answer, its file closed."""
    return app.test_client().get(address, headers=headers, buffered=True)


def test_every_built_file_is_kept_for_good(app) -> None:
    for hashed in read_assets().files.values():
        answer = fetched(app, f"/static/{hashed}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_phone_gets_the_small_form(app) -> None:
    address = app.jinja_env.globals["asset"]("kompas.js")
    answer = fetched(app, address, **{"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert len(answer.data) < 16_000


def test_no_other_site_may_read_our_files(app) -> None:
    answer = fetched(app, app.jinja_env.globals["asset"]("kompas.js"))
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_nothing_beside_the_built_files_is_served(app) -> None:
    for path in ("/static/../settings.py", "/static/%2e%2e/settings.py", "/static/kompas.css", "/static/"):
        assert fetched(app, path).status_code == 404


def test_an_icon_is_decoration_for_a_screen_reader() -> None:
    drawn = str(read_assets().icon("search"))
    assert 'aria-hidden="true"' in drawn
    assert drawn.endswith('#search"></use></svg>')


def test_a_missing_icon_is_told_to_its_maker() -> None:
    with pytest.raises(LookupError, match=r"icons\.txt"):
        read_assets().icon("no-such-icon")


def test_a_front_end_that_was_not_built_is_told(tmp_path) -> None:
    with pytest.raises(LookupError, match="make front-end"):
        read_assets(tmp_path)


def test_our_own_styles_fetch_only_what_was_built() -> None:
    styles = (BUILT / read_assets().files["kompas.css"]).read_text()
    assert "@import" not in styles
    assert "//" not in styles
