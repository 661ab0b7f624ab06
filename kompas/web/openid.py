"""OpenID Connect towards the organisation's own provider: authorization code, PKCE S256, state and nonce.

Authlib does the protocol. What it accepts and we must not is checked here: a token answer without id_token, metadata
of another issuer, a wrong `iss` on the way back, and symmetric or absent signatures.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jws import JWSRegistry
from requests import RequestException

from kompas.usecases.problems import ProviderAway, SignInRefused
from kompas.web.provider_papers import Papers, ProviderPapers

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
SECONDS_TO_ANSWER = 5
CLOCKS_DIFFER_SECONDS = 60
MINUTES_TO_RETURN = 15


@dataclass(frozen=True)
class Provider:
    """Who vouches for the caseworkers of one organisation, and what Kompas is called there."""

    issuer: str
    client_id: str
    client_secret: str


@dataclass(frozen=True)
class Journey:
    """What is remembered while someone is away at the provider: bound to their session, used once."""

    issuer: str
    state: str
    nonce: str
    verifier: str
    back_to: str
    began_at: float

    @classmethod
    def begin(cls, provider: Provider, back_to: str, now: float) -> "Journey":
        """Each value is 256 bits of chance, twice what the NL GOV profile asks."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return cls(provider.issuer, state, nonce, verifier, back_to, now)

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)


class OpenID:
    """The protocol, for the providers of all organisations. Keeps nothing but the providers' public papers."""

    def __init__(self, *, tls_only: bool) -> None:
        self._papers = ProviderPapers(tls_only=tls_only, seconds=SECONDS_TO_ANSWER)

    def origin(self, provider: Provider) -> str:
        """Where the sign-in page lives, for the `form-action` of ours. Raises ProviderAway."""
        address = urlsplit(self._papers.of(provider.issuer).authorization_endpoint)
        return f"{address.scheme}://{address.netloc}"

    def address_to_sign_in(self, provider: Provider, journey: Journey, languages: str) -> str:
        """Where to send the browser. Raises ProviderAway."""
        papers = self._papers.of(provider.issuer)
        with self._session(provider, journey) as session:
            address, _state = session.create_authorization_url(
                papers.authorization_endpoint,
                state=journey.state,
                nonce=journey.nonce,
                code_verifier=journey.verifier,
                ui_locales=languages,
            )
        return str(address)

    def address_to_sign_out(self, provider: Provider, back_to: str) -> str | None:
        """The provider's own sign-out, when it has one. No token is kept, so none is sent along as a hint."""
        end = self._papers.of(provider.issuer).end_session_endpoint
        return (
            f"{end}?{urlencode({'client_id': provider.client_id, 'post_logout_redirect_uri': back_to})}"
            if end
            else None
        )

    def subject(self, provider: Provider, journey: Journey, answer: Mapping[str, str], now: float) -> str:
        """Who came back, by the provider's own id for them. Raises SignInRefused or ProviderAway."""
        papers = self._papers.of(provider.issuer)
        _check_answer(papers, journey, answer, now)
        token = self._fetch_token(provider, journey, papers, answer["code"])
        return self._read(provider, journey, papers, token, now)

    def _fetch_token(self, provider: Provider, journey: Journey, papers: Papers, code: str) -> Mapping[str, Any]:
        try:
            with self._session(provider, journey) as session:
                token: Mapping[str, Any] = session.fetch_token(
                    papers.token_endpoint, code=code, code_verifier=journey.verifier, allow_redirects=False
                )
        except RequestException as problem:
            raise ProviderAway(f"token endpoint: {type(problem).__name__}") from problem
        except (AuthlibBaseError, ValueError) as problem:
            raise SignInRefused(f"token endpoint: {type(problem).__name__}") from problem
        return token

    def _read(self, provider: Provider, journey: Journey, papers: Papers, token: Mapping[str, Any], now: float) -> str:
        if not isinstance(token.get("id_token"), str):
            raise SignInRefused("no id_token")
        try:
            signed = self._check_signature(provider, papers, token["id_token"])
            claims = CodeIDToken(
                signed.claims,
                signed.header,
                {"iss": {"value": provider.issuer}, "aud": {"essential": True, "value": provider.client_id}},
                {"nonce": journey.nonce, "client_id": provider.client_id, "access_token": token.get("access_token")},
            )
            claims.validate(now=int(now), leeway=CLOCKS_DIFFER_SECONDS)
        except (JoseError, AuthlibBaseError, ValueError, TypeError) as problem:
            raise SignInRefused(f"id_token: {type(problem).__name__}: {problem}") from problem
        if not claims["sub"]:
            raise SignInRefused("id_token: empty sub")
        return str(claims["sub"])

    def _check_signature(self, provider: Provider, papers: Papers, id_token: str) -> jwt.Token:
        allowed = JWSRegistry(algorithms=[one for one in papers.algorithms if one in ALGORITHMS])
        try:
            return jwt.decode(id_token, self._papers.keys(provider.issuer), registry=allowed)
        except InvalidKeyIdError:  # the provider may have new keys
            return jwt.decode(id_token, self._papers.keys(provider.issuer, fresh=True), registry=allowed)

    def _session(self, provider: Provider, journey: Journey) -> OAuth2Session:
        return OAuth2Session(
            provider.client_id,
            provider.client_secret,
            scope="openid",
            redirect_uri=journey.back_to,
            code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if provider.client_secret else "none",
            default_timeout=SECONDS_TO_ANSWER,
        )


def _check_answer(papers: Papers, journey: Journey, answer: Mapping[str, str], now: float) -> None:
    """The answer belongs to this journey, from this provider (RFC 9207), in time, and brings a code."""
    if not hmac.compare_digest(answer.get("state", "").encode(), journey.state.encode()):
        raise SignInRefused("unknown state")
    if papers.issuer != journey.issuer or answer.get("iss", papers.issuer) != papers.issuer:
        raise SignInRefused("answer of another issuer")
    if papers.names_itself and "iss" not in answer:
        raise SignInRefused("answer without iss")
    if not 0 <= now - journey.began_at <= MINUTES_TO_RETURN * 60:
        raise SignInRefused("came back too late")
    if "error" in answer:
        raise SignInRefused(f"provider says {answer['error'][:40]!r}")
    if not answer.get("code"):
        raise SignInRefused("no code")
