"""The fictional municipality, filled through the real deeds on throw-away databases, and all of it as plain facts."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from kompas.app import our_occupations, our_rules
from kompas.casework.people import Client, Organisation
from kompas.conversation.conditions import Context
from kompas.demonstration.municipality import HOST, fill
from kompas.demonstration.people import PEOPLE
from kompas.profile.concluding import Adviser
from kompas.store.answers import all_said
from kompas.store.archive import Archive
from kompas.store.clients import clients_of
from kompas.store.invitations import newest_invitation
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.organisations import organisation_by_host
from kompas.store.profile_versions import versions_of
from kompas.store.staff import caseworkers
from kompas.store.tables import answer as answer_table
from kompas.store.tables import audit, mine
from kompas.store.verdicts import verdicts_of
from kompas.store.views import views_of
from kompas.usecases.parties import Desk, Phone
from tests.conversation.ours import our_flow

ADVISER = Adviser(our_rules(), our_occupations())
SECRET, PEPPER = (
    "the secret of the demonstration's tests, long enough",
    b"the pepper of the tests, in two and thirty letters",
)


@dataclass
class Waterrijk:
    """`clients` by first name, small: the key of a `Person`."""

    archive: Archive
    organisation_id: str

    def __post_init__(self) -> None:
        with self.archive.reading(self.organisation_id) as records:
            self.staff = {one.id: one for one in caseworkers(records)}
            self.clients = {one.first_name.lower(): one for id_ in self.staff for one in clients_of(records, id_)}

    def phone_of(self, client: Client) -> Phone:
        return Phone(self.archive, self.organisation_id, client.id, our_flow(), Context(), ADVISER)

    def desk_of(self, client: Client) -> Desk:
        return Desk(self.archive, self.organisation_id, self.staff[client.caseworker_id])

    def facts(self) -> Mapping[str, Any]:
        """Everything that is known of everybody, in the order in which it came, without ids that are random."""
        return {"deeds": self.deeds(), **{key: self._facts_of(client) for key, client in self.clients.items()}}

    def deeds(self) -> list[tuple[datetime, str, str, str]]:
        """When, who, what, to whom."""
        names = {one.id: one.name for one in (*self.staff.values(), *self.clients.values())}
        with self.archive.reading(self.organisation_id) as records:
            rows = records.read(select(audit).where(mine(audit)).order_by(audit.c.number)).all()
        return [(row.at, names.get(row.actor_id, ""), row.deed, names.get(row.object_id, "")) for row in rows]

    def _facts_of(self, client: Client) -> Mapping[str, Any]:
        with self.archive.reading(self.organisation_id) as records:
            moments = select(answer_table.c.given_at).where(mine(answer_table), answer_table.c.client_id == client.id)
            invitation = newest_invitation(records, client.id)
            assert invitation is not None
            return {
                "client": {
                    **asdict(client),
                    "id": "",
                    "team_id": "",
                    "caseworker_id": self._name(client.caseworker_id),
                },
                "opens": (invitation.created_at, invitation.expires_at, invitation.withdrawn_at),
                "answers": all_said(records, client.id),
                "answered": records.read(moments.order_by(answer_table.c.position)).scalars().all(),
                "versions": [asdict(one) for one in versions_of(records, client)],
                "verdicts": [{**asdict(one), "by_id": ""} for one in verdicts_of(records, client.id)],
                "views": [(one.caseworker_name, one.at) for one in views_of(records, client.id)],
            }

    def _name(self, caseworker_id: str) -> str:
        return self.staff[caseworker_id].name


def filled(folder: Path, now: datetime) -> Waterrijk:
    facts, keys = (f"sqlite:///{folder / name}" for name in ("facts.db", "keys.db"))
    upgrade(FACTS, facts)
    upgrade(KEYS, keys)
    archive = Archive(facts, keys, {"test": bytes(range(32))})
    for deed in fill(archive, our_flow(), _as_written, SECRET, PEPPER, now, PEOPLE, Organisation.languages, ADVISER):
        deed.do()
    organisation = organisation_by_host(archive, HOST)
    assert organisation is not None
    return Waterrijk(archive, organisation.id)


def _as_written(sentence: str, _language: str) -> str:
    return sentence
