"""A whole conversation without a thumb or a mouse, from the letter's link to what is shared; and what a screen says."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsing import Visit
from tests.journeys.everybody import SPOKE, Everybody
from tests.journeys.keyboard import Keyboard
from tests.journeys.newcomers import newcomer
from tests.journeys.towns import Town
from tests.journeys.words import Words, as_spoken

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

ASKED = "form.question input[name=about]"
CHOSEN = ("button[name=choice][aria-current=true]", "input[name=choice]:checked")
"""As it is told to who listens, too."""


class Conversation:
    """Somebody who answers what can be answered by choosing, and skips the rest: by keys alone."""

    def __init__(self, keys: Keyboard, words: Words) -> None:
        self.keys, self.words, self.page = keys, words, keys.page
        self.answered: list[str] = []

    def answers_what_is_asked(self) -> None:
        while self.keys.heading.text_content() != self.words("Your answers"):
            buttons, boxes = (self.page.locator(f"main {one}[name=choice]") for one in ("button", "input"))
            if buttons.count():
                self.answered.append("a button")
                self.keys.goes_to(buttons.first)
                self.keys.tries_the_arrows()
                self.keys.goes_on_by("Enter" if len(self.answered) % 2 else "Space")
            elif boxes.count():
                self.answered.append("boxes")
                for box in boxes.all()[: self._wanted()]:
                    self.keys.chooses(box)
                self.keys.goes_on_with(self.page.locator("form.question .primary"))
            else:
                self.keys.goes_on_with(self.page.locator("button[value=skip], main .primary, .two-ways a").last)

    def _wanted(self) -> int:
        """The most that a pick lets choose; of other cards one."""
        slot = self.page.locator("form.question input[name=about]").get_attribute("value") or ""
        question = self.words.question(slot)
        return question.most or 1 if question.kind == "pick" else 1


def test_a_whole_conversation_by_keys(visit: Callable[..., Visit], town: Town) -> None:
    journey, person = visit("nl"), newcomer(town, "nl")
    phone = journey.phone()
    page, words, keys = phone.page, phone.words, Keyboard(phone.page)
    phone.opens(person.link)
    keys.presses(_button(page, words("Open")))
    expect(keys.heading).to_have_text(words("In which year were you born?"))
    keys.goes_to(page.get_by_label(words("In which year were you born?")))
    page.keyboard.type(str(person.birth_year))
    page.keyboard.press("Enter")
    phone.shows("Hello %(name)s", name=person.first_name)
    keys.goes_on_with(_button(page, words("Begin")))

    talk = Conversation(keys, words)
    talk.answers_what_is_asked()
    assert set(talk.answered) == {"a button", "boxes"}
    phone.shows("Your answers")
    keys.goes_on_with(_button(page, words("This is what we heard")))
    keys.goes_on_with(_button(page, words("Choose what you share")))
    for part in page.locator("fieldset.share-part").all():
        keys.presses(part.locator("> .share-choice input").first, "Space")
    assert page.locator("fieldset.share-part > .share-choice :checked[value=share]").count() > 1
    keys.goes_on_with(page.locator("main .primary").last)
    expect(page).to_have_url(f"{town.address}/shared")
    assert not keys.wrong, "\n".join(dict.fromkeys(keys.wrong))
    journey.was_clean()


def _button(page: Page, name: str) -> Locator:
    """Or a link that looks like one."""
    return page.locator("main .primary").filter(has_text=name).first


def test_each_question_says_what_it_is_and_what_was_chosen(everybody: Everybody) -> None:
    """To who listens: a group with the question as its name, each answer by its words, and what was answered before."""
    page, words = everybody.page_of(SPOKE, "nl"), Words("nl")
    heard, chosen = set(), set()
    for address in everybody.screens.worth_a_look[SPOKE]:
        page.goto(everybody.town.address + address)
        if page.locator(ASKED).count():
            slot = page.locator(ASKED).get_attribute("value") or ""
            heard.add(words.question(slot).kind)
            says_what_it_is(page, words, slot)
            chosen |= {one for one in CHOSEN if page.locator(one).count()}
    page.close()
    assert heard == {question.kind for question in words.flow.questions.values()}
    assert chosen == set(CHOSEN)


def says_what_it_is(page: Page, words: Words, slot: str) -> None:
    question, heading = words.question(slot), as_spoken(" ".join((page.locator("h1").text_content() or "").split()))
    expect(page.get_by_role("heading", level=1)).to_have_accessible_name(heading)
    expect(page.locator("#line")).to_have_role("status")
    answers = page.locator("[name=choice]").all()
    for one in answers:
        role = "checkbox" if one.get_attribute("type") == "checkbox" else "button"
        said = words.option(slot, one.get_attribute("value") or "")
        expect(one).to_have_role(role)
        expect(one).to_have_accessible_name(re.compile(re.escape(said)))
    if answers:
        assert page.get_by_role("group", name=heading).locator("[name=choice]").count() > 1
    elif question.kind == "text":
        expect(page.get_by_role("textbox", name=heading)).to_have_count(1)
    for group in page.locator("form.question fieldset").all():
        expect(group).to_have_accessible_name(re.compile("."))
    for field in question.fields.values():
        role = "group" if field.kind == "one" else "textbox"
        expect(page.get_by_role(role, name=words(field.ask), exact=True)).to_have_count(1)


@pytest.mark.parametrize("address", ["/talk/situation", "/share"])
def test_the_list_of_languages_hides_nothing_from_who_goes_on(everybody: Everybody, address: str) -> None:
    """It lies over the screen: Escape folds it and gives the focus back, and so does going on by Tab."""
    page = everybody.page_of(SPOKE, "nl")
    page.goto(everybody.town.address + address)
    keys, menu = Keyboard(page), page.locator("details.languages")
    keys.presses(menu.locator("summary"))
    expect(menu).to_have_attribute("open", "")
    keys.goes_to(menu.locator("button").nth(1))
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    keys.goes_to(page.locator("main .primary, main button").last)
    expect(menu).not_to_have_attribute("open", "")
    page.close()
    assert not keys.wrong, "\n".join(dict.fromkeys(keys.wrong))
