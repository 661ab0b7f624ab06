"""Somebody with a fresh letter, in a town that is served: as many as a test wants, each in their own language."""

from dataclasses import dataclass

from kompas.app import open_archive
from kompas.casework.people import Team
from kompas.settings import load_settings
from kompas.store.organisations import all_organisations
from kompas.store.staff import add_caseworker, add_team
from tests.journeys.towns import Town
from tests.store.people import Municipality, a_caseworker, an_id
from tests.web.arrivals import an_invited_client
from tests.web.conftest import Clock


@dataclass(frozen=True)
class Newcomer:
    link: str
    birth_year: int
    first_name: str


def newcomer(town: Town, language: str) -> Newcomer:
    """Invited by a caseworker of their own."""
    settings = load_settings(instance=town.folder)
    archive = open_archive(settings)
    try:
        organisation = all_organisations(archive)[0]
        team = Team(an_id(), "Noord")
        caseworker = a_caseworker(team)
        with archive.writing(organisation.id) as records:
            add_team(records, team)
            add_caseworker(records, caseworker)
        at = Municipality(organisation, team, caseworker)
        invited = an_invited_client(archive, at, Clock(), settings.pepper, language=language)
    finally:
        archive.close()
    link = f"{town.address}/c/{invited.opener.token}"
    return Newcomer(link, invited.client.birth_year, invited.client.name.split()[0])
