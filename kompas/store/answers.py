"""Answers: append-only. The newest to a question counts; what was said before stays, until it is wiped as a whole."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from kompas.conversation.answers import Answer
from kompas.conversation.expiring import Given
from kompas.store.archive import Records
from kompas.store.clients import hold, hold_if_writing
from kompas.store.tables import answer as answer_table
from kompas.store.tables import mine

_ALL = (
    select(answer_table.c.position, answer_table.c.sealed, answer_table.c.given_at)
    .where(mine(answer_table), answer_table.c.client_id == bindparam("client"))
    .order_by(answer_table.c.position)
)
_WIPE = delete(answer_table).where(mine(answer_table), answer_table.c.client_id == bindparam("client"))
_THESE = _WIPE.where(answer_table.c.position.in_(bindparam("positions", expanding=True)))


@dataclass
class _Said:
    """What a client said up to `last`: the newest answer for each slot, in the order the slots were first answered."""

    newest: dict[str, Answer]
    last: int = 0
    moments: list[datetime] = field(default_factory=list)


def answers_of(records: Records, client_id: str) -> dict[str, Answer]:
    """The newest answer for each slot, in the order the slots were first answered. One query.

    In records that write, the client is held from here on. Raises KeyGone for somebody who was erased; in records that
    write also for somebody who never was.
    """
    hold_if_writing(records, client_id)
    return dict(_said(records, client_id).newest)


def answers_and_moments(records: Records, client_id: str) -> tuple[dict[str, Answer], list[datetime]]:
    """The same, with the moments of all that was ever answered. The same one query."""
    hold_if_writing(records, client_id)
    said = _said(records, client_id)
    return dict(said.newest), list(said.moments)


def append_answer(records: Records, client_id: str, slot: str, answer: Answer, now: datetime) -> bool:
    """Adds an answer; False, and nothing is stored, when it equals the newest one for this slot (a double tap).

    Writers to the same client take turns (`clients.hold`), so positions never collide and no answer is lost.
    Raises KeyGone when there is no such client.
    """
    hold(records, client_id)
    said = _said(records, client_id)
    blob = _written(slot, answer)
    if slot in said.newest and _written(slot, said.newest[slot]) == blob:
        return False
    position = said.last + 1
    sealed = records.seal(client_id, _place(client_id, position), blob)
    records.add(answer_table, client_id=client_id, position=position, given_at=now, sealed=sealed)
    said.newest[slot], said.last = answer, position
    said.moments.append(now)
    return True


def _written(slot: str, answer: Answer) -> str:
    """The order of an answer counts as well: an agenda in another order is another one."""
    return json.dumps([slot, answer.to_plain()], ensure_ascii=False, separators=(",", ":"))


def all_said(records: Records, client_id: str) -> list[tuple[str, Answer]]:
    """Everything that is stored, slot by slot, the oldest first: also what was changed since. One query."""
    hold_if_writing(records, client_id)
    return [(slot, answer) for _position, slot, answer, _at in _rows(records, client_id)]


def wipe_answers(records: Records, client_id: str, slots: Iterable[str]) -> int:
    """Deletes every value that was ever stored in these slots; how many there were.

    SQLite overwrites what stood there, in the file and in its log. PostgreSQL gives the space free: its own vacuum
    clears it, and until then no query finds it. Nothing takes the place of what is gone: the slots are as never asked.
    """
    hold(records, client_id)
    gone = set(slots)
    found = [position for position, slot, _answer, _at in _rows(records, client_id) if slot in gone]
    return _forget(records, client_id, records.wipe(_THESE, client=client_id, positions=found) if found else 0)


def all_given(records: Records, client_id: str) -> list[Given]:
    """Every value with its moment, the oldest first. One query; in records that write, the client is held."""
    hold_if_writing(records, client_id)
    return [Given(*row) for row in _rows(records, client_id)]


def wipe_given(records: Records, client_id: str, given: Iterable[Given]) -> None:
    """Deletes these values, as `wipe_answers` does."""
    hold(records, client_id)
    if found := [one.position for one in given]:
        _forget(records, client_id, records.wipe(_THESE, client=client_id, positions=found))


def _forget(records: Records, client_id: str, wiped: int) -> int:
    """What was remembered within this transaction is read anew."""
    records.memory.pop(("answers", client_id), None)
    return wiped


def _said(records: Records, client_id: str) -> _Said:
    """Read once while the client is held: nobody else can have added to it."""
    remembered = ("answers", client_id)
    if remembered in records.memory:
        known: _Said = records.memory[remembered]
        return known
    said = _Said({})
    for position, slot, answer, given_at in _rows(records, client_id):
        said.newest[slot], said.last = answer, position
        said.moments.append(given_at)
    if client_id in records.held:
        records.memory[remembered] = said
    return said


def _rows(records: Records, client_id: str) -> Iterator[tuple[int, str, Answer, datetime]]:
    for position, sealed, given_at in records.read(_ALL, client=client_id):
        slot, plain = json.loads(records.open(client_id, _place(client_id, position), sealed))
        yield position, slot, Answer.from_plain(plain), given_at


def _place(client_id: str, position: int) -> tuple[str | int, ...]:
    return ("answer", "sealed", client_id, position)
