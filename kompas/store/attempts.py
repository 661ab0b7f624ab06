"""Failed attempts, counted in the database so that all workers share the count and a restart forgets nothing."""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from kompas.store.archive import Records
from kompas.store.ids import new_id
from kompas.store.tables import attempt, mine

_OF_SCOPE = mine(attempt), attempt.c.scope == bindparam("scope")
_COUNT = select(func.count()).select_from(attempt).where(*_OF_SCOPE, attempt.c.at >= bindparam("since"))
# PostgreSQL: there may be no row yet to hold on to. SQLite has one writer anyhow.
_TURN = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("scope"), 0)))
_OLD = mine(attempt), attempt.c.at < bindparam("before")
_FORGET_OLD = delete(attempt).where(*_OLD)
_COUNT_OLD = select(func.count()).select_from(attempt).where(*_OLD)


def count_attempts(records: Records, scope: str, since: datetime) -> int:
    """How often it failed since then. `scope` is a fingerprint: of a code, a person or an address, never the thing.

    In records that write, others who try in the same scope wait here for the end of the transaction: many tries at
    once are no more tries.
    """
    if records.writes and not records.one_writer_at_a_time:
        records.read(_TURN, scope=scope)
    count: int = records.read(_COUNT, scope=scope, since=since).scalar_one()
    return count


def add_attempt(records: Records, scope: str, now: datetime) -> None:
    records.add(attempt, scope=scope, at=now, attempt_id=new_id())


def forget_old_attempts(records: Records, before: datetime) -> int:
    """What no limit looks back to any more; returns how many."""
    return records.change(_FORGET_OLD, before=before)


def old_attempts(records: Records, before: datetime) -> int:
    """How many `forget_old_attempts` would forget."""
    count: int = records.read(_COUNT_OLD, before=before).scalar_one()
    return count
