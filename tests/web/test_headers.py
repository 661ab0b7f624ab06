"""What every response tells the browser, to the letter, one test for each class of response."""

import re

import pytest

from kompas.web.assets import read_assets
from tests.web.conftest import some_settings
from tests.web.pages import Person
from tests.web.planted import plant

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
NONCE = r"[\w-]{22}"


def policy(form_action="'self'"):
    return (
        f"default-src 'none'; script-src 'nonce-N'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"connect-src 'self'; form-action {form_action}; base-uri 'none'; frame-ancestors 'none'; "
        f"require-trusted-types-for 'script'; trusted-types kompas"
    )


def sent(response):
    """The headers that we set, with N in the place of the nonce."""
    names = {*ALWAYS, "Content-Security-Policy", "Cache-Control", "Strict-Transport-Security", "Clear-Site-Data"}
    found = {name: value for name, value in response.headers.items() if name in names}
    found["Content-Security-Policy"] = re.sub(rf"'nonce-{NONCE}'", "'nonce-N'", found["Content-Security-Policy"])
    return found


PERSONAL = {**ALWAYS, "Cache-Control": "no-store"}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/nowhere", 404),
        ("/planted/undeclared", 403),
        ("/planted/problem/Stale", 409),
        ("/planted/problem/TooManyTries", 429),
        ("/planted/pdf", 200),
        ("/planted/client", 303),
    ],
)
def test_every_answer_of_the_app(app, address, status):
    response = plant(app).test_client().get(address, base_url="http://127.0.0.1")
    assert response.status_code == status
    assert sent(response) == {**PERSONAL, "Content-Security-Policy": policy()}


def test_what_broke(make_app, settings, municipality):
    response = plant(make_app(settings)).test_client().get("/planted/broken", base_url="http://127.0.0.1")
    assert response.status_code == 500
    assert sent(response) == {**PERSONAL, "Content-Security-Policy": policy()}


def test_a_refused_deed(app):
    response = app.test_client().post("/enter", base_url="http://127.0.0.1")
    assert response.status_code == 400
    assert sent(response) == {**PERSONAL, "Content-Security-Policy": policy()}


def test_the_sign_in_page_names_the_provider(app, provider):
    response = app.test_client().get("/sign-in", base_url="http://127.0.0.1")
    assert sent(response) == {**PERSONAL, "Content-Security-Policy": policy(f"'self' {provider.issuer}")}


def test_a_host_that_is_nobodys(app):
    response = app.test_client().get("/", base_url="http://elsewhere.example")
    assert response.status_code == 404
    assert sent(response) == {**PERSONAL, "Content-Security-Policy": policy()}


def test_a_static_file(app):
    response = app.test_client().get(f"/static/{read_assets().files['kompas.css']}", base_url="http://127.0.0.1")
    response.close()
    assert response.status_code == 200
    assert sent(response) == {
        **ALWAYS,
        "Cache-Control": "max-age=315360000, public, immutable",
        "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    }


def test_production_insists_on_tls_for_two_years(make_app, tmp_path, municipality):
    settings = some_settings(tmp_path, mode="production", public_url="https://kompas.maasstad.example")
    response = make_app(settings).test_client().get("/", base_url="https://127.0.0.1")
    assert sent(response) == {
        **PERSONAL,
        "Content-Security-Policy": policy(),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    }


def test_every_page_has_a_nonce_of_its_own(app):
    person = Person(app)
    found = [re.findall(NONCE, person.get("/").response.headers["Content-Security-Policy"])[0] for _ in range(3)]
    assert len(set(found)) == 3
