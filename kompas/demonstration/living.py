"""One life in Waterrijk: what a made-up person and their caseworker do, each deed with its moment, as people do it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kompas.casework.people import Client, Organisation
from kompas.conversation.accepting import Reply
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.demonstration.days import Moments, moments, moments_again, talk_of
from kompas.demonstration.person import Person
from kompas.demonstration.speaking import Word, agree_here, words
from kompas.post.wording import Say
from kompas.profile.concluding import Adviser
from kompas.usecases.agenda import arrange
from kompas.usecases.answer import answer, where_is
from kompas.usecases.codes import Opener, code_shown
from kompas.usecases.invite import Appointment, invite, renew, withdraw
from kompas.usecases.invite_again import invite_again
from kompas.usecases.open_profile import open_profile
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.share import share, unshare, what_to_choose
from kompas.usecases.tidy import tidy
from kompas.usecases.work import choose_hint

PLACES = {
    "joris": "Werkplein Waterrijk, kamer 3",
    "fatima": "Werkplein Waterrijk, kamer 5",
    "willem": "Buurthuis De Proef, kamer 1",
    "nadia": "Buurthuis De Proef, kamer 2",
}
ONE_ANSWER = timedelta(seconds=15)
A_WORD = timedelta(seconds=40)


@dataclass(frozen=True)
class Deed:
    """Something that a person or their caseworker does, and when. `do` does it."""

    at: datetime
    do: Callable[[], None]


@dataclass(frozen=True)
class Town:
    """What every life in it needs. `today` is the day on which the demonstration is filled."""

    organisation: Organisation
    flow: Flow
    say: Say
    pepper: bytes
    today: date
    adviser: Adviser | None = None


class Life:
    """`client` is there from the invitation on. `opener` is in their newest letter, the other one in one before it."""

    def __init__(self, town: Town, desk: Desk, person: Person, opener: Opener, earlier_opener: Opener) -> None:
        self.town, self.desk, self.person = town, desk, person
        self.opener, self.earlier_opener = opener, earlier_opener
        self.client: Client | None = None

    def deeds(self) -> Iterator[Deed]:
        """In the order in which they can be done, and their moments are in that order too."""
        person, when = self.person, moments(self.person, self.town.today)
        yield Deed(when.invited, lambda: self._is_invited(when.invited))
        if person.ends == "renewed":
            yield Deed(when.renewed, lambda: self._gets_a_new_letter(when.renewed))
        if person.talks:
            yield Deed(when.walked, lambda: self._walks(person, when.walked))
        if person.share:
            yield Deed(when.shared, lambda: self._shares(when.shared))
        if person.opened or person.was_spoken_with:
            yield Deed(when.opened, lambda: self._is_read(when.opened))
        yield from self._talk(when)
        if person.takes_back or person.changes or person.ends == "withdrawn":
            yield Deed(when.after, lambda: self._thinks_again(when.after))
        if person.again:
            yield from self._anew(moments_again(person, self.town.today))

    def _talk(self, when: Moments) -> Iterator[Deed]:
        for number, word in enumerate(words(self.person)):
            yield self._spoken(word, when.spoke + number * A_WORD)
        if self.person.here:
            yield Deed(when.left, lambda: self._agrees_here(when.left))

    def _anew(self, when: Moments) -> Iterator[Deed]:
        again = self.person.again
        yield Deed(when.invited, lambda: self._is_invited_again(when.invited))
        if again is not None and again.shares:
            now = replace(self.person, says={**self.person.says, **again.says})
            yield Deed(when.walked, lambda: self._walks(now, when.walked))
            yield Deed(when.shared, lambda: self._shares(when.shared))

    @property
    def phone(self) -> Phone:
        if self.client is None:
            raise ValueError(f"{self.person.name} was not invited yet.")
        return Phone(
            self.desk.archive, self.desk.organisation_id, self.client.id, self.town.flow, Context(), self.town.adviser
        )

    def _is_invited(self, at: datetime) -> None:
        wanted = self._appointment(self.person.days, self.person.clock)
        opener = self.earlier_opener if self.person.again else self.opener
        self.client, _opener = invite(self.desk, wanted, self.town.pepper, at, opener)

    def _is_invited_again(self, at: datetime) -> None:
        again = self.person.again
        if again is not None:
            tidy(self.desk.archive, self.town.organisation, self.town.flow, at)  # as each night
            wanted = self._appointment(again.days, again.clock)
            invite_again(self.desk, self.phone.client_id, wanted, self.town.pepper, at, self.opener)

    def _appointment(self, days: int, clock: str) -> Appointment:
        person = self.person
        at = talk_of(days, clock, self.town.today)
        return Appointment(person.name, person.language, person.birth_year, at, PLACES[person.caseworker])

    def _gets_a_new_letter(self, at: datetime) -> None:
        renew(self.desk, self.phone.client_id, self.town.pepper, at)

    def _walks(self, person: Person, at: datetime) -> None:
        """The real conversation, one answer a quarter of a minute, until it ends or the phone is closed."""
        phone, seen = self.phone, set[str]()
        stop = where_is(phone).next
        while stop is not None and stop.slot != person.stops_at:
            seen.add(stop.slot)
            at += ONE_ANSWER
            stop = answer(phone, stop.address, person.reply(stop), at)[1].next
        if person.helped_best and phone.adviser:
            choose_hint(phone, phone.adviser, person.helped_best, at)
        if person.own_topic:
            arrange(phone, "add", "", person.own_topic, at)
        if not person.stops_at and (unasked := list(person.leftovers(seen))):
            raise ValueError(f"{person.name} was never asked about {', '.join(unasked)}.")

    def _shares(self, at: datetime) -> None:
        person, languages = self.person, {"nl", self.person.language}
        share(self.phone, person.share, self._line_by_line(at), self.town.say, languages, at)

    def _line_by_line(self, at: datetime) -> Mapping[str, str]:
        if not self.person.lines:
            return {}
        lines = what_to_choose(self.phone, at).profile.statements
        return {one.id: self.person.lines.get(one.kind, "share") for one in lines}

    def _is_read(self, at: datetime) -> None:
        open_profile(self.desk, self.phone.client_id, at)

    def _spoken(self, word: Word, at: datetime) -> Deed:
        return Deed(at, lambda: word(self.desk, self.phone, at))

    def _agrees_here(self, at: datetime) -> None:
        code = code_shown(self.opener.code, self.town.pepper)
        agree_here(self.desk, self.phone, self.person.here, code, at)

    def _thinks_again(self, at: datetime) -> None:
        """After it all: the client takes something back or answers anew, or the caseworker withdraws the letter."""
        phone, person = self.phone, self.person
        if person.takes_back:
            unshare(phone, person.takes_back, (), at)
        for slot, option in person.changes.items():
            answer(phone, slot, Reply(choices=(option,)), at)
        if person.ends == "withdrawn":
            withdraw(self.desk, phone.client_id, at)
