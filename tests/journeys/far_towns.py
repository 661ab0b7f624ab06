"""A town that speaks languages which Kompas doesn't ship: a copy of the program, and what the README tells to type."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import kompas
from kompas.app import open_archive, read_flows
from kompas.casework.people import Team
from kompas.settings import load_settings
from kompas.store.organisations import all_organisations
from kompas.store.staff import add_caseworker, add_team
from tests.journeys.stretching import LETTERS, translate
from tests.journeys.towns import ANSWERS_ON, Town
from tests.store.people import Municipality, a_caseworker, an_id
from tests.web.arrivals import an_invited_client
from tests.web.conftest import Clock
from tests.web.talks import SAID, on_the_phone, says

HOST = "127.0.0.1"
ORGANISATION = "Gemeente Verstad"
CASEWORKER = "Fatima Oulad"
CONTACT = "14 010"


@dataclass
class FarTown(Town):
    """`program` is the folder that holds the copy. Nothing in it is changed but its translations."""

    program: Path = Path()
    says_last: str = ANSWERS_ON

    def made_ready(self) -> "FarTown":
        copytree(Path(kompas.__file__).parent, self.program / "kompas", ignore=ignore_patterns("__pycache__"))
        for language in LETTERS:
            self.types("catalogues", "update", "--add", language)
            translate(self.program / f"kompas/translations/{language}/LC_MESSAGES/client.po", language)
        self.types("catalogues", "compile")
        self.types("set-up")
        self.types("migrate")
        spoken = ",".join(LETTERS)
        self.types("organisation", "add", ORGANISATION, "--host", HOST, "--languages", spoken, "--contact", CONTACT)
        return self

    def environment(self) -> dict[str, str]:
        """The copy is found before the program itself."""
        return {**super().environment(), "PYTHONPATH": str(self.program)}

    def somebody_who_told(self, language: str) -> tuple[str, int]:
        """A client who has answered a bit of everything: their personal link, and their year of birth."""
        settings, clock = load_settings(instance=self.folder), Clock()
        archive = open_archive(settings)
        try:
            [organisation] = all_organisations(archive)
            team = Team(an_id(), "Noord")
            caseworker = a_caseworker(team, name=CASEWORKER)
            with archive.writing(organisation.id) as records:
                add_team(records, team)
                add_caseworker(records, caseworker)
            town = Municipality(organisation, team, caseworker)
            invited = an_invited_client(archive, town, clock, settings.pepper, language=language)
            says(on_the_phone(archive, town, invited.client, read_flows()), clock, SAID)
        finally:
            archive.close()
        return f"{self.address}/c/{invited.opener.token}", invited.client.birth_year
