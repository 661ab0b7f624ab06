"""Fills the fictional municipality: the same deeds that people do, done by people who are made up."""

import hmac
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from kompas.casework.codes import LENGTH, LETTERS
from kompas.casework.people import Client, Organisation
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.demonstration.people import CASEWORKERS, PEOPLE, TEAMS
from kompas.demonstration.person import Person
from kompas.post.wording import Say
from kompas.store.archive import Archive
from kompas.store.ids import new_id
from kompas.usecases.answer import answer, where_is
from kompas.usecases.codes import Opener
from kompas.usecases.confirm import SharedProfile, confirm, confirm_mine, my_profile, open_profile
from kompas.usecases.invite import Appointment, invite
from kompas.usecases.organise import add_to_team, make_organisation, make_team, sign_promises
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.share import share

HOST = "127.0.0.1"
PLACE = "Werkplein Waterrijk, kamer 3"


def opener_of(person: Person, secret: str) -> Opener:
    """The same link and code at every start: worked out from the secret of this installation, so never guessable."""
    seed = hmac.new(secret.encode(), f"demonstration {person.key}".encode(), sha256).digest()
    token = hmac.new(seed, b"link", sha256).hexdigest()
    numbers = hmac.new(seed, b"code", sha256).digest()
    return Opener(token, "".join(LETTERS[number % len(LETTERS)] for number in numbers[:LENGTH]))


def fill(archive: Archive, flow: Flow, say: Say, secret: str, pepper: bytes, now: datetime) -> Iterator[str]:
    """Makes organisation, teams, caseworkers and clients; yields the name of each client when they are done."""
    organisation = make_organisation(archive, _waterrijk())
    sign_promises(archive, HOST, "M. Voorbeeld, directeur Werk", now)
    for team in TEAMS:
        make_team(archive, HOST, team)
    desks = {
        subject: Desk(archive, organisation.id, add_to_team(archive, HOST, team, name, subject))
        for subject, (name, team) in CASEWORKERS.items()
    }
    for person in PEOPLE:
        _live(desks[person.caseworker], person, flow, say, opener_of(person, secret), pepper, now)
        yield person.name


def _waterrijk() -> Organisation:
    return Organisation(
        new_id(), "Gemeente Waterrijk", HOST, contact="Bel gerust: 010 000 00 00 (dit nummer is verzonnen)"
    )


def _live(desk: Desk, person: Person, flow: Flow, say: Say, opener: Opener, pepper: bytes, now: datetime) -> None:
    invited_at = now - timedelta(days=7)
    client, _opener = invite(desk, _appointment(person, now), pepper, invited_at, opener)
    phone = Phone(desk.archive, desk.organisation_id, client.id, flow, Context())
    if person.says or person.stops_at or person.rather_talk:
        _talk(phone, person, now - timedelta(days=2))
    if person.share:
        share(phone, person.share, {}, say, {"nl", person.language}, now - timedelta(days=1))
    if person.confirmed or person.waiting:
        _confirm_together(desk, phone, client, person, now - timedelta(hours=3))


def _appointment(person: Person, now: datetime) -> Appointment:
    zone = ZoneInfo("Europe/Amsterdam")
    at = datetime.combine(_working_day(now, person.days).date(), time.fromisoformat(person.clock), zone)
    return Appointment(person.name, person.language, person.birth_year, at, PLACE)


def _working_day(now: datetime, days: int) -> datetime:
    """So many working days from today: nobody is invited on a Sunday."""
    step, left = timedelta(days=1 if days > 0 else -1), abs(days)
    day = now
    while left:
        day += step
        left -= day.isoweekday() <= 5
    return day


def _talk(phone: Phone, person: Person, at: datetime) -> None:
    """Walks the real conversation, one answer a quarter of a minute, until it ends or the phone is closed."""
    seen: set[str] = set()
    while (stop := where_is(phone).next) is not None and stop.slot != person.stops_at:
        seen.add(stop.slot)
        at += timedelta(seconds=15)
        answer(phone, stop.address, person.reply(stop), at)
    if not person.stops_at and (unasked := list(person.leftovers(seen))):
        raise ValueError(f"{person.name} was never asked about {', '.join(unasked)}.")


def _confirm_together(desk: Desk, phone: Phone, client: Client, person: Person, at: datetime) -> None:
    """Caseworker and client go through the profile: some lines are settled, some wait for the client's own word."""
    open_profile(desk, client.id, at)
    for statement_id in (*person.confirmed, *person.waiting, *person.seen_differently):
        number, version = _place(phone, statement_id)
        words = person.seen_differently.get(statement_id, "")
        confirm(desk, client.id, version, number, "seen_differently" if words else "agreed", words, at)
    for statement_id in (*person.confirmed, *person.seen_differently):
        profile = _profile(phone)
        item = next(one for one in profile.items if one.statement.id == statement_id)
        assert item.caseworker is not None  # noqa: S101 (said a moment ago)
        word = "not_agreed" if statement_id in person.seen_differently else "agreed"
        confirm_mine(phone, profile.version.number, item.number, item.caseworker.number, word, at)


def _place(phone: Phone, statement_id: str) -> tuple[int, int]:
    profile = _profile(phone)
    return next(one.number for one in profile.items if one.statement.id == statement_id), profile.version.number


def _profile(phone: Phone) -> SharedProfile:
    profile = my_profile(phone)
    if profile is None:
        raise ValueError("nothing was shared")
    return profile
