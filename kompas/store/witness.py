"""The witness: how far each organisation's log had come, noted in the other database.

A chain by itself can't tell that its last lines were cut off, since what is left is a whole chain. So its newest line
is noted in the key store after every deed: who can cut the log needs to reach both databases to hide it.
"""

from dataclasses import dataclass

from sqlalchemy import Column, Engine, Integer, LargeBinary, Table, Text, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from kompas.store.away import ArchiveAway
from kompas.store.client_keys import metadata

audit_witness = Table(
    "audit_witness",
    metadata,
    Column("organisation_id", Text, primary_key=True, doc="Whose log."),
    Column("number", Integer, nullable=False, doc="Number of the newest line; it only ever rises."),
    Column("link", LargeBinary, nullable=False, doc="That line's link, which stands for all lines before it too."),
)

_FORWARD = (
    update(audit_witness)
    .where(audit_witness.c.organisation_id == bindparam("here"), audit_witness.c.number < bindparam("newest"))
    .values(number=bindparam("newest"), link=bindparam("its_link"))
)
_SEEN = select(audit_witness.c.number, audit_witness.c.link).where(audit_witness.c.organisation_id == bindparam("here"))


@dataclass(frozen=True)
class Seen:
    """A line of the log that was on disk at some moment."""

    number: int
    link: bytes


class Witness:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, organisation_id: str, line: Seen) -> None:
        """Called once the line is on disk. A failure here is made good by the next deed, so it stops nobody."""
        values = {"here": organisation_id, "newest": line.number, "its_link": line.link}
        try:
            with self._engine.connect() as connection:
                if not connection.execute(_FORWARD, values).rowcount:
                    self._first(organisation_id, line)
        except (ArchiveAway, SQLAlchemyError):
            return

    def seen(self, organisation_id: str) -> Seen | None:
        with self._engine.connect() as connection:
            row = connection.execute(_SEEN, {"here": organisation_id}).one_or_none()
        return Seen(row.number, row.link) if row else None

    def _first(self, organisation_id: str, line: Seen) -> None:
        row = {"organisation_id": organisation_id, "number": line.number, "link": line.link}
        try:
            with self._engine.connect() as connection:
                connection.execute(insert(audit_witness), row)
        except IntegrityError:
            return  # somebody else noted this line, or a newer one
