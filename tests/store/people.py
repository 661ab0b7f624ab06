"""The people of the store's tests, in the field's words. Everyone gets a random id, so tests share one database."""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from kompas.casework.people import Caseworker, Client, Invitation, Organisation, ProfileVersion, Team, Verdict, View
from kompas.store.archive import Archive
from kompas.store.clients import add_client
from kompas.store.organisations import add_organisation
from kompas.store.staff import add_caseworker, add_team

NOW = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)


def an_id() -> str:
    return secrets.token_urlsafe(12)


@dataclass(frozen=True)
class Municipality:
    """An organisation with one team and one caseworker."""

    organisation: Organisation
    team: Team
    caseworker: Caseworker

    @property
    def id(self) -> str:
        return self.organisation.id


def an_organisation(**known: object) -> Organisation:
    own_id = an_id()
    plain = Organisation(
        id=own_id,
        name="Gemeente Maasstad",
        host=f"{secrets.token_hex(8)}.example",
        issuer="https://sign-in.example",
        oidc_client_id="kompas",
        oidc_client_secret="a secret between two programs",
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def a_caseworker(team: Team, **known: object) -> Caseworker:
    plain = Caseworker(id=an_id(), team_id=team.id, subject=secrets.token_hex(8), name="Fatima Oulad")
    return replace(plain, **known)  # type: ignore[arg-type]


def a_municipality(archive: Archive, **known: object) -> Municipality:
    organisation = an_organisation(**known)
    team = Team(id=an_id(), name="Noord")
    caseworker = a_caseworker(team)
    with archive.writing(organisation.id) as records:
        add_organisation(records, organisation)
        add_team(records, team)
        add_caseworker(records, caseworker)
    return Municipality(organisation, team, caseworker)


def a_client(municipality: Municipality, **known: object) -> Client:
    plain = Client(
        id=an_id(),
        team_id=municipality.team.id,
        caseworker_id=municipality.caseworker.id,
        name="Samira Yilmaz",
        language="nl",
        birth_year=1984,
        talk_at=NOW + timedelta(days=7),
        talk_place="Stadskantoor, balie 3",
        created_at=NOW,
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def an_invited_client(archive: Archive, municipality: Municipality, **known: object) -> Client:
    client = a_client(municipality, **known)
    with archive.writing(municipality.id) as records:
        add_client(records, client)
    return client


def an_invitation(client: Client, **known: object) -> Invitation:
    plain = Invitation(
        id=an_id(),
        client_id=client.id,
        token_hash=secrets.token_hex(32),
        code_hash=secrets.token_hex(32),
        created_at=NOW,
        expires_at=NOW + timedelta(days=30),
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def a_version(**known: object) -> ProfileVersion:
    plain = ProfileVersion(
        number=0,
        shared_at=NOW,
        flow_id="kompas",
        flow_version=1,
        rules_version="1",
        shown={"answers": {"situation": {"state": "given", "value": "looking_now"}}, "talk_about": ["helps"]},
        choices={"need/dutch": "keep"},
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def a_verdict(**known: object) -> Verdict:
    plain = Verdict(
        number=0,
        version=1,
        statement_id="need/childcare",
        side="caseworker",
        word="seen_differently",
        by_id="fatima",
        by_name="Fatima Oulad",
        at=NOW,
        words="Her sister can help on Mondays.",
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def a_view(municipality: Municipality, at: datetime = NOW) -> View:
    return View(municipality.caseworker.id, municipality.caseworker.name, at)
