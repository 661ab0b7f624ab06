"""From the link in a letter to what is shared, in each language, with JavaScript and without; Dutch and English people
go further, until lines are confirmed (`test_from_invitation_to_share.py`)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visit
from tests.journeys.fitting import left_in_english
from tests.journeys.newcomers import Newcomer, newcomer
from tests.journeys.own_profile import OwnProfile
from tests.journeys.phone import Phone
from tests.journeys.residents import SPOKEN
from tests.journeys.towns import Town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

GOES_FURTHER = ("nl", "en")
ANSWERS_ALL = ("ar",)
"""Others would rather talk about it with their caseworker, who then asks less: all the kinds of screen are looked at in
each language by `test_every_screen.py`."""


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
@pytest.mark.parametrize("language", [one for one in SPOKEN if one not in GOES_FURTHER])
def test_from_the_link_to_what_is_shared(
    visit: Callable[..., Visit], town: Town, language: str, javascript: bool
) -> None:
    journey, person = visit(language, javascript=javascript), newcomer(town, language)
    reader = Reader(journey.phone(), talks=language not in ANSWERS_ALL)
    reader.comes_in(person)
    reader.answers_until("Your answers")
    reader.shares(town.address)
    assert not reader.untranslated, "\n".join(reader.untranslated)
    journey.was_clean()


class Reader:
    """Goes from screen to screen and reads each. `talks`: the first thing they say is that they'd rather talk."""

    def __init__(self, phone: Phone, *, talks: bool) -> None:
        self.phone, self.page, self.words = phone, phone.page, phone.words
        self.mine = OwnProfile(phone)
        self.talks = talks
        self.untranslated: list[str] = []
        self.answered = 0

    def comes_in(self, person: Newcomer) -> None:
        self.phone.opens(person.link)
        self._goes_on("Open")
        self.phone.types("In which year were you born?", str(person.birth_year))
        self._goes_on("Go on")
        expect(self.phone.heading).to_contain_text(person.first_name)
        self._goes_on("Begin")

    def answers_until(self, heading: str) -> None:
        while self.phone.heading.text_content() != self.words(heading):
            self._reads()
            buttons, boxes = (self.phone.screen.locator(f"main {one}[name=choice]") for one in ("button", "input"))
            self.answered += 1
            if self.talks and self.answered == 1:
                self._taps("button[value=talk]")
            elif buttons.count() and self.answered % 3:
                self._taps("button[name=choice]")
            elif boxes.count() and self.answered % 3:
                self.phone.screen.locator("main label.option").first.tap()
                self._taps(".primary")
            else:
                self._taps("button[value=skip], .primary, .two-ways a")

    def shares(self, address: str) -> None:
        self._goes_on("This is what we heard")
        self._goes_on("Choose what you share")
        self._reads()
        self.mine.shares_everything()
        self._taps(".primary")
        expect(self.page).to_have_url(f"{address}/shared")
        self._reads()

    def _goes_on(self, words: str) -> None:
        self._reads()
        before = self.phone.heading.text_content() or ""
        self.phone.taps(words)
        self._waits_for_another_than(before)

    def _taps(self, what: str) -> None:
        """The last of these: what stands lowest on the screen."""
        before = self.phone.heading.text_content() or ""
        self.phone.screen.locator("main").locator(what).last.tap()
        self._waits_for_another_than(before)

    def _waits_for_another_than(self, heading: str) -> None:
        expect(self.phone.heading).not_to_have_text(heading, use_inner_text=False)
        self.page.wait_for_load_state()

    def _reads(self) -> None:
        left = left_in_english(self.page, self.words.language)
        self.untranslated.extend(f"{self.page.url}: {one}" for one in left)
