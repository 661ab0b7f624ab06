"""The client's agenda: look at it, put it in order, and put a topic of one's own on it."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from kompas.conversation.accepting import TOO_LONG, NotAccepted
from kompas.conversation.agenda import DEEDS, LONGEST_OWN, OWN, Topics, has_room, on_agenda, with_own
from kompas.conversation.answers import Answer, Answers
from kompas.conversation.beside import beside_now, put_on_record
from kompas.conversation.readable import one_line
from kompas.conversation.walking import Stop, Walk, walk
from kompas.store.answers import answers_of, append_answer
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound

NOTHING_WRITTEN = "Write first what you want to talk about."
NO_ROOM = "Your list has five topics of your own. Take one off first."


@dataclass(frozen=True)
class Agenda:
    """The topics as they are now, in the client's order, and the question that offers them. `place`: where the topic
    stands that was just put there or moved, from 1; 0 for none. `taken_off`: what was just taken off, as it was."""

    walk: Walk
    stop: Stop
    topics: Topics
    place: int = 0
    taken_off: Topics = field(default_factory=dict)


def my_agenda(phone: Phone) -> Agenda:
    """Raises `NotFound` where nobody is asked what they want to talk about."""
    with phone.archive.reading(phone.organisation_id) as records:
        return _agenda(phone, answers_of(records, phone.client_id))


def arrange(phone: Phone, do: str, topic: str, words: str, now: datetime) -> Agenda:
    """Moves a topic `up` or `down`, puts it `on` the agenda or takes it `off`; and adds a topic in own words, if any.

    What can't be done any more (the page was old) changes nothing. Raises `NotAccepted` with a sentence when the words
    can't be kept; then nothing is. Raises `NotFound` where nobody is asked what they want to talk about.
    """
    if do == "add" and not one_line(words):
        raise NotAccepted(NOTHING_WRITTEN)
    with phone.archive.writing(phone.organisation_id) as records:
        answers = answers_of(records, phone.client_id)
        before = _agenda(phone, answers)
        topics, touched = _done(before, do, topic)
        topics, touched = _told(topics, one_line(words), touched)
        if list(topics.items()) == list(before.topics.items()):
            return before
        said = {before.stop.slot: Answer("given", topics)}
        said |= put_on_record(answers, before.stop.chapter.id, beside_now(answers))
        for slot, one in said.items():
            append_answer(records, phone.client_id, slot, one, now)
    now_on = _agenda(phone, {**answers, **said}, touched)
    was_on = set(on_agenda(before.topics)) - set(on_agenda(now_on.topics))
    return replace(now_on, taken_off={code: before.topics[code] for code in was_on})


def _agenda(phone: Phone, answers: Answers, touched: str = "") -> Agenda:
    walked = walk(phone.flow, answers, phone.context)
    stop = walked.agenda
    if stop is None:
        raise NotFound
    said = walked.heard.get(stop.slot)
    topics = said.value if said is not None and isinstance(said.value, dict) else {}
    order = on_agenda(topics)
    return Agenda(walked, stop, topics, order.index(touched) + 1 if touched in order else 0)


def _done(agenda: Agenda, do: str, topic: str) -> tuple[Topics, str]:
    """The topics after the deed, and which one it was about."""
    is_on = topic in on_agenda(agenda.topics)
    possible = topic in agenda.stop.options and not is_on if do == "on" else is_on
    return (DEEDS[do](agenda.topics, topic), topic) if do in DEEDS and possible else (agenda.topics, "")


def _told(topics: Topics, words: str, touched: str) -> tuple[Topics, str]:
    """With the words as a topic; the same words again change nothing."""
    if not words or words in (topics.get(code) for code in OWN):
        return topics, touched
    if len(words) > LONGEST_OWN:
        raise NotAccepted(TOO_LONG, longest=LONGEST_OWN, now=len(words))
    if not has_room(topics):
        raise NotAccepted(NO_ROOM)
    told = with_own(topics, words)
    return told, touched or on_agenda(told)[-1]
