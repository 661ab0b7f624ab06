"""The whole way of two people: from an invitation to lines that both confirmed, in a real browser."""

import re
from collections.abc import Callable

import pytest

from tests.journeys.browsing import Visit
from tests.journeys.desk import Desk, Invited
from tests.journeys.own_profile import KEEP, SHARE, TALK, OwnProfile
from tests.journeys.phone import Phone
from tests.journeys.readable import readable_in
from tests.journeys.towns import Town
from tests.journeys.visitors import DUNYA, HAMID, SELAM, ZEYNEP, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CASEWORKER, FIRST_NAME = "Joris Voorbeeld", "Joris"


@pytest.mark.parametrize(
    ("person", "javascript"),
    [(ZEYNEP, True), (SELAM, True), (DUNYA, False), (HAMID, False)],
    ids=["dutch", "english", "dutch-without-javascript", "english-without-javascript"],
)
def test_from_an_invitation_to_lines_that_both_confirmed(
    visit: Callable[..., Visit], town: Town, person: Visitor, javascript: bool
) -> None:
    journey = visit(person.language, javascript=javascript)
    desk = journey.desk()
    invited = _invites(journey, desk, person)

    phone = journey.phone()
    if javascript:
        _opens_the_link(phone, invited, person)
    else:
        _types_the_code(phone, invited, person)
    phone.shows("Hello %(name)s", name=person.first_name)
    journey.picture(phone.page, "phone-welcome")
    phone.taps("Begin")
    _tells_with_a_second_thought(phone, person)

    phone.page.close()
    phone = _goes_on_elsewhere(journey, invited, person)
    phone.tells(person)
    _looks_back_and_changes_one_answer(phone)
    _shares_some_and_keeps_some(journey, phone)

    _reads_what_was_shared_and_nothing_else(journey, desk, phone, person)
    _both_have_their_say(journey, desk, phone, person)
    _takes_one_line_back(desk, phone, person)

    of_everybody = town.own_tables()
    chosen = [words for words in person.has_chosen() if words.lower() not in of_everybody]
    assert readable_in(town.files(), [*person.canaries(), *chosen]) == []
    journey.was_clean()


def _invites(journey: Visit, desk: Desk, person: Visitor) -> Invited:
    desk.signs_in(CASEWORKER)
    journey.picture(desk.page, "desk-caseload")
    invited = desk.invites(person)
    journey.picture(desk.page, "desk-invite")
    journey.picture_of_letter(invited.letter)
    assert invited.code.replace("-", "") in re.sub(r"\W", "", invited.letter_says)
    assert person.name in invited.letter_says
    return invited


def _opens_the_link(phone: Phone, invited: Invited, person: Visitor) -> None:
    phone.opens(invited.link)
    phone.shows("Welcome")
    phone.taps("Open")
    _gives_the_year_of_birth(phone, person)


def _types_the_code(phone: Phone, invited: Invited, person: Visitor) -> None:
    """As it comes out of the thumbs: in lower case, without dashes."""
    phone.opens(invited.link.partition("/c/")[0])
    phone.shows("Get ready for your talk about work")
    phone.types("The code in your letter", invited.code.lower().replace("-", ""))
    phone.taps("Go on")
    _gives_the_year_of_birth(phone, person)


def _gives_the_year_of_birth(phone: Phone, person: Visitor) -> None:
    phone.shows("In which year were you born?")
    phone.types("In which year were you born?", str(person.birth_year))
    phone.taps("Go on")


def _tells_with_a_second_thought(phone: Phone, person: Visitor) -> None:
    """Inside, said they; one question later it is rather outside."""
    phone.is_asked("situation")
    phone.tells(person, until="wish_company")
    phone.taps("Back")
    phone.is_where_they_were("wish_place", "inside")
    phone.chooses("wish_place", "outside")
    phone.is_asked("wish_company")
    phone.tells(person, until="needs")


def _goes_on_elsewhere(journey: Visit, invited: Invited, person: Visitor) -> Phone:
    """The same link on another phone leads to the same place."""
    phone = journey.phone()
    _opens_the_link(phone, invited, person)
    phone.shows("Hello %(name)s", name=person.first_name)
    phone.says("You can go on where you stopped.")
    phone.taps("Go on")
    phone.is_asked("needs")
    return phone


def _looks_back_and_changes_one_answer(phone: Phone) -> None:
    words = phone.words
    phone.shows("Your answers")
    phone.unfolds("How do you like to work?")
    phone.says(words.option("wish_place", "outside"))
    phone.taps_exactly(f"{words('Change')}: {words('How many hours a week do you want to work?')}")
    phone.is_where_they_were("wish_hours", "from_17")
    phone.chooses("wish_hours", "from_25")
    phone.shows("Your answers")
    phone.taps("This is what we heard")


def _shares_some_and_keeps_some(journey: Visit, phone: Phone) -> None:
    mine = OwnProfile(phone)
    phone.shows("This is what we heard")
    journey.picture(phone.page, "phone-heard")
    phone.taps("Choose what you share")
    phone.shows("What do you share with %(name)s?", name=FIRST_NAME)
    mine.chooses("agenda", SHARE)
    mine.chooses("good_at", SHARE)
    mine.chooses("why", KEEP)
    journey.picture(phone.page, "phone-share")
    phone.taps("Share with %(name)s", name=FIRST_NAME)
    mine.misses_a_choice()
    mine.chooses("how", SHARE)
    mine.chooses("helps", TALK)
    mine.chooses_line_by_line("about", talks=["My school"], keeps=["A bike"])
    mine.chooses("next", SHARE)
    phone.taps("See how %(name)s will see it", name=FIRST_NAME)
    phone.shows("%(name)s will see this", name=FIRST_NAME)
    foreseen = mine.released()
    phone.taps("Share with %(name)s", name=FIRST_NAME)
    phone.shows("%(name)s can now see this", name=FIRST_NAME)
    journey.picture(phone.page, "phone-shared")
    assert mine.released() == foreseen


def _reads_what_was_shared_and_nothing_else(journey: Visit, desk: Desk, phone: Phone, person: Visitor) -> None:
    mine, words = OwnProfile(phone), phone.words
    desk.opens(person.name)
    journey.picture(desk.page, "desk-talk")
    assert desk.reads() == mine.names()
    assert set(desk.agenda()) >= set(mine.agenda()) == {words("What helps me"), words("About me")}
    # A topic about help goes only with that help: hers is to be talked about first.
    assert desk.agenda()[:2] == mine.topics()
    assert [person.own_topic in mine.topics()[0], mine.topics()[1]] == [True, words("My working hours")]
    assert words("Why I work") not in desk.reads()
    for kept in ("A bike", "Doing good for others", "Papers from another country"):
        desk.says_nothing_of(kept)


def _both_have_their_say(journey: Visit, desk: Desk, phone: Phone, person: Visitor) -> None:
    mine, name = OwnProfile(phone), phone.words.name
    handy, helping, going_on = name("talent_handy"), name("talent_helping"), name("talent_persevering")
    desk.agrees(handy)
    desk.stands(handy, "waits for %(name)s", name=person.first_name)
    desk.sees_differently(helping, person.other_view)
    desk.stands(helping, "waits for %(name)s", name=person.first_name)
    desk.would_rather_wait(going_on)
    desk.stands(going_on, "to talk about")
    journey.picture(desk.page, "desk-confirm")

    phone.taps("To your compass")
    phone.shows("This is what we heard")
    mine.agrees(handy)
    both = {"name": CASEWORKER, "you": person.name}
    mine.stands(handy, "Confirmed together. %(name)s and %(you)s, %(at)s.", **both)
    mine.sees_it_differently(helping)
    mine.stands(helping, "You see this differently. Both views stay. %(name)s and %(you)s, %(at)s.", **both)

    desk.opens(person.name)
    desk.stands(handy, "confirmed together", CASEWORKER, person.first_name)
    desk.stands(helping, "seen differently", CASEWORKER, person.first_name)
    phone.taps("Who has read this?")
    phone.shows("Who has read this?")
    mine.was_read_by(CASEWORKER)


def _takes_one_line_back(desk: Desk, phone: Phone, person: Visitor) -> None:
    mine, planning = OwnProfile(phone), phone.words.name("wish_hours")
    phone.taps("Back")
    phone.taps("See what you share")
    phone.shows("%(name)s can now see this", name=FIRST_NAME)
    mine.takes_back(planning)
    phone.says_nothing_of(planning)
    desk.opens(person.name)
    assert desk.reads() == mine.names()
    desk.says_nothing_of(planning)
