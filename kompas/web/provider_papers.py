"""What a provider for sign-in says about itself: its addresses and its public keys, fetched and kept for a while."""

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from kompas.usecases.problems import ProviderAway

KEPT_SECONDS = 3600
# A stream of tokens with made-up key ids must not become a stream of requests to the provider.
FRESH_KEYS_SECONDS = 60


@dataclass(frozen=True)
class Papers:
    """The part of the metadata (OpenID Connect Discovery 1.0) that Kompas goes by.

    `names_itself`: it promises `iss` in its answers (RFC 9207), so an answer without it is not its own.
    """

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    end_session_endpoint: str
    algorithms: tuple[str, ...]
    names_itself: bool


class ProviderPapers:
    """Papers and keys by issuer. `tls_only`: every address must be https."""

    def __init__(self, *, tls_only: bool, seconds: float) -> None:
        self._tls_only = tls_only
        self._seconds = seconds
        self._papers: dict[str, tuple[float, Papers]] = {}
        self._keys: dict[str, tuple[float, KeySet]] = {}

    def of(self, issuer: str) -> Papers:
        """Raises ProviderAway when they can't be had, are incomplete or are someone else's."""
        fetched_at, papers = self._papers.get(issuer, (float("-inf"), None))
        if papers is None or _age(fetched_at) > KEPT_SECONDS:
            papers = self._check(issuer, self._fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
            self._papers[issuer] = (time.monotonic(), papers)
        return papers

    def keys(self, issuer: str, *, fresh: bool = False) -> KeySet:
        """The provider's public keys; `fresh` when a key was not among those kept. Raises ProviderAway."""
        fetched_at, keys = self._keys.get(issuer, (float("-inf"), None))
        if keys is None or _age(fetched_at) > (FRESH_KEYS_SECONDS if fresh else KEPT_SECONDS):
            try:
                keys = KeySet.import_key_set(self._fetch(self.of(issuer).jwks_uri))  # type: ignore[arg-type]
            except (JoseError, ValueError, TypeError, KeyError) as problem:
                raise ProviderAway(f"keys of {issuer}: {type(problem).__name__}") from problem
            self._keys[issuer] = (time.monotonic(), keys)
        return keys

    def _fetch(self, address: str) -> dict[str, Any]:
        self._check_address(address)
        try:
            answer = requests.get(address, timeout=self._seconds, allow_redirects=False)
            answer.raise_for_status()
            found = answer.json()
        except (requests.RequestException, ValueError) as problem:
            raise ProviderAway(f"{address}: {type(problem).__name__}") from problem
        if not isinstance(found, dict):
            raise ProviderAway(f"{address}: not an object")
        return found

    def _check(self, issuer: str, said: dict[str, Any]) -> Papers:
        if said.get("issuer") != issuer:
            raise ProviderAway(f"{issuer}: metadata of another issuer")
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            self._check_address(said.get(name))
        if end := said.get("end_session_endpoint"):
            self._check_address(end)
        return Papers(
            issuer,
            said["authorization_endpoint"],
            said["token_endpoint"],
            said["jwks_uri"],
            end or "",
            tuple(said.get("id_token_signing_alg_values_supported") or ("RS256",)),
            said.get("authorization_response_iss_parameter_supported") is True,
        )

    def _check_address(self, address: object) -> None:
        allowed = {"https"} if self._tls_only else {"https", "http"}
        if not isinstance(address, str) or urlsplit(address).scheme not in allowed or not urlsplit(address).hostname:
            raise ProviderAway(f"{address!r} is no address of a provider")


def _age(moment: float) -> float:
    return time.monotonic() - moment
