"""Hand a client over to a colleague of the same team."""

from dataclasses import replace
from datetime import datetime

from kompas.casework.people import Caseworker, Client, View
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.clients import change_client
from kompas.store.staff import caseworkers
from kompas.store.views import add_view, views_of
from kompas.usecases.caseload import client_of
from kompas.usecases.parties import Desk, Phone, client_here
from kompas.usecases.problems import Problem


class NotAColleague(Problem):
    """Nobody like that works in this team now."""


def colleagues(desk: Desk) -> list[Caseworker]:
    """Who can take a client over, by name: the others of my team who sign in."""
    with desk.archive.reading(desk.organisation_id) as records:
        return _colleagues(records, desk.caseworker)


def hand_over(desk: Desk, client_id: str, to_id: str, now: datetime) -> tuple[Client, Caseworker]:
    """From now on this client is the colleague's, and nobody else's. The client reads it in their own log.

    Link and code keep working. Raises `NotFound` for a client who isn't theirs (any more), and `NotAColleague`.
    """
    mine = desk.caseworker
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, mine, client_id)
        taker = next((one for one in _colleagues(records, mine) if one.id == to_id), None)
        if taker is None:
            raise NotAColleague
        handed = replace(client, caseworker_id=taker.id, team_id=taker.team_id)
        change_client(records, handed)
        add_view(records, client.id, View(taker.id, taker.name, now, instead_of=mine.name))
        add_deed(records, now, mine.id, "hand over", "client", client.id)
        add_deed(records, now, mine.id, "hand over to", "caseworker", taker.id)
    return handed, taker


def who_took_over(phone: Phone) -> View | None:
    """The newest hand-over of this client, if there was one: to whom, from whom, when."""
    with phone.archive.reading(phone.organisation_id) as records:
        views = views_of(records, client_here(records, phone).id)
    return next((view for view in views if view.instead_of), None)


def _colleagues(records: Records, mine: Caseworker) -> list[Caseworker]:
    return [one for one in caseworkers(records) if one.active and one.team_id == mine.team_id and one.id != mine.id]
