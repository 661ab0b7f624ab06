"""Every page says who it is for; who is somebody else goes to the right door, and a page that forgot it is shut."""

import pytest

from kompas.web.audience import audience_of
from tests.web.arrivals import an_invited_client, comes_in, signs_in
from tests.web.pages import Person
from tests.web.planted import plant

ANYONE = {
    ("GET", "/"),
    ("GET", "/c/<token>"),
    ("GET", "/enter"),
    ("POST", "/enter"),
    ("GET", "/language"),
    ("POST", "/language"),
    ("GET", "/goodbye"),
    ("GET", "/data"),
    ("GET", "/erased"),
    ("GET", "/privacy"),
    ("GET", "/rules"),
    ("GET", "/quiet"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("GET", "/sign-in/return"),
}
CASEWORKER = ("/clients", "/organisation", "/sign-out")


def routes(app):
    for rule in app.url_map.iter_rules():
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            yield method, rule.rule, rule.endpoint


def test_every_page_says_who_it_is_for(app):
    with app.app_context():
        assert [f"{method} {path}" for method, path, endpoint in routes(app) if audience_of(endpoint) is None] == []


def test_only_these_pages_are_for_anyone(app):
    with app.app_context():
        found = {(method, path) for method, path, endpoint in routes(app) if audience_of(endpoint) == "anyone"}
    assert found == ANYONE


def test_the_desk_is_for_caseworkers_and_the_rest_for_clients(app):
    with app.app_context():
        for method, path, endpoint in routes(app):
            if (method, path) not in ANYONE:
                assert audience_of(endpoint) == ("caseworker" if path.startswith(CASEWORKER) else "client"), path


def test_a_page_that_forgot_to_say_it_is_shut(app):
    page = Person(plant(app)).get("/planted/undeclared")
    assert page.status == 403
    assert not page.says("secret")


def test_a_stranger_is_sent_to_the_letter_or_to_the_sign_in(app):
    stranger = Person(plant(app))
    at_the_door = stranger.get("/planted/client")
    assert at_the_door.path == "/"
    assert at_the_door.says("Open your personal link again, or type your code.")
    at_the_desk = stranger.get("/planted/caseworker")
    assert at_the_desk.path == "/sign-in"
    assert at_the_desk.says("Please sign in first.")


def test_a_stranger_with_htmx_gets_a_whole_page(app):
    response = Person(plant(app)).client.get(
        "/planted/client", base_url="http://127.0.0.1", headers={"HX-Request": "true"}
    )
    assert response.headers["HX-Redirect"] == "/?notice=open-again"
    assert response.status_code == 200


def test_a_client_opens_no_desk(app, archive, municipality, clock):
    client = Person(plant(app))
    comes_in(client, an_invited_client(archive, municipality, clock))
    assert client.get("/planted/client").status == 200
    assert client.get("/planted/caseworker").status == 403


def test_a_caseworker_opens_no_conversation(app, provider, fatima):
    caseworker = Person(plant(app))
    signs_in(caseworker, provider)
    assert caseworker.get("/planted/caseworker").status == 200
    assert caseworker.get("/planted/client").status == 403


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_that_is_not_there_is_said_to_be_not_there(anyone, method):
    page = getattr(anyone, method)("/nowhere")
    assert page.status == 404
    assert page.heading == "This page is not here"


@pytest.mark.parametrize("name", ["%00", "a%00b", "%01", "%ff", "%ed%a0%80", "%E2%80%AE", "' OR 1=1 --"])
def test_an_address_that_no_database_can_be_asked_for_is_not_here(app, provider, fatima, name):
    desk = Person(app)
    signs_in(desk, provider)
    for address in (f"/clients/{name}", f"/clients/{name}/together", f"/clients/{name}/invitation"):
        assert desk.get(address).status == 404
