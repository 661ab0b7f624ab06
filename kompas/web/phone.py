"""The client who is asking, with what their conversation needs."""

from flask import g, request

from kompas.casework.people import Caseworker, Client
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.profile.concluding import Adviser
from kompas.usecases.parties import Phone, who_meets
from kompas.web import cookies
from kompas.web.house import house
from kompas.web.organisation import current_organisation
from kompas.web.sessions import signed_in_client

FLOW = "kompas"


def current_flow() -> Flow:
    return house().flows[FLOW]


def phone() -> Phone:
    """The client's side, for a use case."""
    organisation = current_organisation()
    context = Context(switches=organisation.switches, read_aloud=cookies.ALOUD in request.cookies)
    return Phone(house().archive, organisation.id, signed_in_client(), current_flow(), context, our_adviser())


def our_adviser() -> Adviser:
    """What is known of work, in general and in this organisation's region."""
    return Adviser(house().rules, house().occupations)


def who() -> tuple[Client, Caseworker]:
    """The client who is asking, and their caseworker. Looked up once in a request."""
    if "who" not in g:
        g.who = who_meets(phone())
    found: tuple[Client, Caseworker] = g.who
    return found
