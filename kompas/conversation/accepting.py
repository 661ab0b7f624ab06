"""What counts as an answer: a reply from the screen becomes an `Answer`, or a sentence says what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from kompas.conversation.agenda import WORDS
from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, item_of, question_of
from kompas.conversation.flow import EntryField, Kind
from kompas.conversation.former import todays_choice
from kompas.conversation.readable import readable
from kompas.conversation.walking import Stop


@dataclass(frozen=True)
class Reply:
    """What came back from a screen, as it came: nothing of it is trusted yet.

    `do` is answer, skip, talk, or (entries) done. `about` is the slot that the screen was showing; an old tab may
    show another one than the path now has at that address, or know something by a name that it had before.
    """

    do: str = "answer"
    choices: tuple[str, ...] = ()
    words: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    about: str | None = None


class NotAccepted(Exception):
    """The reply can't be stored. `sentence` (English source, with `values` to fill in) says what to do instead."""

    def __init__(self, sentence: str, **values: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


CHOOSE_SOMETHING = "Choose what fits you, or skip."
NOT_OFFERED = "That choice is no longer here. Choose again."
TOO_FEW = "Choose %(least)d. You have %(now)d now."
TOO_MANY = "Choose at most %(most)d. You have %(now)d now."
ALONE = "Choose “nothing” alone, or choose something else."
SAY_SOMETHING = "Write something first, or skip."
TOO_LONG = "Use at most %(longest)d letters. You have %(now)d now."
MOVED_ON = "You changed something in another window. This is the question now."
NOT_ASKED_NOW = "That question is no longer asked. This is the question now."
ALL_SAID = "That question is no longer asked. These are your answers."


def accept(stop: Stop, reply: Reply) -> Answer:
    """The answer that a reply gives to this stop. Raises `NotAccepted` with a sentence for the visitor."""
    reply = in_todays_ids(stop, reply)
    if reply.about is not None and reply.about != stop.slot:
        raise NotAccepted(MOVED_ON)
    if reply.do == "skip":
        return SKIPPED
    if reply.do == "talk":
        return RATHER_TALK
    return _BY_KIND[stop.question.kind](stop, reply)


def in_todays_ids(stop: Stop, reply: Reply) -> Reply:
    """The same reply as today's page of this question would have sent it."""
    fields = dict(reply.fields)
    for name, one in stop.question.fields.items():
        former = next((reply.fields[old] for old in reversed(one.was) if old in reply.fields), None)
        if former is not None and name not in fields:
            fields[name] = former
        if one.kind == "one" and name in fields:
            fields[name] = todays_choice(one.options, fields[name])
    if stop.question.kind == "topics":
        fields = {todays_choice(stop.options, name): said for name, said in fields.items()}
    about = stop.slot if reply.about is not None and _is_about(stop, reply.about) else reply.about
    choices = tuple(todays_choice(stop.options, one) for one in reply.choices)
    return replace(reply, choices=choices, fields=fields, about=about)


def _is_about(stop: Stop, slot: str) -> bool:
    """Whether this slot, in today's ids or in former ones, is the one that the stop asks about."""
    items = (stop.item, *(stop.about.was if stop.about else ()))
    return question_of(slot) in (stop.question.id, *stop.question.was) and item_of(slot) in items


def _one(stop: Stop, reply: Reply) -> Answer:
    if not reply.choices:
        raise NotAccepted(CHOOSE_SOMETHING)
    if len(set(reply.choices)) > 1:
        raise NotAccepted(TOO_MANY, most=1, now=len(set(reply.choices)))
    if reply.choices[0] not in stop.options:
        raise NotAccepted(NOT_OFFERED)
    return Answer("given", reply.choices[0])


def _many(stop: Stop, reply: Reply) -> Answer:
    chosen = tuple(dict.fromkeys(reply.choices))
    if not chosen:
        raise NotAccepted(CHOOSE_SOMETHING)
    if not set(chosen) <= stop.options.keys():
        raise NotAccepted(NOT_OFFERED)
    if stop.question.none in chosen:
        if len(chosen) > 1:
            raise NotAccepted(ALONE)
    elif len(chosen) > stop.most:
        raise NotAccepted(TOO_MANY, most=stop.most, now=len(chosen))
    elif len(chosen) < stop.least:
        raise NotAccepted(TOO_FEW, least=stop.least, now=len(chosen))
    return Answer("given", chosen)


def _text(stop: Stop, reply: Reply) -> Answer:
    return Answer("given", _words(reply.words, stop.question.longest))


def _entry(stop: Stop, reply: Reply) -> Answer:
    # "That is all" under fields that are filled in keeps what stands there first: typed words are never lost.
    if reply.do == "done" and not any(words.strip() for words in reply.fields.values()):
        return END_OF_LIST
    told = {name: _told(one, reply.fields.get(name, "")) for name, one in stop.question.fields.items()}
    if not any(told.values()):
        raise NotAccepted(SAY_SOMETHING)
    return Answer("given", {name: words for name, words in told.items() if words})


def _topics(stop: Stop, reply: Reply) -> Answer:
    # Nothing chosen is fine: a topic that was left open is not on the agenda.
    if not set(reply.fields) <= stop.options.keys() or not set(reply.fields.values()) <= set(WORDS):
        raise NotAccepted(NOT_OFFERED)
    return Answer("given", {code: reply.fields[code] for code in stop.options if code in reply.fields})


def _told(one: EntryField, raw: str) -> str:
    if not raw.strip():
        return ""
    if one.kind == "text":
        return _words(raw, one.longest)
    if raw not in one.options:
        raise NotAccepted(NOT_OFFERED)
    return raw


def _words(raw: str, longest: int) -> str:
    words = readable(raw)
    if not words:
        raise NotAccepted(SAY_SOMETHING)
    if len(words) > longest:
        raise NotAccepted(TOO_LONG, longest=longest, now=len(words))
    return words


_BY_KIND: dict[Kind, Callable[[Stop, Reply], Answer]] = {
    "one": _one,
    "faces": _one,
    "stairs": _one,
    "many": _many,
    "pick": _many,
    "text": _text,
    "entries": _entry,
    "topics": _topics,
}
