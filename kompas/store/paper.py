"""What was written on paper and typed in, sealed per client, until the client has looked it through."""

import json
from collections.abc import Container, Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from kompas.conversation.answers import Answer
from kompas.conversation.paper import TypedIn
from kompas.store.archive import Records
from kompas.store.clients import hold, hold_if_writing
from kompas.store.tables import mine, paper_answer

_OF_CLIENT = mine(paper_answer), paper_answer.c.client_id == bindparam("client")
_ALL = select(paper_answer).where(*_OF_CLIENT).order_by(paper_answer.c.position)
_WIPE = delete(paper_answer).where(*_OF_CLIENT)
_THESE = _WIPE.where(paper_answer.c.position.in_(bindparam("positions", expanding=True)))
_BEFORE = _WIPE.where(paper_answer.c.typed_at < bindparam("moment"))


def typed_in(records: Records, client_id: str) -> list[TypedIn]:
    """All that waits for the client, in the order it was typed in. In records that write, the client is held."""
    hold_if_writing(records, client_id)
    found = []
    for row in records.read(_ALL, client=client_id):
        slot, plain, by, only = json.loads(records.open(client_id, _place(client_id, row.position), row.sealed))
        found.append(TypedIn(row.position, slot, Answer.from_plain(plain), by, row.typed_at, only))
    return found


def add_typed(
    records: Records, client_id: str, answers: Mapping[str, Answer], by: str, now: datetime, *, only: bool = False
) -> None:
    """Adds these, in the place of what was typed in for the same questions. `only`: for the client's phone alone."""
    before = typed_in(records, client_id)
    drop_typed(records, client_id, (one.position for one in before if one.slot in answers))
    last = max((one.position for one in before), default=0)
    for position, (slot, answer) in enumerate(answers.items(), start=last + 1):
        blob = json.dumps([slot, answer.to_plain(), by, only], ensure_ascii=False, separators=(",", ":"))
        sealed = records.seal(client_id, _place(client_id, position), blob)
        records.add(paper_answer, client_id=client_id, position=position, typed_at=now, sealed=sealed)


def drop_typed(records: Records, client_id: str, positions: Iterable[int]) -> None:
    """Wipes these for good (see `answers.wipe_answers`)."""
    hold(records, client_id)
    if found := list(positions):
        records.wipe(_THESE, client=client_id, positions=found)


def drop_typed_under(records: Records, client_id: str, slots: Container[str]) -> None:
    """Wipes what was typed in for these slots."""
    drop_typed(records, client_id, (one.position for one in typed_in(records, client_id) if one.slot in slots))


def drop_typed_before(records: Records, client_id: str, moment: datetime) -> None:
    """Wipes what was typed in before this moment."""
    hold(records, client_id)
    records.wipe(_BEFORE, client=client_id, moment=moment)


def _place(client_id: str, position: int) -> tuple[str | int, ...]:
    return ("paper_answer", "sealed", client_id, position)
