"""A provider for sign-in that really signs, over HTTP, and says whatever a test wants it to say."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from werkzeug.serving import make_server

CLIENT_ID = "kompas"
CLIENT_SECRET = "a secret between two programs"


@cache
def a_key(name: str) -> RSAKey:
    """Making one takes a while: tests share them by name."""
    return RSAKey.generate_key(2048, {"kid": name})


@dataclass
class SayingProvider:
    """Change `papers`, `claims`, `header`, `key`, `answer` or `token_status` to make it lie."""

    issuer: str = ""
    own_key: RSAKey = field(default_factory=lambda: a_key("first"))
    papers: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "first"})
    key: RSAKey | OctKey | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    token_status: int = 200
    nonce: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    papers_asked: int = 0

    def remember(self, address: str) -> dict[str, str]:
        """Reads where the browser was sent: what a person at the sign-in page would set off. Returns the parameters."""
        sent = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.nonce = sent["nonce"]
        return sent

    def id_token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "fatima",
            "nonce": self.nonce,
            "iat": now,
            "exp": now + 300,
            **self.claims,
        }
        claims = {name: value for name, value in claims.items() if name not in self.left_out}
        if self.header["alg"] == "none":
            return _unsigned(self.header, claims)
        return jwt.encode(self.header, claims, self.key or self.own_key, algorithms=[self.header["alg"]])

    def show_papers(self) -> ResponseReturnValue:
        self.papers_asked += 1
        return jsonify(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
                **self.papers,
            }
        )

    def show_keys(self) -> ResponseReturnValue:
        return jsonify(keys=[self.own_key.as_dict(private=False)])

    def give_token(self) -> ResponseReturnValue:
        self.asked.append({**request.form.to_dict(), "authorization": request.headers.get("Authorization", "")})
        said = {"access_token": "opaque", "token_type": "Bearer", "id_token": self.id_token(), **self.answer}
        return jsonify({name: value for name, value in said.items() if name not in self.left_out}), self.token_status


@contextmanager
def a_provider() -> Iterator[SayingProvider]:
    """Answers on 127.0.0.1 for as long as the test lasts."""
    said, app = SayingProvider(), Flask(__name__)
    app.get("/.well-known/openid-configuration")(said.show_papers)
    app.get("/keys")(said.show_keys)
    app.post("/token")(said.give_token)
    with serving(lambda _: app) as address:
        said.issuer = address
        yield said


@contextmanager
def serving(make: Callable[[str], Flask]) -> Iterator[str]:
    """Serves what `make(address)` gives on a free port of 127.0.0.1, and says the address."""
    server = make_server("127.0.0.1", 0, Flask(__name__), threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    server.app = make(address)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _unsigned(header: dict[str, Any], claims: dict[str, Any]) -> str:
    import json
    from base64 import urlsafe_b64encode

    parts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims)]
    return f"{'.'.join(parts)}."
