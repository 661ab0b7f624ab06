"""Accept what a story suggests: from then on it is as if the client had said it at the question itself."""

from collections.abc import Collection
from datetime import datetime

from kompas.conversation.answers import Answer
from kompas.conversation.own_words_lists import WordLists
from kompas.conversation.own_words_offers import accepted, offers
from kompas.conversation.walking import Stop, Walk, walk
from kompas.store.answers import answers_of, append_answer
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound


def accept_suggestions(
    phone: Phone, lists: WordLists, address: str, names: Collection[str], reads: str, now: datetime
) -> tuple[Stop, Walk]:
    """Stores the answers of the suggestions with these names; gives the story's stop and the path from then on.

    The story is read anew: what it does not suggest (any more) is passed over. Nothing is kept of what was left or
    turned down. Raises `NotFound` where no story is asked for.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        answers = answers_of(records, phone.client_id)
        walked = walk(phone.flow, answers, phone.context)
        stop = walked.find(address)
        if stop is None or not stop.question.suggests:
            raise NotFound
        given: dict[str, Answer] = {}
        for offer in offers(lists, walked, stop, reads):
            now_offered = accepted(walked, offer) if offer.name in names else None
            if now_offered is not None:
                given[now_offered.slot] = now_offered.answer
                walked = walk(phone.flow, {**answers, **given}, phone.context)
        for slot, answer in given.items():
            append_answer(records, phone.client_id, slot, answer, now)
    return stop, walked
