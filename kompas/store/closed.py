"""Conversations that are closed: the talk was held, and no letter opens them. Page by page, by id, so that a night's
work over many people needs little memory and can stop anywhere."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, or_, select

from kompas.store.archive import Records
from kompas.store.tables import answer, client, invitation, mine, paper_answer

AT_ONCE = 5000
"""Ids on a page: each page costs a look at all of them."""


def _closed(since: str) -> ColumnElement[bool]:
    """Since this moment at least. A letter that was taken back ended then."""
    a_letter = exists().where(
        mine(invitation),
        invitation.c.client_id == client.c.client_id,
        func.coalesce(invitation.c.withdrawn_at, invitation.c.expires_at) > bindparam(since),
    )
    return (client.c.talk_at <= bindparam(since)) & ~a_letter


_PAGE = (
    select(client.c.client_id)
    .where(mine(client), client.c.client_id > bindparam("after"), _closed("since"))
    .order_by(client.c.client_id)
    .limit(AT_ONCE)
)
_WITH_OLD_ANSWERS = _PAGE.where(
    ~_closed("over"),
    or_(
        exists().where(mine(answer), answer.c.client_id == client.c.client_id, answer.c.given_at < bindparam("before")),
        exists().where(
            mine(paper_answer),
            paper_answer.c.client_id == client.c.client_id,
            paper_answer.c.typed_at < bindparam("before"),
        ),
    ),
)


_STILL = select(client.c.client_id).where(
    mine(client), client.c.client_id.in_(bindparam("clients", expanding=True)), _closed("since")
)
# PostgreSQL: a lock alone looks at the letters as they were before it was got. SQLite has one writer anyhow.
_HOLD = (
    select(client.c.client_id)
    .where(mine(client), client.c.client_id.in_(bindparam("clients", expanding=True)))
    .order_by(client.c.client_id)
    .with_for_update(key_share=True)
)


def still_closed(records: Records, client_ids: Iterable[str], since: datetime) -> set[str]:
    """Which of these are closed since this moment. In records that write nobody opens one again until the end."""
    ids = list(client_ids)
    if records.writes:
        records.held.update(records.read(_HOLD, clients=ids).scalars())
    return set(records.read(_STILL, clients=ids, since=since).scalars())


def closed_since(records: Records, since: datetime, after: str = "") -> list[str]:
    """Ids of the next clients behind `after` whose last talk and letter ended by then."""
    return list(records.read(_PAGE, since=since, after=after).scalars())


def with_old_answers(records: Records, now: datetime, over: datetime, before: datetime, after: str = "") -> list[str]:
    """Ids of the next clients whose conversation is closed now, and who said something `before`; without those whose
    conversation was closed by the moment `over`: they go as a whole."""
    return list(records.read(_WITH_OLD_ANSWERS, since=now, over=over, before=before, after=after).scalars())
