"""On paper: typed in by the caseworker, looked through by the client, and only then among their answers."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from kompas.casework.people import Client
from kompas.conversation.answers import END_OF_LIST, SKIPPED, Answer, question_of, slot_of
from kompas.conversation.beside import PAPER, put_on_record
from kompas.conversation.flow import Flow
from kompas.conversation.former import in_todays_words, todays_slot
from kompas.conversation.paper import TypedIn, ways_on
from kompas.store.answers import answers_of, append_answer
from kompas.store.archive import Records
from kompas.store.audit import add_deed, last_done
from kompas.store.paper import add_typed, drop_typed, typed_in
from kompas.usecases.caseload import client_of
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.problems import Stale

TYPED_IN = "type in paper"


@dataclass(frozen=True)
class ToLookThrough:
    """One answer from paper. `said`: what the client answered to the same question on the phone, where it differs."""

    typed: TypedIn
    said: Answer | None = None


def type_in(desk: Desk, client_id: str, answers: Mapping[str, Answer], now: datetime) -> None:
    """Keeps what stands on the client's paper, apart from their answers. Raises `NotFound`."""
    with desk.archive.writing(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        if answers:
            add_typed(records, client.id, answers, desk.caseworker.name, now)
            add_deed(records, now, desk.caseworker.id, TYPED_IN, "client", client.id)


def typed_before(desk: Desk, client_id: str) -> tuple[Client, datetime | None]:
    """When something was typed in last. Whether the client looked it through, or wiped it, is not for a desk to see:
    so nothing of it is shown again. Raises `NotFound`."""
    with desk.archive.reading(desk.organisation_id) as records:
        client = client_of(records, desk.caseworker, client_id)
        return client, last_done(records, TYPED_IN, client.id)


def who_typed(phone: Phone) -> str:
    """Who typed in last what waits for the client; empty when nothing does."""
    with phone.archive.reading(phone.organisation_id) as records:
        typed = typed_in(records, phone.client_id)
    return typed[-1].by if typed else ""


def to_look_through(phone: Phone) -> tuple[ToLookThrough, ...]:
    """All that was typed in and waits for the client."""
    with phone.archive.reading(phone.organisation_id) as records:
        typed = typed_in(records, phone.client_id)
        return beside_answers(phone.flow, typed, answers_of(records, phone.client_id)) if typed else ()


def look_through(phone: Phone, seen: str, left_out: Container[int], instead: Container[int], now: datetime) -> None:
    """Makes answers of what was typed in, but for what is `left_out`; `instead` of what was said on the phone where
    the client chose so. Both by position. What was typed in is wiped then.

    `seen` is the `mark` of what stood on the screen: raises `Stale` when something else is there by now.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        typed, answers = typed_in(records, phone.client_id), answers_of(records, phone.client_id)
        if typed and mark(typed) != seen:
            raise Stale
        looked = beside_answers(phone.flow, typed, answers)
        counts = [one for one in looked if _counts(one, left_out, instead)]
        keep_as_answers(records, phone.flow, phone.client_id, counts, answers, now)
        drop_typed(records, phone.client_id, (one.position for one in typed))


def keep_as_answers(
    records: Records,
    flow: Flow,
    client_id: str,
    looked: Iterable[ToLookThrough],
    answers: Mapping[str, Answer],
    now: datetime,
) -> None:
    """The client says that these are their answers. That they come from paper stands on record of each chapter."""
    said, written = dict(answers), []
    for one in looked:
        new = {one.typed.slot: one.typed.answer}
        chapter = flow.chapter_of.get(question_of(one.typed.slot))
        new |= put_on_record(said, chapter.id, PAPER, one.typed.by) if chapter else {}
        for slot, answer in new.items():
            append_answer(records, client_id, slot, answer, now)
        said |= new
        written.append(one.typed.slot)
    for slot, answer in ways_on(flow, said, written).items():
        append_answer(records, client_id, slot, answer, now)


def beside_answers(flow: Flow, typed: Iterable[TypedIn], answers: Mapping[str, Answer]) -> tuple[ToLookThrough, ...]:
    """Each with what the phone holds of the same question. The records of a list come after those that are there."""
    said = dict(in_todays_words(flow, answers))
    looked: list[ToLookThrough] = []
    for one in typed:
        slot = todays_slot(flow, one.slot)
        question = flow.questions.get(question_of(slot))
        if question is not None and question.kind == "entries":
            slot = _free(question.id, said, one.answer)
        before = said.get(slot, SKIPPED)
        other = None if before in (END_OF_LIST, SKIPPED, one.answer) else before
        looked.append(ToLookThrough(replace(one, slot=slot), other))
        said[slot] = one.answer
    return tuple(looked)


def mark(typed: Iterable[TypedIn]) -> str:
    """Of all that waits on a screen: a choice must never land on another answer than the one that was read."""
    return sha256(" ".join(f"{one.position} {one.at.timestamp()}" for one in typed).encode()).hexdigest()[:32]


def _counts(one: ToLookThrough, left_out: Container[int], instead: Container[int]) -> bool:
    """Where the phone holds something else, only what was chosen counts; else all but what was left out."""
    place = one.typed.position
    return place not in left_out if one.said is None else place in instead


def _free(question: str, said: Mapping[str, Answer], record: Answer) -> str:
    """The first place in the list that holds no record yet, or this very one."""
    number = 1
    while (held := said.get(slot_of(question, str(number)))) is not None and isinstance(held.value, Mapping):
        if held == record:
            break
        number += 1
    return slot_of(question, str(number))
