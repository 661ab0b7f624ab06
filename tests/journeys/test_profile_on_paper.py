"""A client keeps their profile as a file: a tap gives it whole, with JavaScript and without; the screen stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.browsing import Visit
from tests.journeys.phone import Phone
from tests.journeys.pictures import picture_of_paper
from tests.journeys.residents import ready_to_share
from tests.journeys.towns import Town
from tests.post.papers import text_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

PICTURED = ("ar", "nl", "en")


def taps_for_a_file(phone: Phone, words: str) -> bytes:
    with phone.page.expect_download() as coming:
        phone.screen.get_by_role("link", name=phone.words(words), exact=True).tap()
    return Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_tap_gives_the_profile_as_a_file(visit: Callable[..., Visit], town: Town, javascript: bool) -> None:
    journey, person = visit("ar", javascript=javascript), ready_to_share("ar")
    phone = journey.phone()
    phone.comes_in(town.link_of(person), person.name, person.birth_year)
    phone.opens(f"{town.address}/profile")
    phone.unfolds("On paper (PDF)")
    for words in ("My whole profile", "Only what I am good at"):
        assert person.name in text_of(taps_for_a_file(phone, words))
    expect(phone.heading).to_have_text(phone.words("This is what we heard"))
    for language in PICTURED if javascript else ():
        phone.page.locator(".languages summary").tap()
        phone.page.locator(f".languages button[value={language}]").tap()
        phone.page.locator(f"html[lang={language}]").wait_for()
        picture_of_paper(
            phone.page.context.request.get(f"{town.address}/profile.pdf").body(), f"pdf-profile-{language}"
        )
