"""A caseworker's clients: who was invited, who shared something, when the talk is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kompas.casework.people import Caseworker, Client
from kompas.store.archive import Records
from kompas.store.clients import client as find_client
from kompas.store.clients import clients_of
from kompas.store.profile_versions import Shared, shared_clients
from kompas.usecases.parties import Desk
from kompas.usecases.problems import NotFound


@dataclass(frozen=True)
class CaseloadRow:
    """One client in the list. `shared_at` is `None` for everyone who was only invited: silence is never shown."""

    client: Client
    shared_at: datetime | None


def caseload(desk: Desk) -> tuple[CaseloadRow, ...]:
    """My clients, by the date of the talk."""
    with desk.archive.reading(desk.organisation_id) as records:
        clients = clients_of(records, desk.caseworker.id)
        shared = shared_clients(records, [client.id for client in clients])
    return tuple(CaseloadRow(one, shared[one.id].shared_at if _has_shared(shared, one) else None) for one in clients)


def _has_shared(shared: Mapping[str, Shared], one: Client) -> bool:
    """For the talk that they are invited to now: what was shared for an earlier one stands beside."""
    return one.id in shared and shared[one.id].anything and shared[one.id].round == one.round


def client_of(records: Records, caseworker: Caseworker, client_id: str) -> Client:
    """This caseworker's client. Somebody else's client answers like one who isn't there: raises `NotFound`."""
    client = find_client(records, client_id)
    if client is None or client.caseworker_id != caseworker.id:
        raise NotFound
    return client
