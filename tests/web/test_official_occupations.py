"""An installation that imported the official occupations says so, and calls them as ESCO does."""

from collections.abc import Callable

from flask import Flask
from flask_babel import force_locale

from kompas.settings import Settings
from kompas.web.wording import say, say_in
from tests.occupations.official_files import BAKER, Files, esco_line
from tests.web.conftest import some_settings
from tests.web.pages import Person


def test_where_the_data_come_from_stays_true(make_app: Callable[[Settings], Flask], municipality, tmp_path) -> None:
    made = tmp_path / "files"
    made.mkdir()
    files = Files(made)
    files.write_esco(esco_line(BAKER, "7512", "piekarz"), name="occupations_pl.csv")
    files.imported("--to", str(tmp_path / "occupations.csv"))
    plain = Person(make_app(some_settings(tmp_path))).get("/data").text
    assert "Interests.txt" not in plain
    app = make_app(some_settings(tmp_path, occupations="full"))
    told = Person(app).get("/data").text
    assert "occupations_nl.csv, occupations_pl.csv, Interests.txt, Work Values.txt, crosswalk.csv" in told
    assert "100" in told
    with app.test_request_context(), force_locale("pl"):
        assert say("bakker") == "piekarz"
        assert say("molenaar") == "molenaar"
        assert say_in("bakker", "nl") == "bakker"
