"""Two people who think again: they share, disagree, change and take back, and end at one and the same profile."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kompas.demonstration.people import CASEWORKERS
from kompas.demonstration.person import Person
from tests.journeys.both_sides import at_the_desk, on_the_phone
from tests.journeys.browsing import Visit
from tests.journeys.desk import Desk
from tests.journeys.own_profile import KEEP, SHARE, OwnProfile
from tests.journeys.phone import Phone
from tests.journeys.readable import readable_in
from tests.journeys.residents import ready_to_share
from tests.journeys.towns import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

BOTH_STAY = "You see this differently. Both views stay. %(name)s and %(you)s, %(at)s."
TOGETHER = "Confirmed together. %(name)s and %(you)s, %(at)s."
WRITES = {
    "en": (
        "I would put your patience first. I saw it at the market.",
        "Outside too, when it is dry.",
        "Working alone went very well last year.",
    ),
    "nl": (
        "Ik zou je geduld vooropzetten. Dat zag ik op de markt.",
        "Ook buiten, als het droog is.",
        "Alleen werken ging vorig jaar juist heel goed.",
    ),
}
"""What the caseworker writes: about a talent, about the place of work, and what never comes to be sent."""


@dataclass(frozen=True)
class Talk:
    """Two people, each with a screen. `mine` is what the client's phone shows after the conversation."""

    journey: Visit
    person: Person
    caseworker: str
    phone: Phone
    desk: Desk

    @property
    def mine(self) -> OwnProfile:
        return OwnProfile(self.phone)

    @property
    def first_name(self) -> str:
        """The caseworker's, as the client's screens say it."""
        return self.caseworker.split()[0]

    @property
    def client(self) -> str:
        """Their first name, as the desk says it."""
        return self.person.name.split()[0]

    @property
    def both(self) -> dict[str, str]:
        return {"name": self.caseworker, "you": self.person.name}

    @property
    def writes(self) -> tuple[str, str, str]:
        return WRITES[self.person.language]

    def talents(self) -> list[str]:
        return [self.phone.words.name(one) for one in self.person.says["talents_top"]]

    def hours(self, option: str = "") -> str:
        words = self.phone.words
        return words.option("wish_hours", option) if option else words.name("wish_hours")

    def looks_at_their_compass(self) -> None:
        self.phone.opens(f"{self.journey.town.address}/profile")
        self.phone.shows("This is what we heard")

    def both_see_the_same(self) -> None:
        """Line by line: the same lines, the same standing, the same names, both views."""
        self.desk.opens(self.person.name)
        self.looks_at_their_compass()
        names = self.caseworker, self.client
        here, there = on_the_phone(self.mine, *names), at_the_desk(self.desk, *names)
        assert here == there
        assert {one.line for one in here} >= set(self.talents())
        self.phone.taps("See what you share")
        self.phone.shows("%(name)s can now see this", name=self.first_name)
        assert self.mine.names() == self.desk.reads()


@pytest.fixture(params=["en", "nl"])
def talk(request: pytest.FixtureRequest, visit: Callable[..., Visit], town: Town) -> Talk:
    """Both came in: the client on a phone without JavaScript."""
    person = ready_to_share(request.param)
    journey = visit(person.language, on_phones=False)
    talk = Talk(journey, person, CASEWORKERS[person.caseworker][0], journey.phone(), journey.desk())
    talk.desk.signs_in(talk.caseworker)
    talk.phone.comes_in(town.link_of(person), person.name, person.birth_year)
    return talk


def test_a_change_of_mind(talk: Talk, town: Town) -> None:
    _shares(talk)
    _each_has_their_say(talk)
    _changes_an_answer(talk)
    _takes_a_line_back_in_mid_talk(talk)
    _shares_again(talk)
    _confirm_what_is_new(talk)
    _answers_on_the_caseworkers_screen(talk, town.code_of(talk.person))
    talk.both_see_the_same()
    _wipes_an_answer(talk)
    talk.both_see_the_same()
    assert readable_in(town.files(), [*talk.writes, talk.person.name, talk.client]) == []
    talk.journey.was_clean()


def _shares(talk: Talk) -> None:
    phone, mine = talk.phone, talk.mine
    talk.looks_at_their_compass()
    phone.taps("Choose what you share")
    phone.shows("What do you share with %(name)s?", name=talk.first_name)
    mine.shares_everything()
    mine.chooses("why", KEEP)
    phone.taps("Share with %(name)s", name=talk.first_name)
    phone.shows("%(name)s can now see this", name=talk.first_name)


def _each_has_their_say(talk: Talk) -> None:
    """One line agreed, one seen differently, one left for later; the client answers what they see."""
    desk, mine, first = talk.desk, talk.mine, talk.client
    agreed, other, later = talk.talents()
    view, *_more = talk.writes
    desk.opens(talk.person.name)
    assert desk.reads() == mine.names()
    desk.agrees(agreed)
    desk.stands(agreed, "waits for %(name)s", name=first)
    desk.sees_differently(other, view)
    desk.stands(other, "waits for %(name)s", name=first)
    desk.would_rather_wait(later)
    desk.stands(later, "to talk about")
    desk.agrees(talk.hours())
    desk.stands(talk.hours(), "waits for %(name)s", name=first)

    talk.looks_at_their_compass()
    mine.shows_both_views(other, view, other)
    mine.shows_both_views(other, talk.caseworker, talk.person.name)
    talk.journey.picture_of(mine.line(other), "phone-both-views")
    mine.sees_it_differently(other)
    mine.stands(other, BOTH_STAY, **talk.both)
    mine.agrees(talk.hours())
    mine.stands(talk.hours(), TOGETHER, **talk.both)

    desk.opens(talk.person.name)
    desk.stands(talk.hours(), "confirmed together", talk.caseworker, first)
    desk.stands(other, "seen differently", talk.caseworker, first, view)
    talk.journey.picture_of(desk.line(other), "desk-both-views")


def _changes_an_answer(talk: Talk) -> None:
    """The client reads what is still seen; at the desk nothing has changed."""
    phone, mine = talk.phone, talk.mine
    before = str(talk.person.says["wish_hours"])
    phone.taps("Change something")
    phone.changes("wish_hours", "from_9")
    phone.says("%(name)s still sees what you shared before", name=talk.first_name)
    mine.is_still_seen(talk.hours(), talk.hours(before), talk.hours("from_9"))
    talk.journey.picture(phone.page, "phone-still-sees")
    talk.desk.opens(talk.person.name)
    talk.desk.stands(talk.hours(), "confirmed together")
    talk.desk.says_of(talk.hours(), talk.hours(before))


def _takes_a_line_back_in_mid_talk(talk: Talk) -> None:
    """While words about it stand on the caseworker's screen: they are told, and their words are still there."""
    desk, phone, alone = talk.desk, talk.phone, talk.phone.words.name("wish_company")
    *_sent, unsent = talk.writes
    desk.writes(alone, unsent)
    phone.opens(f"{talk.journey.town.address}/shared")
    phone.shows("%(name)s can now see this", name=talk.first_name)
    talk.mine.takes_back(alone)
    phone.says_nothing_of(alone)
    desk.puts_views_side_by_side(alone)
    desk.shows("Something has changed")
    desk.still_has(unsent)
    desk.clicks("Look again")
    desk.shows(talk.person.name)
    desk.says_nothing_of(alone)


def _shares_again(talk: Talk) -> None:
    """Only for the line that changed a choice is asked."""
    phone, mine = talk.phone, talk.mine
    talk.looks_at_their_compass()
    phone.taps("Choose what you share anew")
    phone.shows("What do you share with %(name)s?", name=talk.first_name)
    (left_open,) = mine.not_chosen_yet()
    assert talk.hours() in left_open
    talk.journey.picture_of(phone.screen.locator("#how"), "phone-share-anew")
    phone.taps("Share with %(name)s", name=talk.first_name)
    mine.misses_a_choice()
    mine.chooses_one_line(talk.hours(), SHARE)
    phone.taps("Share with %(name)s", name=talk.first_name)
    phone.shows("%(name)s can now see this", name=talk.first_name)


def _confirm_what_is_new(talk: Talk) -> None:
    desk, mine = talk.desk, talk.mine
    desk.opens(talk.person.name)
    desk.says_of(talk.hours(), talk.hours("from_9"))
    desk.stands(talk.hours(), "has changed since")
    desk.says_nothing_of(talk.phone.words.name("wish_company"))
    talk.looks_at_their_compass()
    mine.stands(talk.hours(), "You changed this after %(name)s spoke.", name=talk.caseworker)
    desk.agrees(talk.hours())
    desk.stands(talk.hours(), "waits for %(name)s", name=talk.client)
    talk.looks_at_their_compass()
    mine.agrees(talk.hours())
    mine.stands(talk.hours(), TOGETHER, **talk.both)


def _answers_on_the_caseworkers_screen(talk: Talk, code: str) -> None:
    """One of two lines, with the code of their letter; and on their phone they read on whose screen that was."""
    agreed, place = talk.talents()[0], talk.phone.words.name("wish_place")
    talk.desk.sees_differently(place, talk.writes[1])
    talk.desk.stands(place, "waits for %(name)s", name=talk.client)
    here = talk.desk.turns_the_screen(talk.person.name)
    here.nothing_is_chosen()
    talk.journey.picture(here.page, "desk-together")
    here.agrees(agreed)
    here.leaves_open(place)
    here.says_so_with(code)
    here.told("Your word is saved.")
    talk.desk.opens(talk.person.name)
    on_whose = {"caseworker": talk.caseworker, "client": talk.client}
    talk.desk.stands(place, "waits for %(name)s", name=talk.client)
    talk.desk.stands(agreed, "on the screen of %(caseworker)s, with the code of %(client)s", **on_whose)
    talk.looks_at_their_compass()
    talk.mine.stands(agreed, TOGETHER, **talk.both)
    talk.mine.stands(agreed, "You said it on the screen of %(name)s, with your code.", name=talk.caseworker)


def _wipes_an_answer(talk: Talk) -> None:
    """Gone at both; the desk reads that there was a line that both spoke about, and no word of it."""
    phone = talk.phone
    talk.looks_at_their_compass()
    phone.taps("Change something")
    phone.shows("Your answers")
    phone.wipes("wish_hours")
    talk.looks_at_their_compass()
    phone.says_nothing_of(talk.hours())
    talk.desk.opens(talk.person.name)
    talk.desk.says_nothing_of(talk.hours())
