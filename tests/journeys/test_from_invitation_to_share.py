"""The whole way of two people: from an invitation to lines that both confirmed, in a real browser."""

from collections.abc import Callable

import pytest

from tests.journeys.browsing import Visit
from tests.journeys.towns import Town
from tests.journeys.visitors import SELAM, ZEYNEP

pytestmark = pytest.mark.browser

PEOPLE = {"nl": ZEYNEP, "en": SELAM}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_from_an_invitation_to_lines_that_both_confirmed(
    visit: Callable[..., Visit], town: Town, language: str, javascript: bool
) -> None:
    journey, person = visit(language, javascript=javascript), PEOPLE[language]
    desk, phone = journey.desk(), journey.phone()

    desk.signs_in("Joris Voorbeeld")
    invited = desk.invites(person)

    phone.opens(invited.link)
    phone.shows("Welcome")
    phone.taps("Open")
    phone.shows("In which year were you born?")
    phone.types("In which year were you born?", str(person.birth_year))
    phone.taps("Go on")
    phone.shows("Hello %(name)s", name=person.first_name)
    phone.taps("Begin")
    phone.is_asked("situation")
    phone.tells(person)
    phone.shows("Your answers")
    journey.was_clean()
