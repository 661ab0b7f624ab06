"""Arabic runs from right to left to the bone: bars, ways back, arrows, names, and letters that come with the page."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page

from kompas.demonstration.people import OLENA
from tests.journeys.browsing import Visit
from tests.journeys.newcomers import newcomer
from tests.journeys.pictures import picture
from tests.journeys.towns import Town
from tests.journeys.wire import Request, Wire

pytestmark = pytest.mark.browser

FONT_BYTES = 40_000
NAME = OLENA.name.split()[0]
SCREENS = ("/talk/situation", "/talk/talent_helping", "/talk/needs", "/talk/confidence_fitting_work", "/profile")
MIDDLE_OF = """(screen, text) => {
    const words = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const at = words.currentNode.data.indexOf(text);
        if (at < 0) continue;
        const place = document.createRange();
        place.setStart(words.currentNode, at);
        place.setEnd(words.currentNode, at + text.length);
        const box = place.getBoundingClientRect();
        return box.x + box.width / 2;
    }
}"""
"""Where a text stands on the screen, from the left."""
MIRRORED = "icon => new DOMMatrix(getComputedStyle(icon).transform).a"
USED = (
    "document.fonts.ready.then(() => [...document.fonts].filter(one => one.status === 'loaded').map(one => one.family))"
)


def fonts(requests: list[Request]) -> list[Request]:
    return [one for one in requests if urlsplit(one.address).path.endswith(".woff2")]


def middle(place: Locator, text: str) -> float:
    return float(place.evaluate(MIDDLE_OF, text))


def reads_arabic(page: Page) -> None:
    page.locator(".languages summary").tap()
    page.locator(".languages button[value=ar]").tap()
    page.locator("html[dir=rtl]").wait_for()
    page.wait_for_load_state()


def on_the_right(page: Page, place: Locator) -> bool:
    box, width = place.bounding_box(), page.viewport_size
    assert box is not None
    assert width is not None
    return box["x"] + box["width"] / 2 > width["width"] / 2


def test_arabic_runs_from_right_to_left_to_the_bone(visit: Callable[..., Visit], town: Town) -> None:
    journey = visit("en")
    phone = journey.phone()
    page, wire = phone.page, Wire(phone.page)
    phone.comes_in(town.link_of(OLENA), OLENA.name, OLENA.birth_year)
    assert fonts(wire.since_last_time()) == [], "a page in English needs no Arabic letters"

    reads_arabic(page)
    assert page.evaluate(USED) == ["Kompas Arabic"]
    (font,) = fonts(wire.since_last_time())
    assert font.size < FONT_BYTES
    greets = phone.heading.text_content() or ""
    assert f"\u2068{NAME}\u2069" in greets
    assert middle(phone.heading, NAME) < middle(phone.heading, greets.split()[0]), "the name comes after the greeting"
    assert page.locator("#screen .primary .icon").evaluate(MIRRORED) == -1

    for screen in SCREENS:
        page.goto(town.address + screen)
        phone._look_over(page, screen)
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert on_the_right(page, page.locator(".back")), screen
        assert page.locator(".back .icon").evaluate(MIRRORED) == -1
    picture(page, "phone-heard-ar")
    for drawn_or_read in ("g", "li"):
        west, east = (page.locator(f".directions {drawn_or_read}.part-{one}") for one in ("why", "how"))
        assert on_the_right(page, west)
        assert not on_the_right(page, east), "the compass is mirrored, and the list over it with the drawing"
    assert fonts(wire.since_last_time()) == [], "the letters came once"
    journey.was_clean()


def test_a_bar_grows_and_stairs_rise_from_the_right(visit: Callable[..., Visit], town: Town) -> None:
    journey = visit("en")
    phone = journey.phone()
    page = phone.page
    person = newcomer(town, "en")
    phone.comes_in(person.link, person.first_name, person.birth_year)
    reads_arabic(page)

    page.goto(f"{town.address}/talk/confidence_fitting_work")
    first, last = page.locator(".stair-1").bounding_box(), page.locator(".stair-5").bounding_box()
    assert first is not None
    assert last is not None
    assert first["x"] == last["x"]
    assert first["x"] + first["width"] > last["x"] + last["width"], "each step begins further from the right"

    page.goto(f"{town.address}/talk/talent_helping")
    bar = page.locator("progress")
    assert bar.evaluate("bar => getComputedStyle(bar).direction") == "rtl"
    assert _filled(page, bar) == ["left empty", "right full"]
    count = page.locator(".dots > [dir=ltr]")
    done, all_of_it = (text.strip() for text in (count.inner_text().split("/")[0], "10"))
    assert middle(count, done) < middle(count, all_of_it), "a number out of a number reads as it is written"


def _filled(page: Page, bar: Locator) -> list[str]:
    """By the colours on the screen at both ends of the bar."""
    box = bar.bounding_box()
    assert box is not None
    edge = {"y": box["y"], "width": 6.0, "height": box["height"]}
    ends = {"left": box["x"] + 4, "right": box["x"] + box["width"] - 10}
    seen = {end: page.screenshot(clip={"x": x, **edge}) for end, x in ends.items()}
    bar.evaluate("bar => bar.value = 1")
    full = {end: page.screenshot(clip={"x": x, **edge}) for end, x in ends.items()}
    return [f"{end} {'full' if seen[end] == full[end] else 'empty'}" for end in ends]
