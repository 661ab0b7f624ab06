"""How a fictional client answers: what they would say to each question, and to the rest nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kompas.conversation.accepting import Reply
from kompas.conversation.agenda import LATER, YES
from kompas.conversation.flow import PARTS
from kompas.conversation.walking import Stop

EVERYTHING: dict[str, str] = dict.fromkeys(PARTS, "share")


@dataclass(frozen=True)
class Again:
    """Invited to a new talk, long after the one before. `says` is what they say differently now.

    `shares`: they walked the conversation anew, and shared what they shared the first time.
    """

    days: int
    clock: str
    shares: bool = False
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Person:
    """One made-up client. `days` are working days from today to their talk (days.py), `clock` its time.

    `yes` and `half` name the cards (talents, interests, drivers, what they know) that they answer strongly and half;
    every other card gets the weakest answer. `says` holds the rest: option ids, numbers of stairs, or own words, by
    question; for a repeat by `question.item`. What is in none of these is skipped. `told` are the entries of a list,
    `languages` those of the languages that they speak.
    `stops_at` is where they closed the phone. Of the topics, `says` holds those that they want to talk about;
    `own_topic` is one in their own words, after those.

    `helped_best` is the hint that they choose themselves. `share` is the choice per part; without it nothing was shared
    yet. Of a part that is shared line by line, `lines` has the choices by kind of line, and the rest is shared. After
    that: which lines were `confirmed` together, `here` on the caseworker's screen; which are `waiting` for the client;
    which the caseworker saw differently, in which words (`as_put`: the client agrees with those); what they took back;
    and what they would answer now.
    """

    key: str
    name: str
    language: str
    birth_year: int
    caseworker: str
    days: int
    clock: str
    yes: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    says: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    told: tuple[Mapping[str, str], ...] = ()
    languages: tuple[Mapping[str, str], ...] = ()
    rather_talk: tuple[str, ...] = ()
    own_topic: str = ""
    stops_at: str = ""
    helped_best: str = ""
    share: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    opened: bool = False
    confirmed: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    not_now: tuple[str, ...] = ()
    seen_differently: Mapping[str, str] = field(default_factory=dict)
    as_put: Mapping[str, str] = field(default_factory=dict)
    takes_back: tuple[str, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    ends: Literal["", "withdrawn", "renewed"] = ""
    again: Again | None = None

    @property
    def talks(self) -> bool:
        """Did they answer anything at all?"""
        return bool(self.says or self.stops_at or self.rather_talk)

    @property
    def was_spoken_with(self) -> bool:
        return bool(self.confirmed or self.here or self.waiting or self.not_now or self.seen_differently or self.as_put)

    def reply(self, stop: Stop) -> Reply:
        """What this person does on this screen."""
        if stop.question.id in self.rather_talk:
            return Reply(do="talk")
        if stop.question.kind == "entries":
            return self._tells(stop)
        if stop.question.kind == "faces":
            return Reply(choices=(self._face(stop),))
        said = self.says.get(stop.slot)
        if said is None:
            return Reply(do="skip")
        if stop.question.kind == "topics":
            return Reply(fields={code: YES if code in said else LATER for code in stop.options})
        if stop.question.kind == "text":
            return Reply(words=str(said))
        return Reply(choices=(said,) if isinstance(said, str) else said)

    def _face(self, stop: Stop) -> str:
        weight = 2 if stop.question.id in self.yes else 1 if stop.question.id in self.half else 0
        return next(name for name, option in stop.options.items() if option.weight == weight)

    def _tells(self, stop: Stop) -> Reply:
        place = int(stop.item or 1) - 1
        told = self.languages if stop.question.id == "languages" else self.told
        return Reply(fields=told[place]) if place < len(told) else Reply(do="done")

    def leftovers(self, seen: set[str]) -> Iterator[str]:
        """What they would have said to questions that never came: a slip in the script of this person."""
        yield from (slot for slot in self.says if slot not in seen)
