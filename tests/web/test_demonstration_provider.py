"""The provider of a demonstration is as strict as a real one, and people get through it with a real browser."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from kompas.demonstration.provider import create_provider, people_in
from kompas.settings import Settings
from tests.store.people import a_municipality
from tests.web.conftest import some_settings
from tests.web.providers import serving

VERIFIER = "a verifier of forty-three letters or many more"
CHALLENGE = urlsafe_b64encode(sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
BACK = "http://127.0.0.1/sign-in/return"
ASKED = {
    "client_id": "kompas",
    "response_type": "code",
    "scope": "openid",
    "redirect_uri": BACK,
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
    "state": "a state",
    "nonce": "a nonce",
}


@pytest.fixture
def municipality(archive):
    """One that leaves sign-in to the demonstration."""
    return a_municipality(archive, host="127.0.0.1", issuer="")


@pytest.fixture
def stand_in(archive, municipality):
    return create_provider("http://127.0.0.1:1", people_in(archive)).test_client()


def code_for(stand_in, subject="fatima"):
    response = stand_in.post("/authorize", data={**ASKED, "subject": subject})
    return parse_qs(urlsplit(response.location).query)["code"][0]


def exchanged(stand_in, code, **changed):
    form = {"code": code, "client_id": "kompas", "redirect_uri": BACK, "code_verifier": VERIFIER} | changed
    return stand_in.post("/token", data=form)


def test_caseworkers_are_offered_by_name(stand_in, municipality):
    assert municipality.caseworker.name in stand_in.get("/authorize", query_string=ASKED).text


@pytest.mark.parametrize(
    "changed",
    [
        {"redirect_uri": "https://evil.example/sign-in/return"},
        {"redirect_uri": "http://evil.example/sign-in/return"},
        {"redirect_uri": "http://127.0.0.1/elsewhere"},
        {"redirect_uri": ""},
        {"client_id": "another"},
        {"code_challenge": ""},
        {"code_challenge_method": "plain"},
        {"nonce": ""},
        {"state": ""},
        {"response_type": "token"},
    ],
    ids=str,
)
def test_who_asks_carelessly_is_refused_and_sent_nowhere(stand_in, changed):
    for response in (
        stand_in.get("/authorize", query_string=ASKED | changed),
        stand_in.post("/authorize", data=ASKED | changed | {"subject": "fatima"}),
    ):
        assert response.status_code == 400
        assert "Location" not in response.headers


def test_a_code_is_exchanged_once(stand_in):
    code = code_for(stand_in)
    assert exchanged(stand_in, code).status_code == 200
    assert exchanged(stand_in, code).status_code == 400


@pytest.mark.parametrize(
    "changed", [{"code_verifier": "another"}, {"code_verifier": ""}, {"client_id": "x"}, {"redirect_uri": "x"}], ids=str
)
def test_a_code_without_its_proof_is_worth_nothing(stand_in, changed):
    assert exchanged(stand_in, code_for(stand_in), **changed).status_code == 400


def test_it_has_nobody_of_an_organisation_with_a_provider_of_its_own(archive, stand_in):
    a_municipality(archive, host="localhost")
    asked = ASKED | {"redirect_uri": "http://localhost/sign-in/return"}
    assert stand_in.get("/authorize", query_string=asked).status_code == 400


def test_production_knows_no_such_provider(tmp_path):
    with pytest.raises(Exception, match="no place in production"):
        some_settings(
            tmp_path,
            mode="production",
            public_url="https://kompas.maasstad.example",
            demonstration_provider="http://127.0.0.1:1",
        )


@pytest.mark.browser
def test_a_caseworker_signs_in_and_out_in_a_browser(make_app, settings: Settings, archive, fatima, chromium: Browser):
    complaints: list[str] = []
    with serving(lambda address: create_provider(address, people_in(archive))) as provider:
        app = make_app(settings.model_copy(update={"demonstration_provider": provider}))
        with serving(lambda _: app) as kompas:
            page = chromium.new_context(locale="en-GB").new_page()
            # The browser notes that it cleared what it was told to clear; that is no complaint.
            page.on("console", lambda said: None if said.type == "info" else complaints.append(said.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(f"{kompas}/clients")
            page.get_by_role("button", name="Sign in").click()
            page.get_by_role("button", name="Fatima Oulad").first.click()
            page.wait_for_url(f"{kompas}/clients")
            page.get_by_role("button", name="Sign out").click()
            page.wait_for_url(f"{kompas}/sign-in?notice=signed-out")
            page.go_back()
            assert not page.get_by_role("button", name="Sign out").is_visible()
            page.context.close()
    assert complaints == []
