"""The two sides of a talk, as every deed meets them: a client in a conversation, and a caseworker at a desk."""

from dataclasses import dataclass

from kompas.casework.people import Caseworker, Client
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.profile.concluding import Adviser
from kompas.store.archive import Archive, Records
from kompas.store.clients import client as find_client
from kompas.store.staff import caseworker as find_caseworker
from kompas.usecases.problems import ConversationClosed, NotFound, NotKnownHere


@dataclass(frozen=True)
class Phone:
    """A client who came in, with the flow they walk and what the walk may know besides their answers.

    The `adviser` knows what can be worked out of them; nothing is without one.
    """

    archive: Archive
    organisation_id: str
    client_id: str
    flow: Flow
    context: Context
    adviser: Adviser | None = None


@dataclass(frozen=True)
class Desk:
    """A caseworker who signed in."""

    archive: Archive
    organisation_id: str
    caseworker: Caseworker


def sit_down(archive: Archive, organisation_id: str, caseworker_id: str) -> Desk:
    """The desk of this caseworker. Raises `NotKnownHere` for who left."""
    with archive.reading(organisation_id) as records:
        caseworker = find_caseworker(records, caseworker_id)
    if caseworker is None or not caseworker.active:
        raise NotKnownHere
    return Desk(archive, organisation_id, caseworker)


def client_here(records: Records, phone: Phone) -> Client:
    """The client who is asking. Raises `ConversationClosed` for one who was erased."""
    client = find_client(records, phone.client_id)
    if client is None:
        raise ConversationClosed
    return client


def who_meets(phone: Phone) -> tuple[Client, Caseworker]:
    """The client, and the caseworker they will talk with. Raises `ConversationClosed` for a client who was erased."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = client_here(records, phone)
        caseworker = find_caseworker(records, client.caseworker_id)
    if caseworker is None:
        raise NotFound
    return client, caseworker
