"""Who is there: sessions kept by the server, so that the server can end them.

An anonymous visitor needs none: the secret of their forms and their language travel in a small signed cookie, so
opening a page never writes. Once someone is known, a cookie holds 256 bits of chance and nothing else; the archive
keeps only its hash, and what the session remembers sealed with those very bits.
"""

import hashlib
import hmac
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from flask import Flask, Request, Response, g, request, session
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin

from kompas.store.archive import Records
from kompas.store.away import ArchiveAway
from kompas.store.sealing import SealBroken, session_open, session_seal
from kompas.store.sessions import SessionRow, change_session, end_expired, end_session, find_session, start_session
from kompas.store.sessions import touch_session as touch
from kompas.usecases.problems import NotAllowed
from kompas.web import cookies
from kompas.web.cookies import ID, LANGUAGE, VISIT
from kompas.web.house import house
from kompas.web.organisation import current_organisation

Role = Literal["anyone", "client", "caseworker"]

CASEWORKER_IDLE = timedelta(minutes=60)
CASEWORKER_LONGEST = timedelta(hours=10)
ID_LETTERS = 43  # 256 bits of chance
SEEN_EVERY = timedelta(minutes=1)
CSRF = "csrf_token"  # Flask-WTF's name for it
CSRF_CHANCE = 40  # letters of chance in such a secret, as Flask-WTF makes it; for whom it was made stands behind


@dataclass(frozen=True)
class Visitor:
    """`id` is the client's or caseworker's; empty for anyone else."""

    role: Role
    id: str


ANYONE = Visitor("anyone", "")


class Visit(SecureCookieSession):
    """Flask's `session`: what is remembered of this visitor, here or (`kept`) in the archive."""

    def __init__(self, remembered: dict[str, Any], session_id: str) -> None:
        super().__init__(remembered)
        self.session_id = session_id
        self.unsure = bool(session_id)
        """The browser says it has a session; nobody has looked yet, or nobody could."""
        self.over = False
        """The browser had a session, and the archive says that its time is over."""
        self.kept = False
        self.fresh = False
        self.ended = False
        self.visitor = ANYONE

    def becomes(self, remembered: dict[str, Any], session_id: str, visitor: Visitor) -> None:
        """From here on this is a session in the archive."""
        self.clear()
        self.update(remembered)
        self.modified = False
        self.session_id, self.visitor, self.kept = session_id, visitor, True
        self.unsure = self.over = False
        g.pop(CSRF, None)


def visitor() -> Visitor:
    """Who is asking."""
    return _visit().visitor


def visitor_unsure() -> bool:
    """True while nobody can tell who is asking, because the archive is away."""
    return _visit().unsure


def visit_is_over() -> bool:
    """True for who was known in this browser until their time was over. The cookie goes with this answer."""
    return _visit().over


def made_for(secret: str, who: Visitor) -> bool:
    """Was this secret of forms made for this person, in whichever session? Who is not known has none of their own."""
    return hmac.compare_digest(secret[CSRF_CHANCE:], _mark(who))


def signed_in_client() -> str:
    """The id of the client who is asking. Raises NotAllowed when it is someone else."""
    return _id_of("client")


def signed_in_caseworker() -> str:
    """The id of the caseworker who is asking. Raises NotAllowed when it is someone else."""
    return _id_of("caseworker")


def sign_in_client(client_id: str, until: datetime, language: str = "") -> None:
    """Starts a session until the invitation ends; a language chosen at the door wins over the stored one."""
    _start(Visitor("client", client_id), until, {"language": session.get("language") or language})


def sign_in_caseworker(caseworker_id: str) -> None:
    _start(
        Visitor("caseworker", caseworker_id),
        house().now() + CASEWORKER_LONGEST,
        {"language": session.get("language") or ""},
    )


def keep_visit(until: datetime, **remembered: object) -> None:
    """Keeps an anonymous visit in the archive, for what must be used once and never travel in a cookie."""
    _start(ANYONE, until, {"language": session.get("language") or "", **remembered})


def sign_out() -> None:
    """Ends the session in the archive and in the browser. The language stays; it is nobody's secret."""
    visit = _visit()
    language = visit.get("language")
    if visit.kept:
        with house().archive.writing(current_organisation().id) as records:
            end_session(records, _hash(visit.session_id))
    visit.clear()
    if language:
        visit["language"] = language
    visit.kept, visit.ended, visit.over, visit.visitor = False, True, False, ANYONE
    g.pop(CSRF, None)


def keep_sessions(app: Flask) -> None:
    app.session_interface = Sessions()


def recognise_visitors(app: Flask) -> None:
    @app.before_request
    def recognise() -> None:
        visit = _visit()
        if visit.session_id:
            _recognise(visit)


class Sessions(SessionInterface):
    """Between Flask and the two cookies. The archive is asked later, when the organisation is known."""

    def open_session(self, app: Flask, request: Request) -> Visit:
        return Visit(cookies.unsign(cookies.read(request, VISIT)), cookies.read(request, ID))

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        visit = session
        assert isinstance(visit, Visit)  # noqa: S101 (for the type checker)
        if visit.kept:
            if visit.modified:
                visit.modified = False  # once: the page that tells of a failure comes through here as well
                with house().archive.writing(current_organisation().id) as records:
                    change_session(records, _hash(visit.session_id), _sealed(visit.session_id, dict(visit)))
            if visit.fresh:
                cookies.put(response, ID, visit.session_id)
                cookies.drop(response, VISIT)
            self._remember_language(visit, response)
            return
        if visit.unsure:
            return  # whoever it is, they stay signed in, with the forms they have
        if visit.session_id or visit.ended:
            cookies.drop(response, ID)
        if visit.modified:
            cookies.put(response, VISIT, cookies.sign(dict(visit)))
        if visit.ended:
            # Not "cookies": that would sign people out of every site under the municipality's own domain.
            response.headers["Clear-Site-Data"] = '"cache", "storage"'

    def _remember_language(self, visit: Visit, response: Response) -> None:
        language = visit.get("language") if visit.visitor.role != "anyone" else None
        if language and language != cookies.read(request, LANGUAGE):
            cookies.put(response, LANGUAGE, language)


def _visit() -> Visit:
    assert isinstance(session, Visit)  # noqa: S101 (for the type checker)
    return session


def _id_of(role: Role) -> str:
    who = visitor()
    if who.role != role:
        raise NotAllowed(f"this is for a {role}")
    return who.id


def _start(who: Visitor, until: datetime, remembered: dict[str, Any]) -> None:
    """A new id whenever someone becomes known; the old one is dead from the same moment."""
    visit, now, session_id = _visit(), house().now(), secrets.token_urlsafe(32)
    remembered = {**remembered, CSRF: secrets.token_hex(CSRF_CHANCE // 2) + _mark(who)}
    kind = "visitor" if who.role == "anyone" else who.role
    with house().archive.writing(current_organisation().id) as records:
        end_expired(records, now)
        if visit.kept:
            end_session(records, _hash(visit.session_id))
        start_session(records, _hash(session_id), _sealed(session_id, remembered), kind, who.id, now, until)
    visit.becomes(remembered, session_id, who)
    visit.fresh = True


def _recognise(visit: Visit) -> None:
    now, parts, organisation_id = house().now(), house(), current_organisation().id
    with parts.archive.reading(organisation_id) as records:
        row = _find(records, visit.session_id, now)
    visit.unsure = False
    remembered = _opened(visit.session_id, row) if row else None
    if row is None or remembered is None:
        visit.over = len(visit.session_id) == ID_LETTERS
        return
    role: Role = {"client": "client", "caseworker": "caseworker"}.get(row.kind, "anyone")  # type: ignore[assignment]
    visit.becomes(remembered, visit.session_id, Visitor(role, row.subject_id))
    if role == "caseworker" and now - row.seen_at >= SEEN_EVERY:
        # Who only reads can go on while nothing can be written.
        with suppress(ArchiveAway), parts.archive.writing(organisation_id) as records:
            touch(records, row.id_hash, now)


def _find(records: Records, session_id: str, now: datetime) -> SessionRow | None:
    """None for one that was ended, or that ended by itself."""
    row = find_session(records, _hash(session_id))
    if row is None or row.expires_at <= now:
        return None
    return None if row.kind == "caseworker" and now - row.seen_at > CASEWORKER_IDLE else row


def _mark(who: Visitor) -> str:
    """Tells two people apart and nothing else; empty for anyone. It travels in their own forms."""
    secret = house().settings.secret_key.get_secret_value()
    return (
        hmac.new(secret.encode(), f"form of {who.role} {who.id}".encode(), "sha256").hexdigest()[:32] if who.id else ""
    )


def _hash(session_id: str) -> str:
    return hashlib.sha256(session_id.encode()).hexdigest()


def _sealed(session_id: str, remembered: dict[str, Any]) -> bytes:
    secret = house().settings.secret_key.get_secret_value()
    return session_seal(secret, session_id, json.dumps(remembered).encode())


def _opened(session_id: str, row: SessionRow) -> dict[str, Any] | None:
    """None when it was sealed with a secret that the server gave up: that signs everyone out."""
    settings = house().settings
    for secret in (settings.secret_key, *settings.secret_key_fallbacks):
        try:
            found: dict[str, Any] = json.loads(session_open(secret.get_secret_value(), session_id, row.sealed_data))
        except SealBroken:
            continue
        return found
    return None
