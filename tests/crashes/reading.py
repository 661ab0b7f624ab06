"""What is stored, row by row: also what was said before, which the program itself has no need to look at."""

import json

from sqlalchemy import select

from kompas.conversation.answers import Answer
from kompas.store.archive import Archive
from kompas.store.tables import answer, mine
from tests.crashes.ledger import Row


def rows_of(archive: Archive, organisation_id: str, client_id: str) -> list[Row]:
    """Every answer of this client in the order stored. Raises for a torn one: a seal opens whole or not at all."""
    every = select(answer.c.position, answer.c.sealed).where(mine(answer), answer.c.client_id == client_id)
    rows: list[Row] = []
    with archive.reading(organisation_id) as records:
        for position, sealed in records.read(every.order_by(answer.c.position)):
            slot, plain = json.loads(records.open(client_id, ("answer", "sealed", client_id, position), sealed))
            rows.append((slot, Answer.from_plain(plain)))
    return rows
