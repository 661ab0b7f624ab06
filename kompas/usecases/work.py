"""Work that may suit: look at it, put some of it aside, and say which help suits best. All of it stays on the phone."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from kompas.conversation.answers import Answer
from kompas.conversation.own_word import HINT, NOT_FOR_ME, NOT_RIGHT, RIGHT, WHY_NOT, put_aside, word_on_hint
from kompas.conversation.walking import Walk, walk
from kompas.occupations.occupation import Occupation
from kompas.profile.heard import hear
from kompas.profile.rules import Rules
from kompas.profile.worked_out import WorkedOut, work_out
from kompas.store.answers import answers_of, append_answer, wipe_answers
from kompas.store.archive import Records
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound


@dataclass(frozen=True)
class Advice:
    """What the rules make of all that a client said, with their own word on it."""

    walk: Walk
    worked_out: WorkedOut
    put_aside: Mapping[str, str]
    word_on_hint: str


@dataclass(frozen=True)
class Adviser:
    """What is known of work and of people's answers, in general."""

    rules: Rules
    occupations: Collection[Occupation]


def my_advice(phone: Phone, adviser: Adviser) -> Advice:
    """From everything the client said, kept or shared: only they see it. One query."""
    with phone.archive.reading(phone.organisation_id) as records:
        return _advice(records, phone, adviser)


def put_work_aside(phone: Phone, adviser: Adviser, esco: str, why: str, now: datetime) -> None:
    """From now on this work isn't suggested. Raises `NotFound` for work or a reason that nobody offers."""
    if why not in (*WHY_NOT, "") or all(one.esco != esco for one in adviser.occupations):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        aside = put_aside(answers_of(records, phone.client_id))
        append_answer(records, phone.client_id, NOT_FOR_ME, Answer("given", {**aside, esco: why}), now)


def bring_work_back(phone: Phone, esco: str, now: datetime) -> None:
    """As if it had never been put aside: the word on it is wiped."""
    with phone.archive.writing(phone.organisation_id) as records:
        left = put_aside(answers_of(records, phone.client_id))
        left.pop(esco, None)
        wipe_answers(records, phone.client_id, [NOT_FOR_ME])
        if left:
            append_answer(records, phone.client_id, NOT_FOR_ME, Answer("given", left), now)


def choose_hint(phone: Phone, adviser: Adviser, word: str, now: datetime) -> None:
    """Right, not right, or a hint of their own; nothing takes their word back. Raises `NotFound` for anything else."""
    if word not in ("", RIGHT, NOT_RIGHT, *(one.id for one in adviser.rules.hints.rules)):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        given = _advice(records, phone, adviser).worked_out.hint.id
        wipe_answers(records, phone.client_id, [HINT])
        if word:
            append_answer(records, phone.client_id, HINT, Answer("given", {given: word}), now)


def _advice(records: Records, phone: Phone, adviser: Adviser) -> Advice:
    answers = answers_of(records, phone.client_id)
    walked, aside = walk(phone.flow, answers, phone.context), put_aside(answers)
    found = work_out(adviser.rules, adviser.occupations, hear(phone.flow, walked.heard), not_for_me=aside)
    return Advice(walked, found, aside, word_on_hint(answers, found.hint.id))
