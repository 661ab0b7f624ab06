"""The ledger: the ids of all who were erased, so that a backup that is put back does not bring them back.

It lies in the key store's database, apart from the facts, and holds a number that means nothing once its client is
gone, and a moment. Lines are only ever added.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Engine, Table, Text, insert, select, tuple_
from sqlalchemy.exc import IntegrityError

from kompas.store.client_keys import metadata
from kompas.store.times import Moment

erasure = Table(
    "erasure",
    metadata,
    Column("organisation_id", Text, primary_key=True, doc="The organisation behind whose wall the client was."),
    Column("client_id", Text, primary_key=True, doc="Who was erased: a random number, and nobody's any more."),
    Column("at", Moment, nullable=False, doc="When that was asked."),
)

_KEY = (erasure.c.organisation_id, erasure.c.client_id)
_PAGE = 500


@dataclass(frozen=True)
class Erasure:
    """One line."""

    organisation_id: str
    client_id: str
    at: datetime


class Ledger:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, line: Erasure) -> None:
        """On disk when this returns. A second time nothing happens: the first moment stays."""
        row = {"organisation_id": line.organisation_id, "client_id": line.client_id, "at": line.at}
        try:
            with self._engine.connect() as connection:
                connection.execute(insert(erasure), row)
        except IntegrityError:
            return

    def pages(self) -> Iterator[list[Erasure]]:
        """Every line, organisation by organisation, in lists of at most five hundred of one organisation."""
        after = ("", "")
        while lines := self._page(after):
            after = (lines[-1].organisation_id, lines[-1].client_id)
            for here in dict.fromkeys(one.organisation_id for one in lines):
                yield [one for one in lines if one.organisation_id == here]

    def _page(self, after: tuple[str, str]) -> list[Erasure]:
        page = select(*_KEY, erasure.c.at).where(tuple_(*_KEY) > tuple_(*after)).order_by(*_KEY).limit(_PAGE)
        with self._engine.connect() as connection:
            return [Erasure(*row) for row in connection.execute(page)]
