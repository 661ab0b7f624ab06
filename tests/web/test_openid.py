"""Sign-in at the organisation's provider: who is let in, and every way in which a provider's answer proves nothing."""

from collections.abc import Callable

import pytest
from joserfc.jwk import OctKey

from kompas.casework.people import Caseworker
from kompas.store.archive import Archive
from kompas.store.staff import change_caseworker
from tests.store.people import a_municipality
from tests.store.raw import everything_in
from tests.web.arrivals import comes_back, leaves_for_the_provider, signs_in
from tests.web.pages import Page, Person
from tests.web.providers import CLIENT_ID, CLIENT_SECRET, SayingProvider, a_key


def is_signed_in(person: Person) -> bool:
    return person.get("/sign-in").path == "/clients"


def test_a_known_caseworker_is_let_in(anyone, provider, fatima):
    page = signs_in(anyone, provider)
    assert page.path == "/clients"
    assert is_signed_in(anyone)


def test_signing_in_takes_a_press_of_a_button(anyone, provider, fatima):
    page = anyone.get("/sign-in")
    assert page.buttons.count("Sign in") == 1
    assert page.outside == ""


def test_the_provider_gets_pkce_and_long_random_values(anyone, provider):
    sent = leaves_for_the_provider(anyone, provider)
    assert sent["code_challenge_method"] == "S256"
    assert sent["response_type"] == "code"
    assert sent["redirect_uri"] == "http://127.0.0.1/sign-in/return"
    for value in ("state", "nonce", "code_challenge"):
        assert len(sent[value]) >= 43  # 256 bits


def test_every_sign_in_has_values_of_its_own(anyone, provider):
    first, second = leaves_for_the_provider(anyone, provider), leaves_for_the_provider(anyone, provider)
    assert all(first[value] != second[value] for value in ("state", "nonce", "code_challenge"))


def test_the_code_is_exchanged_with_verifier_and_secret(anyone, provider, fatima):
    signs_in(anyone, provider)
    (asked,) = provider.asked
    assert len(asked["code_verifier"]) >= 43
    assert asked["authorization"].startswith("Basic ")
    assert CLIENT_SECRET not in asked.values()


def refused(page: Page) -> bool:
    return page.status == 400 and page.heading == "Signing in did not work"


FORGERIES: dict[str, Callable[[SayingProvider], object]] = {
    "no id_token": lambda one: one.left_out.add("id_token"),
    "an id_token that is no text": lambda one: one.answer.update(id_token={"sub": "fatima"}),
    "an id_token that is no token": lambda one: one.answer.update(id_token="fatima"),
    "another audience": lambda one: one.claims.update(aud="another-app"),
    "another audience as well, not meant for us": lambda one: one.claims.update(aud=["x", CLIENT_ID], azp="x"),
    "no audience": lambda one: one.left_out.add("aud"),
    "another issuer": lambda one: one.claims.update(iss="https://elsewhere.example"),
    "no issuer": lambda one: one.left_out.add("iss"),
    "long expired": lambda one: one.claims.update(exp=1_600_000_000),
    "no expiry": lambda one: one.left_out.add("exp"),
    "issued in the future": lambda one: one.claims.update(iat=4_000_000_000),
    "another nonce": lambda one: one.claims.update(nonce="of-an-earlier-sign-in"),
    "no nonce": lambda one: one.left_out.add("nonce"),
    "no subject": lambda one: one.left_out.add("sub"),
    "an empty subject": lambda one: one.claims.update(sub=""),
    "a subject that is a number": lambda one: one.claims.update(sub=1),
    "no signature": lambda one: one.header.update(alg="none"),
    "a foreign key": lambda one: setattr(one, "key", a_key("foreign")),
    "a foreign key with another name": lambda one: (
        setattr(one, "key", a_key("foreign")),
        one.header.update(kid="second"),
    ),
    "signed with our own secret": lambda one: (
        setattr(one, "key", OctKey.import_key(CLIENT_SECRET)),
        one.header.update(alg="HS256"),
    ),
    "signed with our own secret, and the papers allow it": lambda one: (
        one.papers.update(id_token_signing_alg_values_supported=["HS256"]),
        setattr(one, "key", OctKey.import_key(CLIENT_SECRET)),
        one.header.update(alg="HS256"),
    ),
    "the hash of another access token": lambda one: one.claims.update(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "an error instead of a token": lambda one: (
        one.answer.update(error="invalid_grant"),
        setattr(one, "token_status", 400),
    ),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_an_answer_that_proves_nothing_is_refused_with_a_page(anyone, provider, fatima, forgery):
    sent = leaves_for_the_provider(anyone, provider)
    FORGERIES[forgery](provider)
    assert refused(comes_back(anyone, sent))
    assert not is_signed_in(anyone)


@pytest.mark.parametrize(
    "answer",
    [
        {"state": "made up"},
        {"state": ""},
        {"iss": "https://elsewhere.example"},
        {"code": ""},
        {"code": "", "error": "access_denied", "error_description": "<b>no</b>"},
    ],
    ids=str,
)
def test_a_way_back_that_is_not_ours_is_refused_with_a_page(anyone, provider, fatima, answer):
    page = signs_in(anyone, provider, **answer)
    assert refused(page)
    assert provider.asked == []
    assert not is_signed_in(anyone)


def test_a_provider_that_promises_its_name_in_answers_must_give_it(anyone, provider, fatima):
    provider.papers["authorization_response_iss_parameter_supported"] = True
    assert refused(signs_in(anyone, provider))
    assert signs_in(anyone, provider, iss=provider.issuer).path == "/clients"


def test_an_answer_works_once(anyone, provider, fatima):
    sent = leaves_for_the_provider(anyone, provider)
    comes_back(anyone, sent)
    assert refused(comes_back(anyone, sent))


def test_a_refused_answer_can_not_be_tried_again(anyone, provider, fatima):
    sent = leaves_for_the_provider(anyone, provider)
    comes_back(anyone, sent, code="")
    assert refused(comes_back(anyone, sent))
    assert provider.asked == []


def test_an_answer_belongs_to_the_browser_that_asked(app, anyone, provider, fatima):
    sent = leaves_for_the_provider(anyone, provider)
    stranger = Person(app)
    assert refused(comes_back(stranger, sent))
    assert not is_signed_in(stranger)


def test_an_answer_that_comes_after_a_quarter_is_refused(anyone, provider, fatima, clock):
    sent = leaves_for_the_provider(anyone, provider)
    clock.wait(minutes=16)
    assert refused(comes_back(anyone, sent))


def test_somebody_without_a_place_here_reads_what_to_do(anyone, provider, fatima):
    provider.claims["sub"] = "somebody-else"
    page = signs_in(anyone, provider)
    assert page.status == 403
    assert page.says("You are not known here yet", "Ask your administrator")
    assert not is_signed_in(anyone)


def test_a_mail_address_lets_nobody_in(anyone, provider, fatima):
    provider.claims.update(sub="somebody-else", email="fatima", preferred_username="fatima", name="fatima")
    assert signs_in(anyone, provider).status == 403


def test_somebody_who_left_the_team_is_not_let_in(anyone, provider, archive, municipality, fatima):
    with archive.writing(municipality.id) as records:
        change_caseworker(records, Caseworker(fatima.id, fatima.team_id, "fatima", fatima.name, active=False))
    assert signs_in(anyone, provider).status == 403


def test_the_same_name_at_another_organisation_is_somebody_else(app, provider, archive, fatima):
    known = {"issuer": provider.issuer, "oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET}
    a_municipality(archive, host="elsewhere.example", **known)
    assert signs_in(Person(app, "elsewhere.example"), provider).status == 403


def test_new_keys_of_the_provider_are_fetched(app, provider, fatima, monkeypatch):
    monkeypatch.setattr("kompas.web.provider_papers.FRESH_KEYS_SECONDS", -1)
    signs_in(Person(app), provider)
    provider.own_key = a_key("second")
    provider.header["kid"] = "second"
    assert signs_in(Person(app), provider).path == "/clients"


def test_the_papers_of_a_provider_are_kept_for_a_while(app, provider, fatima):
    for _ in range(3):
        signs_in(Person(app), provider)
    assert provider.papers_asked == 1


@pytest.mark.parametrize(
    "papers",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": None},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": "file:///etc/passwd"},
    ],
    ids=str,
)
def test_papers_that_are_not_in_order_are_not_gone_by(anyone, provider, papers):
    provider.papers.update(papers)
    page = anyone.get("/sign-in")
    assert page.status == 503
    assert page.says("Signing in is not possible right now")


def test_a_provider_without_tls_is_not_gone_by_in_production(archive: Archive, provider: SayingProvider):
    from kompas.usecases.problems import ProviderAway
    from kompas.web.openid import OpenID, Provider

    with pytest.raises(ProviderAway):
        OpenID(tls_only=True).origin(Provider(provider.issuer, CLIENT_ID, CLIENT_SECRET))


def test_a_provider_that_is_away_becomes_a_page(app, archive):
    known = {"issuer": "http://127.0.0.1:9", "oidc_client_id": CLIENT_ID, "oidc_client_secret": CLIENT_SECRET}
    a_municipality(archive, host="away.example", **known)
    assert Person(app, "away.example").get("/sign-in").status == 503


def test_no_token_is_kept(anyone, provider, fatima, archive):
    provider.answer["access_token"] = "canary-of-an-access-token"
    signs_in(anyone, provider)
    assert "canary" not in everything_in(archive.facts)
    assert all("canary" not in cookie.value for cookie in anyone.client._cookies.values())


def test_the_sign_in_page_may_lead_to_the_provider_and_no_other_page_may(anyone, provider):
    def form_action(page: Page) -> str:
        return page.response.headers["Content-Security-Policy"].partition("form-action ")[2].partition(";")[0]

    assert form_action(anyone.get("/sign-in")) == f"'self' {provider.issuer}"
    assert form_action(anyone.get("/")) == "'self'"


def test_signing_out_ends_it_at_the_provider_too(anyone, provider, fatima):
    provider.papers["end_session_endpoint"] = f"{provider.issuer}/leave"
    page = signs_in(anyone, provider).press("Sign out")
    assert page.response.headers["Refresh"].startswith(f"0; url={provider.issuer}/leave?client_id={CLIENT_ID}&")
    assert not is_signed_in(anyone)


def test_signing_out_works_when_the_provider_knows_no_signing_out(anyone, provider, fatima):
    page = signs_in(anyone, provider).press("Sign out")
    assert page.says("You are signed out.")
    assert not is_signed_in(anyone)
