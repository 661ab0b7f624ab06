"""The two sides of a talk, as every deed meets them: a client in a conversation, and a caseworker at a desk."""

from dataclasses import dataclass

from kompas.casework.people import Caseworker
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive


@dataclass(frozen=True)
class Phone:
    """A client who came in, with the flow they walk and what the walk may know besides their answers."""

    archive: Archive
    organisation_id: str
    client_id: str
    flow: Flow
    context: Context


@dataclass(frozen=True)
class Desk:
    """A caseworker who signed in."""

    archive: Archive
    organisation_id: str
    caseworker: Caseworker
