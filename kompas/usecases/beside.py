"""With someone beside: say who is there, and look back at who was."""

from datetime import datetime

from kompas.casework.versions import without_beside
from kompas.conversation.answers import Answer, slot_of
from kompas.conversation.beside import ALONE, BESIDE, PAPER, PEOPLE, on_record
from kompas.store.answers import answers_of, append_answer, wipe_answers
from kompas.usecases.parties import Phone, client_here
from kompas.usecases.problems import NotFound
from kompas.usecases.wipe import take_out


def sit_beside(phone: Phone, who: str, now: datetime) -> None:
    """From now on this one is on record for each chapter in which something is answered. Raises `NotFound`."""
    if who not in (*PEOPLE, ALONE):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        append_answer(records, phone.client_id, BESIDE, Answer("given", who), now)


def put_right(phone: Phone, chapter_id: str, who: str, now: datetime) -> None:
    """Who really was there in this chapter. What was on record is wiped, also from what was shared; alone: for good.
    That it came from paper stays on record with whoever was there.

    Raises `NotFound` for somebody unknown, and where nothing is on record.
    """
    if who not in (*PEOPLE, ALONE):
        raise NotFound
    with phone.archive.writing(phone.organisation_id) as records:
        client, answers = client_here(records, phone), answers_of(records, phone.client_id)
        before = on_record(answers, chapter_id)
        if not before:
            raise NotFound
        wipe_answers(records, client.id, [slot_of(BESIDE, chapter_id)])
        if who != ALONE:
            paper = {PAPER: before[PAPER]} if PAPER in before else {}
            append_answer(records, client.id, slot_of(BESIDE, chapter_id), Answer("given", {**paper, who: ""}), now)
        take_out(records, client, lambda version: without_beside(version, chapter_id), now)
