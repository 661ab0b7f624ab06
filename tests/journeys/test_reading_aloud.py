"""Reading aloud: with a voice on the phone itself or not at all, by thumb and by keyboard, silent when one leaves."""

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from kompas.demonstration.people import RIA
from tests.journeys.browsing import Visit
from tests.journeys.everybody import SPOKE, TOLD, Everybody
from tests.journeys.phone import Phone
from tests.journeys.towns import Town
from tests.journeys.voices import Speech, Voice
from tests.journeys.words import Words

pytestmark = pytest.mark.browser

DUTCH = Voice("Lotte", "nl_NL")
ARABIC = Voice("Laila", "ara-XXX")
WITH_NAMES = """() => {
  const place = (text, lang) => Object.assign(document.createElement("bdi"), {textContent: text, ...(lang && {lang})});
  document.getElementById("example").replaceChildren(
    "في ", place("Rotterdam", "nl"), " و ", place("Paris", "fr"), " مع ", place("Joris"), ".");
}"""
AWAY = Voice("Dutch, somewhere else", "nl-NL", localService=False, default=True)
NEVER_ALONE = """() => {
  const alone = one => one?.nextElementSibling?.matches(".hear")
  const choices = [...document.querySelectorAll("main :is([name=choice], [type=radio])")]
    .filter(one => one.checkVisibility() || one.closest("label")?.checkVisibility())
    .filter(one => !alone(one.closest("button, label")) && !alone(one.closest("fieldset")?.querySelector("legend")))
  const asked = [...document.querySelectorAll("main :is(h1, legend, label[for], h2.part-title)")]
  return [...choices, ...asked.filter(one => !alone(one))].map(one => one.outerHTML.slice(0, 90))
}"""
"""Choices that can't be heard, by themselves or with their group; and what is asked, when it can't be heard."""
TO_SEE = """() => {
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), seen = []
  while (texts.nextNode()) {
    const {data, parentElement} = texts.currentNode
    if (parentElement.closest("[lang]") !== document.getElementById("screen")) continue
    if (parentElement.checkVisibility() && !parentElement.closest(".unseen, textarea, [aria-hidden]")) seen.push(data)
  }
  return seen.join(" ")
}"""
WORD = re.compile(r"\w+")


def arrives(visit: Callable[..., Visit], town: Town, voices: Sequence[Voice]) -> tuple[Visit, Phone, Speech]:
    """A phone with these voices, at the first question."""
    journey = visit("nl")
    phone = journey.phone()
    speech = Speech(phone.page, voices)
    phone.comes_in(town.link_of(RIA), RIA.name, RIA.birth_year)
    phone.page.goto(f"{town.address}/talk/situation")
    phone.is_asked("situation")
    return journey, phone, speech


def button(phone: Phone) -> Locator:
    return phone.page.get_by_role("button", name=phone.words("Read aloud"), exact=True)


def marked(phone: Phone) -> Locator:
    return phone.page.locator(".being-read")


def of_the_question(phone: Phone, slot: str) -> list[str]:
    """Its heading, its help and its options, as they are said."""
    question = phone.words.question(slot)
    help_and_example = " ".join(phone.words(one) for one in (question.help, question.example) if one)
    options = [phone.words.option(slot, one) for one in phone.words.flow.options_of(question)]
    return [phone.words(question.ask), *filter(None, [help_and_example]), *options]


def in_order(expected: list[str], said: list[str]) -> bool:
    rest = iter(said)
    return all(one in rest for one in expected)


def test_a_screen_is_read_in_its_order_and_what_is_read_is_marked(visit: Callable[..., Visit], town: Town) -> None:
    journey, phone, speech = arrives(visit, town, [AWAY, DUTCH])
    expect(button(phone)).to_have_attribute("aria-pressed", "false")
    assert speech.heard() == []

    button(phone).tap()
    said = speech.to_the_end(lambda text: expect(marked(phone)).to_contain_text(re.compile(f"{re.escape(text[:12])}")))

    assert in_order(of_the_question(phone, "situation"), said), said
    # Where a chapter opens, the last thing said is the way to tell who sits beside.
    assert said[-1] == phone.words("With someone beside me")
    assert speech.spoken_by() == {("Lotte", "nl_NL")}
    expect(marked(phone)).to_have_count(0)
    phone.shows(phone.words.question("situation").ask)
    journey.was_clean()


@pytest.mark.parametrize(
    ("language", "voices"),
    [("nl", []), ("nl", [AWAY]), ("en", [DUTCH])],
    ids=["no-voice", "a-voice-elsewhere", "a-voice-for-another-language"],
)
def test_without_a_voice_on_the_device_there_is_no_button(
    visit: Callable[..., Visit], town: Town, language: str, voices: list[Voice]
) -> None:
    phone = visit(language).phone()
    speech = Speech(phone.page, voices)
    phone.opens(town.address)
    expect(phone.page.locator("#aloud")).to_have_count(1)
    expect(button(phone)).to_have_count(0)
    assert speech.heard() == []


def test_without_javascript_there_is_no_button(visit: Callable[..., Visit], town: Town) -> None:
    phone = visit("nl", javascript=False).phone()
    phone.opens(town.address)
    expect(phone.heading).to_be_visible()
    expect(button(phone)).to_have_count(0)


def test_a_voice_may_come_late_and_go(visit: Callable[..., Visit], town: Town) -> None:
    phone = visit("nl").phone()
    speech = Speech(phone.page, [])
    phone.opens(town.address)
    expect(button(phone)).to_have_count(0)
    speech.come(AWAY, DUTCH)
    expect(button(phone)).to_be_visible()
    button(phone).tap()
    assert speech.now() is not None
    speech.come(AWAY)
    expect(button(phone)).to_have_count(0)
    assert speech.now() is None


def test_by_keyboard_it_begins_falls_silent_and_is_switched_off(visit: Callable[..., Visit], town: Town) -> None:
    journey, phone, speech = arrives(visit, town, [DUTCH])
    press = phone.page.keyboard.press

    button(phone).focus()
    press("Enter")
    assert speech.now() is not None
    expect(button(phone)).to_be_focused()
    press("Escape")
    assert speech.now() is None
    expect(marked(phone)).to_have_count(0)
    expect(button(phone)).to_have_attribute("aria-pressed", "true")

    press("Space")
    expect(button(phone)).to_have_attribute("aria-pressed", "false")
    press("Space")
    assert speech.now() is not None
    press("Space")
    assert speech.now() is None
    expect(phone.page.locator(".hear")).to_have_count(0)
    journey.was_clean()


def test_an_option_is_heard_by_itself_and_chosen_by_one_tap(visit: Callable[..., Visit], town: Town) -> None:
    journey, phone, speech = arrives(visit, town, [DUTCH])
    option = phone.words.option("situation", "looking_now")
    button(phone).tap()
    phone.page.keyboard.press("Escape")

    alone = phone.page.get_by_role("button", name=f"{phone.words('Read aloud')}: {option}", exact=True)
    alone.focus()
    phone.page.keyboard.press("Enter")
    expect(alone).to_be_focused()
    expect(alone).to_have_attribute("aria-pressed", "true")
    assert speech.to_the_end() == [option]
    expect(alone).to_have_attribute("aria-pressed", "false")
    phone.is_asked("situation")

    phone.chooses("situation", "looking_now")
    phone.is_asked("experience_fields")
    journey.was_clean()


def test_it_goes_on_at_the_next_screen_only_when_it_is_on(visit: Callable[..., Visit], town: Town) -> None:
    journey, phone, speech = arrives(visit, town, [DUTCH])
    phone.skips()
    assert speech.heard() == []
    button(phone).tap()
    before = len(speech.heard())

    phone.skips()
    expect(phone.heading).to_be_focused()
    assert in_order(of_the_question(phone, phone.asked())[:1], speech.to_the_end())
    assert len(speech.heard()) > before
    button(phone).tap()
    silent = len(speech.heard())
    phone.skips()
    assert len(speech.heard()) == silent
    journey.was_clean()


def test_it_falls_silent_at_a_tap_and_is_remembered_until_one_stops(visit: Callable[..., Visit], town: Town) -> None:
    journey, phone, speech = arrives(visit, town, [DUTCH])
    button(phone).tap()
    phone.page.reload()
    assert speech.now() is not None, "a page that is opened anew goes on"
    speech.fails("not-allowed")
    button(phone).tap()
    assert speech.now() is not None, "a browser that wants a touch first gets it at the first press"
    expect(button(phone)).to_have_attribute("aria-pressed", "true")
    phone.page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert speech.now() is None
    kept = [one for one in phone.page.context.cookies() if one["name"] == "kompas-aloud"]
    assert [(one["value"], one["expires"], one["sameSite"]) for one in kept] == [("on", -1, "Lax")]
    phone.taps("Stop for now")
    expect(button(phone)).to_have_attribute("aria-pressed", "false")
    assert "kompas-aloud" not in {one["name"] for one in phone.page.context.cookies()}
    journey.was_clean()


def test_arabic_is_read_by_an_arabic_voice_and_dutch_names_of_languages_are_not(
    visit: Callable[..., Visit], town: Town
) -> None:
    journey, phone, speech = arrives(visit, town, [DUTCH, ARABIC])
    phone.page.locator(".languages summary").tap()
    phone.page.get_by_role("button", name="العربية").tap()
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.page.locator("#aloud").tap()
    speech.to_the_end()
    assert speech.spoken_by() == {("Laila", "ara-XXX")}
    phone.expects(phone.heading.inner_text())
    phone.page.evaluate(WITH_NAMES)
    phone.page.locator("h1 + .hear").tap()
    assert speech.to_the_end()[-4:] == ["في", "Rotterdam", "و", "مع Joris."]
    assert ("Lotte", "nl_NL") in speech.spoken_by()
    journey.was_clean()


def test_all_that_is_seen_is_heard_and_each_choice_by_itself_too(everybody: Everybody) -> None:
    wrong: list[str] = []
    for who in (SPOKE, TOLD):
        page = in_dutch(everybody, who)
        speech = Speech(page, [DUTCH])
        for address in everybody.screens.worth_a_look[who]:
            page.goto(everybody.town.address + address)
            if not page.locator("#aloud").count():
                continue  # a sheet to print
            page.locator("#aloud[aria-pressed=true], #aloud:not([hidden])").wait_for()
            if page.locator("#aloud").get_attribute("aria-pressed") == "false":
                page.locator("#aloud").tap()
            said, seen = speech.to_the_end(), page.evaluate(TO_SEE)
            wrong += [
                f"{address}: not heard: {one}" for one in set(WORD.findall(seen)) - set(WORD.findall(" ".join(said)))
            ]
            wrong += [f"{address}: not by itself: {one}" for one in page.evaluate(NEVER_ALONE)]
        page.context.close()
    assert not wrong, "\n".join(wrong)


def in_dutch(everybody: Everybody, who: str) -> Page:
    everybody.page_of(who, "nl").close()
    return everybody.same_phone(who).new_page()


def listens(everybody: Everybody, who: str, address: str) -> tuple[Page, Speech]:
    """Their phone at this screen, read to from now on."""
    page = in_dutch(everybody, who)
    speech = Speech(page, [DUTCH])
    page.goto(everybody.town.address + address)
    page.locator("#aloud:not([hidden])").tap()
    page.keyboard.press("Escape")
    return page, speech


def test_a_group_and_a_fold_are_heard_with_what_is_in_them(everybody: Everybody) -> None:
    words = Words("nl")
    page, speech = listens(everybody, SPOKE, "/talk/agenda")
    topic = page.locator("main legend").first
    topic.locator("+ .hear").tap()
    expect(topic.locator("+ .hear")).to_have_attribute("aria-pressed", "true")
    assert speech.to_the_end() == [topic.inner_text(), words("Yes"), words("Maybe later"), words("No")]

    page.goto(f"{everybody.town.address}/profile")
    said = " ".join(speech.to_the_end())
    assert words("Why do I see this?") not in said, "it belongs to the folds, for who doesn't see where they stand"
    fold = page.locator("main .line-why > summary").first
    fold.tap()
    said = speech.to_the_end()
    assert said[0].startswith(fold.locator("b").inner_text())
    assert said[-1].endswith(words("Change this"))
    part = page.locator("h2.part-title").first
    part.locator("+ .hear").tap()
    said = speech.to_the_end()
    assert said[0] == part.inner_text()
    assert page.locator("h2.part-title").nth(1).inner_text() not in said
    page.context.close()


def test_what_just_happened_is_heard_first(everybody: Everybody) -> None:
    """A topic that moved, something to mend, a line that is gone: each without the whole screen before it."""
    words = Words("nl")
    page, speech = listens(everybody, SPOKE, "/agenda")
    page.locator("button[value^='down.']").first.tap()
    expect(page.locator("li.moved")).to_have_count(1)
    (said,) = speech.to_the_end()
    assert said == page.locator("#told").inner_text()
    page.locator("button[value^='up.']").first.tap()
    page.goto(f"{everybody.town.address}/talk/situation")
    speech.to_the_end()
    page.context.set_offline(True)
    page.locator("button[name=choice]").last.tap()
    expect(page.locator("#line")).not_to_be_empty()
    assert speech.to_the_end() == [page.locator("#line").inner_text()]
    page.context.close()

    page, speech = listens(everybody, TOLD, "/share")
    page.locator("main .primary").last.tap()
    page.locator("#mistake").wait_for()
    assert speech.to_the_end()[0] == page.locator("#mistake").inner_text()
    assert words("Read aloud") == page.locator("#aloud").inner_text()
    page.context.close()
