"""Fills the fictional municipality: the same deeds that people do, done by people who are made up."""

import hmac
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from kompas.casework.codes import LENGTH, LETTERS
from kompas.casework.people import Organisation
from kompas.conversation.flow import Flow
from kompas.demonstration.days import ZONE
from kompas.demonstration.living import Deed, Life, Town
from kompas.demonstration.people import CASEWORKERS, KEEPER, TEAMS
from kompas.demonstration.person import Person
from kompas.demonstration.region import fill_region
from kompas.demonstration.supports import offer_help
from kompas.post.wording import Say
from kompas.profile.concluding import Adviser
from kompas.store.archive import Archive
from kompas.store.ids import new_id
from kompas.usecases.codes import Opener
from kompas.usecases.organise import add_to_team, give_tables_to, make_organisation, make_team, sign_promises
from kompas.usecases.parties import Desk

HOST = "127.0.0.1"
LONG_AGO = timedelta(days=500)
"""Before the first of the made-up clients was invited, the organisation wrote down what it knows."""
NINE_O_CLOCK = time(9)


def opener_of(person: Person, secret: str) -> Opener:
    """The same link and code at every start: worked out from the secret of this installation, so never guessable."""
    return _opener(person.key, secret)


def _opener(key: str, secret: str) -> Opener:
    seed = hmac.new(secret.encode(), f"demonstration {key}".encode(), sha256).digest()
    token = hmac.new(seed, b"link", sha256).hexdigest()
    numbers = hmac.new(seed, b"code", sha256).digest()
    return Opener(token, "".join(LETTERS[number % len(LETTERS)] for number in numbers[:LENGTH]))


def fill(
    archive: Archive,
    flow: Flow,
    say: Say,
    secret: str,
    pepper: bytes,
    now: datetime,
    people: Sequence[Person],
    languages: tuple[str, ...],
    adviser: Adviser | None = None,
) -> list[Deed]:
    """Makes organisation, teams and caseworkers; gives all that still has to be done, in the order of its moments.

    So the log of deeds grows as a real one does. The first `languages` is the organisation's own.
    """
    organisation = make_organisation(archive, _waterrijk(languages))
    sign_promises(archive, HOST, "M. Voorbeeld, directeur Werk", now)
    for team in TEAMS:
        make_team(archive, HOST, team)
    desks = {
        subject: Desk(archive, organisation.id, add_to_team(archive, HOST, team, name, subject))
        for subject, (name, team) in CASEWORKERS.items()
    }
    town = Town(organisation, flow, say, pepper, now.astimezone(ZONE).date(), adviser)
    long_ago = datetime.combine(town.today - LONG_AGO, NINE_O_CLOCK, ZONE).astimezone(UTC)
    keeper = give_tables_to(archive, HOST, KEEPER, long_ago)
    offer_help(Desk(archive, organisation.id, keeper), long_ago)
    fill_region(Desk(archive, organisation.id, keeper), town.today, long_ago)
    lives = [
        Life(town, desks[one.caseworker], one, opener_of(one, secret), _opener(f"{one.key}, a year ago", secret))
        for one in people
    ]
    return sorted((deed for life in lives for deed in life.deeds()), key=lambda deed: deed.at)


def _waterrijk(languages: tuple[str, ...]) -> Organisation:
    contact = "Bel gerust: 010 000 00 00 (dit nummer is verzonnen)"
    return Organisation(new_id(), "Gemeente Waterrijk", HOST, languages=languages, contact=contact)
