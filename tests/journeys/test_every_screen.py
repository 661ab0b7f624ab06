"""Every screen that a client can meet, in every language: open to all, nothing cut off, and no sentence left behind."""

import re
from collections.abc import Iterator

import pytest
from babel import Locale
from playwright.sync_api import Page, expect

from kompas.app import read_flows
from tests.journeys.everybody import INVITED, SPOKE, STRANGER, TOLD, Everybody, visitors
from tests.journeys.fitting import crowded, left_in_english
from tests.journeys.looking import NARROW, listen, violations
from tests.journeys.pictures import picture
from tests.journeys.residents import SPOKEN

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

WAY_ON = "main .primary"
PICTURED = "ar"
"""The language of which every screen has its picture taken, by `make screens`."""
TIED = "main :is([aria-describedby~=mistake], [aria-describedby^=missing])"
LARGER_IN = ("nl", "ar")
"""One for each direction; longer words than any of the six has are tried by `test_stretched.py`."""


def test_every_page_for_clients_is_looked_at(everybody: Everybody) -> None:
    """A new page that nobody here comes to has to be given somebody who does."""
    assert everybody.screens.still_unmet() == set()
    kinds = {question.kind for flow in read_flows().values() for question in flow.questions.values()}
    assert {f"conversation.question kind-{one}" for one in kinds} <= everybody.screens.things


@pytest.mark.parametrize("language", SPOKEN)
def test_every_screen_is_open_to_all(everybody: Everybody, language: str) -> None:
    wrong: list[str] = []
    for who, addresses in everybody.screens.worth_a_look.items():
        page = everybody.page_of(who, language)
        listen(page, wrong)
        for address in addresses:
            page.goto(everybody.town.address + address)
            if language == PICTURED:
                name = f"{language} {address.strip('/') or 'home'} {who}"
                picture(page, re.sub("[ /]", "-", name), small=True)
            wrong.extend(f"{who} at {address}: {one}" for one in looked_over(page, language))
            if asks_for_more(page):
                wrong.extend(f"{who} at {address}, nothing chosen: {one}" for one in looked_over(page, language))
        page.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", SPOKEN)
def test_what_comes_after_a_press_is_open_to_all(everybody: Everybody, language: str) -> None:
    """The door, a typing mistake, an address that is gone, sharing without a choice, and a look ahead."""
    wrong: list[str] = []
    for who, steps in ((STRANGER, at_the_door), (TOLD, shares_without_a_choice), (SPOKE, looks_ahead)):
        page = everybody.page_of(who, language)
        for name in steps(everybody, page):
            wrong.extend(f"{name}: {one}" for one in looked_over(page, language))
        page.close()
    assert not wrong, "\n".join(wrong)


def at_the_door(everybody: Everybody, page: Page) -> Iterator[str]:
    address, invited = everybody.town.address, visitors()[INVITED]
    assert invited is not None
    page.goto(f"{address}/nowhere")
    yield "an address that is gone"
    page.goto(everybody.town.link_of(invited))
    yield "the link of a letter"
    _goes_on(page)
    yield "the year of birth"
    page.locator("#birth_year").fill("1900")
    _goes_on(page)
    yield "another year of birth"
    page.goto(address)
    page.locator("main input:not([type=hidden])").first.fill("AAAAAAAAAA")
    _goes_on(page)
    yield "a code that is none"


def shares_without_a_choice(everybody: Everybody, page: Page) -> Iterator[str]:
    page.goto(f"{everybody.town.address}/share")
    page.locator(WAY_ON).last.tap()
    page.locator("#mistake").wait_for()
    yield "sharing without a choice"


def looks_ahead(everybody: Everybody, page: Page) -> Iterator[str]:
    page.goto(f"{everybody.town.address}/share")
    before = page.locator("h1").inner_text()
    page.locator("main button[value=preview]").tap()
    expect(page.locator("h1")).not_to_have_text(before)
    yield "how the caseworker will see it"


def asks_for_more(page: Page) -> bool:
    """Takes every choice away and goes on: what is missing is told in a sentence, on a screen of its own."""
    if not page.locator("form.kind-many, form.kind-pick").count():
        return False
    page.evaluate("document.querySelectorAll('form.question :checked').forEach(one => one.click())")
    page.locator("form.question .primary").tap()
    page.locator("#mistake").wait_for()
    return True


def looked_over(page: Page, language: str) -> Iterator[str]:
    """Direction and words; what axe finds; what a narrow phone cuts off, in two languages at twice the size too."""
    root, usual = page.locator("html"), page.viewport_size
    assert usual is not None
    spoken = root.get_attribute("lang"), root.get_attribute("dir")
    if spoken != (language, Locale.parse(language).text_direction):
        yield f"speaks {spoken}"
    yield from (f"not translated: {one}" for one in left_in_english(page, language))
    yield from violations(page, "axe")
    if page.locator("#mistake").count() and not page.locator(TIED).count():
        yield "what is told to mend is tied to nothing"
    page.set_viewport_size({"width": NARROW, "height": usual["height"]})
    yield from crowded(page, larger=language in LARGER_IN)
    page.set_viewport_size(usual)


def _goes_on(page: Page) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator(WAY_ON).first.tap()
    page.wait_for_load_state()
    page.locator("h1:focus, h1, #mistake:focus").first.wait_for()
