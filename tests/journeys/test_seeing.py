"""Who set their phone to fewer colours, more contrast or no movement sees where they are and what they chose."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.journeys.everybody import SPOKE, TOLD, Everybody
from tests.journeys.focusing import out_of_sight

pytestmark = pytest.mark.browser

MOVES = """() => [...document.querySelectorAll("*")].filter(one => {
    const {animationName, transitionDuration, scrollBehavior} = getComputedStyle(one)
    return animationName !== "none" || parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth"
}).map(one => one.outerHTML.slice(0, 80))"""
CHOSEN = """([one, chosen]) => {
    if ("checked" in one) one.checked = chosen
    else chosen ? one.setAttribute("aria-current", "true") : one.removeAttribute("aria-current")
}"""
CHOOSABLE = {
    "one": "button[name=choice]",
    "faces": "button[name=choice]",
    "stairs": "button[name=choice]",
    "many": "input[name=choice]",
    "pick": "[name=choice]",
    "entries": "input[type=radio]",
    "topics": "input[type=radio]",
}
"""What is tapped in a question of this kind, and looks different when it was."""


def screens(everybody: Everybody, page: Page, who: str = SPOKE) -> Iterator[str]:
    """Goes to each screen that is worth a look, one after the other."""
    for address in everybody.screens.worth_a_look[who]:
        page.goto(everybody.town.address + address)
        yield address


@pytest.mark.parametrize(
    "device",
    [{}, {"forced_colors": "active", "color_scheme": "dark"}, {"contrast": "more"}],
    ids=["as-it-is", "forced-colours", "more-contrast"],
)
def test_the_focus_is_seen_and_never_hidden(everybody: Everybody, device: dict[str, str]) -> None:
    phone = everybody.same_phone(SPOKE, **device)
    page = phone.new_page()
    wrong = [f"{where}: {one}" for where in screens(everybody, page) for one in out_of_sight(page)]
    phone.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<button>Go on</button>", ""),
        ("<button style='outline: 0'>Go on</button>", "doesn't show the focus"),
        ("<button>Go on</button><div style='position: fixed; inset: 0'>", "hidden under something"),
    ],
)
def test_a_focus_that_nobody_sees_is_found(chromium: Browser, page: str, found: str) -> None:
    screen = chromium.new_page()
    screen.set_content(f"<!doctype html><style>:focus-visible {{ outline: 3px solid }}</style>{page}")
    (said,) = out_of_sight(screen) or [""]
    assert found in said
    screen.close()


def test_what_was_chosen_is_seen_in_two_colours(everybody: Everybody) -> None:
    phone = everybody.same_phone(SPOKE, forced_colors="active")
    page, looked_at = phone.new_page(), set()
    for where in screens(everybody, page):
        kind = kind_of(page)
        if kind in CHOOSABLE:
            looked_at.add(kind)
            assert looks_different(page.locator(CHOOSABLE[kind]).first), where
    phone.close()
    assert looked_at == CHOOSABLE.keys()


def test_what_is_shared_is_seen_in_two_colours(everybody: Everybody) -> None:
    phone = everybody.same_phone(TOLD, forced_colors="active")
    page = phone.new_page()
    page.goto(f"{everybody.town.address}/share")
    for choice in ("share", "talk", "keep", "lines"):
        assert looks_different(page.locator(f"fieldset.share-part input[value={choice}]").first), choice
    phone.close()


def test_nothing_moves_for_who_wants_no_movement(everybody: Everybody) -> None:
    phone = everybody.same_phone(SPOKE, reduced_motion="reduce")
    page = phone.new_page()
    moving = [f"{where}: {one}" for where in screens(everybody, page) for one in page.evaluate(MOVES)]
    phone.close()
    assert not moving, "\n".join(moving)


def kind_of(page: Page) -> str:
    """Of the question on the screen, or nothing."""
    asked = page.locator("form[class*=kind-]")
    return (asked.get_attribute("class") or "").partition("kind-")[2] if asked.count() else ""


def looks_different(one: Locator) -> bool:
    """Its card when it is chosen, beside the same card when it isn't; the focus is elsewhere."""
    card = one.locator("xpath=ancestor-or-self::*[self::label or self::button][1]")
    pictures = set()
    for chosen in (True, False):
        one.evaluate("(one, chosen) => (" + CHOSEN + ")([one, chosen])", chosen)
        pictures.add(card.screenshot(animations="disabled", caret="hide"))
    return len(pictures) > 1
