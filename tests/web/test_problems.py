"""Whatever goes wrong becomes a page that says what happened and what to do, in the visitor's language."""

import pytest
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.web.arrivals import an_invited_client, comes_in, signs_in
from tests.web.conftest import some_settings
from tests.web.losing import away, nobody_remembered
from tests.web.pages import Person
from tests.web.planted import plant


def test_the_way_on_is_where_the_visitor_begins(app, archive, municipality, clock, provider, fatima):
    def way_on(person):
        return person.get("/nowhere").links["To the start"]

    client, caseworker = Person(app), Person(app)
    comes_in(client, an_invited_client(archive, municipality, clock, language="en"))
    signs_in(caseworker, provider)
    assert (way_on(Person(app)), way_on(client), way_on(caseworker)) == ("/", "/welcome", "/clients")


def test_a_problem_is_told_in_dutch_to_who_reads_dutch(app):
    page = Person(plant(app), reads="nl").get("/nowhere")
    assert page.tree.all("html")[0].get("lang") == "nl"
    assert page.heading != "This page is not here"


def test_what_broke_is_told_with_a_number_and_no_details(make_app, settings, municipality, capsys):
    page = Person(plant(make_app(settings))).get("/planted/broken")
    assert page.status == 500
    assert page.heading == "Something broke on our side"
    assert "Samira" not in page.body
    assert "RuntimeError" not in page.body
    (number,) = [word for word in page.text.replace(".", " ").split() if len(word) == 8 and _is_hex(word)]
    assert number in capsys.readouterr().err


def _is_hex(word):
    return all(letter in "0123456789abcdef" for letter in word)


def test_too_much_at_once_is_told_kindly(anyone):
    page = anyone.post("/enter", {"code": "x" * 600_000})
    assert page.status == 413
    assert page.heading == "That was too much at once"


def test_too_many_fields_at_once_are_told_kindly(app):
    page = Person(app).post("/enter", {f"field{number}": "x" for number in range(5_000)})
    assert page.status in {400, 413}


def test_a_way_of_asking_that_is_not_known_is_said_to_be_not_there(app):
    assert app.test_client().delete("/", base_url="http://127.0.0.1").status_code == 404


HOSTS = [
    "elsewhere.example",
    "127.0.0.1.evil.example",
    "xn--maasstad",
    "[::1",
    "a" * 300,
    "%",
    "a b",
    "é",
    "127.0.0.1:x",
]


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("mode", ["demonstration", "production"])
def test_a_host_that_is_nobodys_hears_nothing(make_app, tmp_path, municipality, host, mode):
    address = {"public_url": "https://kompas.maasstad.example"} if mode == "production" else {}
    app = make_app(some_settings(tmp_path, mode=mode, **address))
    asked = EnvironBuilder(path="/sign-in").get_environ() | {"HTTP_HOST": host}
    body, status, _ = run_wsgi_app(app, asked, buffered=True)
    assert status.startswith(("400", "404"))
    assert b"<" not in b"".join(body)
    assert b"Maasstad" not in b"".join(body)


def test_a_database_that_is_away_is_logged_by_its_kind_and_not_by_its_own_sentence(make_app, settings, archive, capsys):
    person = Person(make_app(settings))
    nobody_remembered(archive)
    with away(archive):
        page = person.get("/privacy")
    assert page.status == 503
    assert "canary" not in page.body
    told = capsys.readouterr().err
    assert '"event": "away"' in told
    assert "OperationalError" in told
    assert "canary" not in told


def test_while_nobody_can_tell_which_organisation_it_is_the_page_speaks_as_the_browser_asks(
    make_app, settings, municipality, archive
):
    for reads, expected in (("en", "en"), ("nl", "nl"), ("xx", "nl")):
        nobody_remembered(archive)
        with away(archive):
            page = Person(make_app(settings), reads=reads).get("/")
        assert page.tree.all("html")[0].get("lang") == expected
