"""The client who is asking, with what their conversation needs."""

from flask import g

from kompas.casework.people import Caseworker, Client
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.store.clients import client as find_client
from kompas.store.staff import caseworker as find_caseworker
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound
from kompas.web.house import house
from kompas.web.organisation import current_organisation
from kompas.web.sessions import signed_in_client

FLOW = "kompas"


def current_flow() -> Flow:
    return house().flows[FLOW]


def phone() -> Phone:
    """The client's side, for a use case."""
    organisation = current_organisation()
    context = Context(switches=organisation.switches)
    return Phone(house().archive, organisation.id, signed_in_client(), current_flow(), context)


def who() -> tuple[Client, Caseworker]:
    """The client who is asking, and their caseworker. Looked up once in a request."""
    if "client_and_caseworker" not in g:
        with house().archive.reading(current_organisation().id) as records:
            client = find_client(records, signed_in_client())
            caseworker = find_caseworker(records, client.caseworker_id) if client else None
        if client is None or caseworker is None:
            raise NotFound
        g.client_and_caseworker = client, caseworker
    found: tuple[Client, Caseworker] = g.client_and_caseworker
    return found
