"""Answer a question, and look at where a client is."""

from dataclasses import replace
from datetime import datetime

from kompas.conversation.accepting import NotAccepted, Reply, accept
from kompas.conversation.agenda import chosen_again
from kompas.conversation.answers import Answers, question_of
from kompas.conversation.beside import beside_now, put_on_record
from kompas.conversation.sitting import minutes_used
from kompas.conversation.walking import Stop, Walk, walk
from kompas.store.answers import answers_and_moments, append_answer
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound


def where_is(phone: Phone, now: datetime | None = None) -> Walk:
    """The client's path as their answers make it now. It knows how long they have been at it when told the moment."""
    with phone.archive.reading(phone.organisation_id) as records:
        answers, moments = answers_and_moments(records, phone.client_id)
    used = 0 if now is None else minutes_used(moments, now)
    return walk(phone.flow, answers, replace(phone.context, minutes_used=used))


def answer(phone: Phone, address: str, reply: Reply, now: datetime) -> tuple[Stop, Walk]:
    """Stores the reply to the question at this address; gives the stop that was answered and the path from then on.

    Acknowledged only after its commit. Raises `NotFound` for a question off the path and `NotAccepted` with a sentence
    when the reply can't be stored; what was stored before stays. Who sits beside goes on record for its chapter.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        answers, moments = answers_and_moments(records, phone.client_id)
        walked = walk(phone.flow, answers, phone.context)
        stop = walked.find(address) or _answered_just_so(phone, answers, address, reply)
        if stop is None:
            raise NotFound
        kept = accept(stop, reply)
        if stop.question.kind == "topics":
            kept = chosen_again(walked.heard.get(stop.slot), kept)
        said = {stop.slot: kept}
        if kept.state != "skipped":
            said |= put_on_record(answers, phone.flow.chapter_of[stop.question.id].id, beside_now(answers))
        for slot, one in said.items():
            append_answer(records, phone.client_id, slot, one, now)
    context = replace(phone.context, minutes_used=minutes_used(moments, now))
    return stop, walk(phone.flow, {**answers, **said}, context)


def _answered_just_so(phone: Phone, answers: Answers, address: str, reply: Reply) -> Stop | None:
    """An entry that was skipped may leave the path with that very answer. Sent again, because its reply was lost on the
    way, it is no news: it leads on like the first time.
    """
    slot = reply.about or ""
    question = phone.flow.questions.get(question_of(slot))
    if question is None or question.kind != "entries":
        return None
    stop = Stop(slot, address, phone.flow.chapter_of[question.id], question)
    try:
        return stop if answers.get(slot) == accept(stop, reply) else None
    except NotAccepted:
        return None
