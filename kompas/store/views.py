"""Views: who opened a profile and when, and who took the client over, for the client to read back."""

import json

from sqlalchemy import bindparam, select

from kompas.casework.people import View
from kompas.store.archive import Records
from kompas.store.ids import new_id
from kompas.store.tables import mine
from kompas.store.tables import view as view_table

_ALL = (
    select(view_table)
    .where(mine(view_table), view_table.c.client_id == bindparam("client"))
    .order_by(view_table.c.at.desc(), view_table.c.view_id)
)


def add_view(records: Records, client_id: str, view: View) -> None:
    """Raises KeyGone when there is no such client."""
    view_id = new_id()
    who = json.dumps([view.caseworker_id, view.caseworker_name, view.instead_of], ensure_ascii=False)
    records.add(
        view_table,
        client_id=client_id,
        at=view.at,
        view_id=view_id,
        sealed=records.seal(client_id, _place(client_id, view_id), who),
    )


def views_of(records: Records, client_id: str) -> list[View]:
    """Newest first. One query."""
    views = []
    for row in records.read(_ALL, client=client_id):
        # Openings of an earlier version hold two words: nobody took over in them.
        who, name, *instead = json.loads(records.open(client_id, _place(client_id, row.view_id), row.sealed))
        views.append(View(who, name, row.at, *instead))
    return views


def _place(client_id: str, view_id: str) -> tuple[str, ...]:
    return ("view", "sealed", client_id, view_id)
