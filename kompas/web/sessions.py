"""Who is there: between Flask's `session`, the cookies, and the sessions that the server keeps.

An anonymous visitor needs none: the secret of their forms and their language travel in a small signed cookie, so
opening a page never writes. Once someone is known, a cookie holds 256 bits of chance and nothing else; the rest is
kept as `usecases/sessions.py` tells.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from flask import Flask, Request, Response, g, request, session
from flask.sessions import SecureCookieSession, SessionInterface, SessionMixin

from kompas.usecases.problems import NotAllowed
from kompas.usecases.sessions import ID_LETTERS, SHARED, Keeper, Session, begin_session, end, known_session, remember
from kompas.web import cookies
from kompas.web.cookies import ID, LANGUAGE, VISIT
from kompas.web.house import house
from kompas.web.organisation import current_organisation

Role = Literal["anyone", "client", "caseworker"]

CASEWORKER_LONGEST = timedelta(hours=10)
BY_THEMSELVES = frozenset({"shared_device.quiet"})
"""Pages that a browser opens without anybody there: no sign of life."""
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
        self.closes_at: datetime | None = None
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


def sign_in_client(client_id: str, until: datetime, language: str, too: str = "", *, shared: bool = False) -> None:
    """Starts a session in one language, or with a second one. `shared`: others use this device too."""
    remembered: dict[str, Any] = {"language": language, "too": too} | ({SHARED: True} if shared else {})
    _start(Visitor("client", client_id), until, remembered)


def on_shared_device() -> bool:
    """A client is in, on a device that other people use too."""
    return visitor().role == "client" and SHARED in _visit()


def others_use_it_too() -> None:
    """From now on this session is one on a shared device."""
    _visit()[SHARED] = True


def closes_at() -> datetime | None:
    """When quiet ends this session, if nobody does anything; None where it doesn't."""
    return _visit().closes_at


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
    """Ends the session in the archive and in the browser. The cookie of the language stays; it is nobody's secret.

    It is no choice of who comes next: they are spoken to in their own language as soon as they are in.
    """
    visit = _visit()
    if visit.kept:
        end(_keeper(), visit.session_id)
    visit.clear()
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
                remember(_keeper(), visit.session_id, dict(visit), house().now())
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
            cookies.silence(request, response)
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


def _keeper() -> Keeper:
    settings = house().settings
    secrets = (settings.secret_key, *settings.secret_key_fallbacks)
    return Keeper(house().archive, current_organisation().id, tuple(one.get_secret_value() for one in secrets))


def _start(who: Visitor, until: datetime, remembered: dict[str, Any]) -> None:
    """A new id whenever someone becomes known; the old one is dead from the same moment."""
    visit = _visit()
    remembered = {**remembered, CSRF: secrets.token_hex(CSRF_CHANCE // 2) + _mark(who)}
    new = Session("visitor" if who.role == "anyone" else who.role, who.id, remembered)
    instead_of = visit.session_id if visit.kept else ""
    visit.becomes(remembered, begin_session(_keeper(), new, until, house().now(), instead_of), who)
    visit.fresh = True


def _recognise(visit: Visit) -> None:
    by_itself = request.endpoint in BY_THEMSELVES
    found = known_session(_keeper(), visit.session_id, house().now(), by_itself=by_itself)
    visit.unsure = False
    if found is None:
        visit.over = len(visit.session_id) == ID_LETTERS
        return
    role: Role = {"client": "client", "caseworker": "caseworker"}.get(found.kind, "anyone")  # type: ignore[assignment]
    visit.becomes(found.remembered, visit.session_id, Visitor(role, found.subject_id))
    visit.closes_at = found.closes_at


def _mark(who: Visitor) -> str:
    """Tells two people apart and nothing else; empty for anyone. It travels in their own forms."""
    secret = house().settings.secret_key.get_secret_value()
    return (
        hmac.new(secret.encode(), f"form of {who.role} {who.id}".encode(), "sha256").hexdigest()[:32] if who.id else ""
    )
