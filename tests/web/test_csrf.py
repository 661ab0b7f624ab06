"""A deed is only done when one of our own pages asked for it; who is refused by mistake reads how to go on."""

import re

import pytest

from tests.web.pages import Person
from tests.web.planted import plant


@pytest.fixture
def person(app):
    return Person(plant(app))


def test_a_form_of_ours_works(person):
    assert person.get("/planted/anyone").press("Save").body == "saved"


def test_a_form_without_its_token_is_refused_with_a_page(person):
    page = person.post("/planted/post", {"words": "hello"})
    assert page.status == 400
    assert page.heading == "This page was open for long"
    assert page.says("Nothing else is lost.")


def test_the_page_of_somebody_else_gives_no_token(app, person):
    token = Person(app).get("/planted/anyone").tree.all("input")[0].get("value")
    person.get("/planted/anyone")
    assert person.post("/planted/post", {"csrf_token": token}).status == 400


def test_a_page_that_was_open_for_a_day_still_works(person, clock):
    page = person.get("/planted/anyone")
    clock.wait(days=1)
    assert page.press("Save").body == "saved"


@pytest.mark.parametrize("says", ["cross-site", "same-site"])
def test_another_site_is_refused_even_with_a_token(person, says):
    page = person.get("/planted/anyone")
    token = page.tree.all("input")[0].get("value")
    assert person.post("/planted/post", {"csrf_token": token}, Sec_Fetch_Site=says).status == 403


def test_a_browser_that_does_not_say_where_it_comes_from_needs_the_token(app):
    client = plant(app).test_client()
    assert client.post("/planted/post", base_url="http://127.0.0.1").status_code == 400


def test_a_link_on_another_site_may_be_followed(person):
    assert person.get("/planted/anyone", Sec_Fetch_Site="cross-site").status == 200


def test_every_unsafe_route_asks_for_a_token(app):
    """Walks the routes: a deed without a token is never done, whoever asks."""
    client = app.test_client()
    for rule in app.url_map.iter_rules():
        if "POST" in rule.methods:
            path = re.sub(r"<[^>]+>", lambda part: _one_that_fits(part[0]), rule.rule)
            response = client.post(path, base_url="http://127.0.0.1")
            assert response.status_code in {303, 400}, path  # sent to the door, or refused
            assert response.status_code == 400 or response.location.startswith(("/?notice", "/sign-in?notice"))


def _one_that_fits(part: str) -> str:
    """A number, or an id of the length that this part of an address has."""
    length = re.search(r"length=(\d+)", part)
    return "1" * int(length[1]) if length else "1"
