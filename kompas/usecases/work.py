"""Work that may suit: look at it, put some of it aside, and say which help suits best. All of it stays on the phone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kompas.conversation.answers import Answer
from kompas.conversation.own_word import (
    HINT,
    MOST_CHOSEN,
    NOT_FOR_ME,
    NOT_RIGHT,
    RIGHT,
    WHY_NOT,
    WORK_CHOSEN,
    on_hint,
    put_aside,
    word_on_hint,
    work_chosen,
)
from kompas.conversation.walking import Walk, walk
from kompas.profile.concluding import Adviser
from kompas.profile.still_holding import without_lapsed_hint
from kompas.profile.worked_out import WorkedOut
from kompas.store.answers import answers_of, append_answer, wipe_answers
from kompas.store.archive import Records
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound
from kompas.usecases.region import in_region


@dataclass(frozen=True)
class Advice:
    """What the rules make of all that a client said, with their own word on it."""

    walk: Walk
    worked_out: WorkedOut
    put_aside: Mapping[str, str]
    chosen: tuple[str, ...]
    word_on_hint: str


def my_advice(phone: Phone, adviser: Adviser, now: datetime) -> Advice:
    """From everything the client said, kept or shared: only they see it. Two queries."""
    with phone.archive.reading(phone.organisation_id) as records:
        return _advice(records, phone, adviser, now)


def put_work_aside(phone: Phone, adviser: Adviser, esco: str, why: str, now: datetime) -> None:
    """From now on this work isn't suggested. Raises `NotFound` for work or a reason that nobody offers."""
    if why not in (*WHY_NOT, "") or all(one.esco != esco for one in adviser.occupations):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        answers = answers_of(records, phone.client_id)
        append_answer(records, phone.client_id, NOT_FOR_ME, Answer("given", {**put_aside(answers), esco: why}), now)
        if esco in (chosen := work_chosen(answers)):
            _goes_for(records, phone, [one for one in chosen if one != esco], now)


def bring_work_back(phone: Phone, esco: str, now: datetime) -> None:
    """As if it had never been put aside: the word on it is wiped."""
    with phone.archive.writing(phone.organisation_id) as records:
        left = put_aside(answers_of(records, phone.client_id))
        left.pop(esco, None)
        wipe_answers(records, phone.client_id, [NOT_FOR_ME])
        if left:
            append_answer(records, phone.client_id, NOT_FOR_ME, Answer("given", left), now)


def go_for_work(phone: Phone, adviser: Adviser, esco: str, now: datetime) -> bool:
    """From now on this work stands first, and what it needs is bridged. False: they go for as much as they can already.

    Raises `NotFound` for work that nobody knows.
    """
    if all(one.esco != esco for one in adviser.occupations):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        chosen = work_chosen(answers_of(records, phone.client_id))
        if esco not in chosen and len(chosen) < MOST_CHOSEN:
            _goes_for(records, phone, [*chosen, esco], now)
        return esco in chosen or len(chosen) < MOST_CHOSEN


def let_work_go(phone: Phone, esco: str, now: datetime) -> None:
    """As if it had never been chosen."""
    with phone.archive.writing(phone.organisation_id) as records:
        chosen = work_chosen(answers_of(records, phone.client_id))
        _goes_for(records, phone, [one for one in chosen if one != esco], now)


def choose_hint(phone: Phone, adviser: Adviser, word: str, now: datetime) -> None:
    """Right, not right, or a hint of their own; nothing takes their word back. Raises `NotFound` for anything else."""
    if word not in ("", RIGHT, NOT_RIGHT, *(one.id for one in adviser.rules.hints.rules)):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        given = _advice(records, phone, adviser, now).worked_out.hint.id
        wipe_answers(records, phone.client_id, [HINT])
        if word:
            append_answer(records, phone.client_id, HINT, on_hint(given, word, now.date()), now)


def _goes_for(records: Records, phone: Phone, chosen: Iterable[str], now: datetime) -> None:
    wipe_answers(records, phone.client_id, [WORK_CHOSEN])
    if left := dict.fromkeys(chosen, ""):
        append_answer(records, phone.client_id, WORK_CHOSEN, Answer("given", left), now)


def _advice(records: Records, phone: Phone, adviser: Adviser, now: datetime) -> Advice:
    walked = walk(phone.flow, answers_of(records, phone.client_id), phone.context)
    own_word = without_lapsed_hint(adviser, phone.flow, walked.heard, walked.own_word, now.date())
    found = in_region(records, adviser).works_out(phone.flow, walked.heard, own_word)
    return Advice(walked, found, put_aside(own_word), work_chosen(own_word), word_on_hint(own_word, found.hint.id))
