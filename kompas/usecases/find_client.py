"""Find a client by name, for an administrator who got a letter from them: the desk knows its own clients alone."""

from dataclasses import dataclass

from kompas.casework.people import Caseworker, Client
from kompas.store.archive import Archive
from kompas.store.clients import client as client_by_id
from kompas.store.clients import clients_of
from kompas.store.staff import caseworkers
from kompas.usecases.problems import NotFound


@dataclass(frozen=True)
class Found:
    """A client, and the caseworker whose client they are."""

    client: Client
    caseworker: Caseworker


def find_clients(archive: Archive, organisation_id: str, name: str) -> list[Found]:
    """Whose name holds these letters, by name. Opens every name there is: for the console, where nobody waits."""
    with archive.reading(organisation_id) as records:
        everybody = [Found(one, worker) for worker in caseworkers(records) for one in clients_of(records, worker.id)]
    return sorted((one for one in everybody if name.casefold() in one.client.name.casefold()), key=_by_name)


def client_there(archive: Archive, organisation_id: str, client_id: str) -> Client:
    """The client with this id. Raises `NotFound`."""
    with archive.reading(organisation_id) as records:
        found = client_by_id(records, client_id)
    if found is None:
        raise NotFound
    return found


def _by_name(one: Found) -> tuple[str, str]:
    return one.client.name, one.client.id
