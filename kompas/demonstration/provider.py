"""The provider for sign-in of a demonstration: whoever sits at this machine signs in as whom they like.

It stands for a municipality's own provider and is as strict as one: OpenID Connect by authorization code with PKCE
S256, for known addresses only, codes that work once. Run as a process of its own: `python -m
kompas.demonstration.provider PORT`; it ends when what it reads from ends.
"""

import hmac
import logging
import os
import secrets
import signal
import sys
import threading
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, abort, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from joserfc import jwt
from joserfc.jwk import ECKey
from werkzeug.serving import make_server

from kompas.app import open_archive
from kompas.casework.people import Caseworker
from kompas.settings import Settings, load_settings
from kompas.store.archive import Archive
from kompas.store.staff import caseworkers
from kompas.usecases.hosts import organisation_at
from kompas.web.assets import serve_assets
from kompas.web.headers import ALWAYS

CLIENT_ID = "kompas"
WAY_BACK = "/sign-in/return"
CODE_SECONDS = 60
TOKEN_SECONDS = 300
ALGORITHM = "ES256"

People = Callable[[str], Sequence[Caseworker] | None]


@dataclass(frozen=True)
class Grant:
    """What a code stands for, until it is used."""

    redirect_uri: str
    challenge: str
    nonce: str
    subject: str
    until: float


class Provider:
    """`people(host)` are those who can sign in at the organisation of this host; None for a host that is nobody's."""

    def __init__(self, issuer: str, people: People) -> None:
        self.issuer = issuer
        self.people = people
        self.key = ECKey.generate_key("P-256", auto_kid=True)
        self.grants: dict[str, Grant] = {}

    def papers(self) -> ResponseReturnValue:
        return jsonify(_papers(self.issuer))

    def keys(self) -> ResponseReturnValue:
        return jsonify(keys=[self.key.as_dict(private=False)])

    def choose(self) -> ResponseReturnValue:
        asked = _checked(request.args, self.people)
        staff = self.people(_host(asked["redirect_uri"]))
        return render_template("demonstration/provider.html", people=staff, asked=asked)

    def come_as(self) -> ResponseReturnValue:
        asked, subject, code = _checked(request.form, self.people), request.form.get("subject"), secrets.token_urlsafe()
        if not subject:
            abort(400, "Say who you are.")
        until = time.time() + CODE_SECONDS
        self.grants[code] = Grant(asked["redirect_uri"], asked["code_challenge"], asked["nonce"], subject, until)
        answer = urlencode({"code": code, "state": asked["state"], "iss": self.issuer})
        return redirect(f"{asked['redirect_uri']}?{answer}", 303)

    def give_token(self) -> ResponseReturnValue:
        grant = self.grants.pop(request.form.get("code", ""), None)
        if grant is None or not _fits(grant, request.form):
            return jsonify(error="invalid_grant"), 400
        id_token = _id_token(self.issuer, grant, self.key)
        return jsonify({"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "id_token": id_token})

    def leave(self) -> ResponseReturnValue:
        back = request.args.get("post_logout_redirect_uri", "")
        return redirect(back, 303) if self.people(_host(back)) is not None else "You are signed out."


def create_provider(issuer: str, people: People) -> Flask:
    app, provider = Flask("kompas", static_folder=None), Provider(issuer, people)
    serve_assets(app)
    app.get("/.well-known/openid-configuration")(provider.papers)
    app.get("/keys")(provider.keys)
    app.get("/authorize")(provider.choose)
    app.post("/authorize")(provider.come_as)
    app.post("/token")(provider.give_token)
    app.get("/leave")(provider.leave)
    app.after_request(_add_headers)
    return app


def _papers(issuer: str) -> dict[str, object]:
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/keys",
        "end_session_endpoint": f"{issuer}/leave",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [ALGORITHM],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "authorization_response_iss_parameter_supported": True,
    }


def _checked(asked: Mapping[str, str], people: People) -> Mapping[str, str]:
    """What a real provider insists on; 400 for anything else, and never a redirect to an unknown address."""
    address = asked.get("redirect_uri", "")
    if urlsplit(address).scheme != "http" or urlsplit(address).path != WAY_BACK or people(_host(address)) is None:
        abort(400, "This is not an address to go back to.")
    expected = {"client_id": CLIENT_ID, "response_type": "code", "code_challenge_method": "S256"}
    if any(asked.get(name) != value for name, value in expected.items()):
        abort(400, f"Expected {expected}.")
    if not all(asked.get(name) for name in ("code_challenge", "nonce", "state")):
        abort(400, "code_challenge, nonce and state are needed.")
    return asked


def _fits(grant: Grant, shown: Mapping[str, str]) -> bool:
    digest = sha256(shown.get("code_verifier", "").encode()).digest()
    challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
    return (
        hmac.compare_digest(challenge, grant.challenge)
        and shown.get("client_id") == CLIENT_ID
        and shown.get("redirect_uri") == grant.redirect_uri
        and time.time() < grant.until
    )


def _id_token(issuer: str, grant: Grant, key: ECKey) -> str:
    now = int(time.time())
    claims = {"iss": issuer, "aud": CLIENT_ID, "sub": grant.subject, "nonce": grant.nonce, "iat": now}
    return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, {**claims, "exp": now + TOKEN_SECONDS}, key)


def _add_headers(response: Response) -> Response:
    origin = request.values.get("redirect_uri", "").removesuffix(WAY_BACK)
    allowed = f" {origin}" if response.status_code == 200 and request.endpoint == "choose" else ""
    response.headers.update(ALWAYS)
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'{allowed}; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _host(address: str) -> str:
    return urlsplit(address).netloc


def people_in(archive: Archive) -> People:
    """Everyone with a place in an organisation of this archive that has no provider of its own."""

    def people(host: str) -> Sequence[Caseworker] | None:
        here = organisation_at(archive, host, demonstration=True)
        if here is None or here.issuer:
            return None
        with archive.reading(here.id) as records:
            return [one for one in caseworkers(records) if one.active]

    return people


def run(settings: Settings, port: int) -> None:
    """Answers on 127.0.0.1 until standard input ends. Refuses production."""
    if settings.in_production:
        raise SystemExit("Production signs in at the organisation's own provider.")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server beside; with that, our input ends
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = create_provider(f"http://127.0.0.1:{port}", people_in(open_archive(settings)))
    server = make_server("127.0.0.1", port, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    run(load_settings(), int(sys.argv[1]))
