"""A client keeps their profile as a file: a tap gives it whole, with JavaScript and without; the screen stays."""

from collections.abc import Callable

import pytest

from kompas.demonstration.people import SAMIRA
from tests.journeys.browsing import Visit
from tests.journeys.phone import Phone
from tests.journeys.pictures import picture_of_paper
from tests.journeys.towns import Town
from tests.post.papers import text_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

PICTURED = ("ar", "en", "nl")
"""The last one is her own again: others meet her in this town too."""


def taps_for_a_file(phone: Phone, words: str) -> bytes:
    """The browser shows it in place of the screen; what it got, and back again."""
    link = phone.screen.get_by_role("link", name=phone.words(words), exact=True)
    address = link.get_attribute("href") or ""
    link.tap()
    phone.page.wait_for_url(f"**{address}", wait_until="commit")
    phone.browser_goes_back()
    phone.expects(phone.words("This is what we heard"))
    return phone.page.context.request.get(phone.page.url.replace("/profile", address)).body()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "plain"])
def test_a_tap_gives_the_profile_as_a_file(visit: Callable[..., Visit], town: Town, javascript: bool) -> None:
    journey, person = visit("nl", javascript=javascript), SAMIRA
    phone = journey.phone()
    phone.comes_in(town.link_of(person), person.name, person.birth_year)
    phone.opens(f"{town.address}/profile")
    for words in ("My whole profile", "Only what I am good at"):
        phone.unfolds("On paper (PDF)")
        assert person.name in text_of(taps_for_a_file(phone, words))
    for language in PICTURED if javascript else ():
        phone.page.locator(".languages summary").tap()
        phone.page.locator(f".languages button[name=language][value={language}]").tap()
        phone.page.locator(f"html[lang={language}]").wait_for()
        picture_of_paper(
            phone.page.context.request.get(f"{town.address}/profile.pdf").body(), f"pdf-profile-{language}"
        )
