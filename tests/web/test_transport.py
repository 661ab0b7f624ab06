"""In production requests come through the configured proxies and over TLS, or not at all."""

import pytest

from tests.web.conftest import some_settings


@pytest.fixture
def production(make_app, tmp_path, municipality):
    def made(**known):
        settings = some_settings(tmp_path, mode="production", public_url="https://kompas.maasstad.example", **known)
        return make_app(settings).test_client()

    return made


def test_a_page_without_tls_is_asked_for_again_with_tls(production):
    response = production().get("/privacy", base_url="http://127.0.0.1")
    assert (response.status_code, response.location) == (308, "https://127.0.0.1/privacy")


def test_a_deed_without_tls_is_refused(production):
    assert production().post("/enter", base_url="http://127.0.0.1").status_code == 403


def test_without_a_proxy_nobody_is_believed(production):
    response = production().get("/", base_url="http://127.0.0.1", headers={"X-Forwarded-Proto": "https"})
    assert response.status_code == 308


def test_a_configured_proxy_is_believed(production):
    response = production(trusted_proxies=1).get(
        "/", base_url="http://10.0.0.1", headers={"X-Forwarded-Proto": "https", "X-Forwarded-Host": "127.0.0.1"}
    )
    assert response.status_code == 200


def test_a_forwarded_host_is_not_believed_without_a_proxy(app):
    response = app.test_client().get(
        "/", base_url="http://elsewhere.example", headers={"X-Forwarded-Host": "127.0.0.1"}
    )
    assert response.status_code == 404
