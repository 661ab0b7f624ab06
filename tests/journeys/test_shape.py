"""Axe looks once at screens that differ by words and addresses alone: whatever else differs is another screen to it."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.looking import violations
from tests.journeys.shape import shapes_of

pytestmark = pytest.mark.browser

SCREEN = """<!doctype html><html lang=nl dir=ltr><title>Werk</title><body><main><h1>Jouw werk</h1>
<details class=languages><summary>Nederlands</summary>
<button name=language lang=nl aria-current=true>Nederlands</button>
<button name=language lang=pl>Polski</button></details>
<form action="/a"><label for=x>Naam</label><input id=x><button class=primary aria-label="Ga verder">Verder</button>
<button>Stop</button></form></main>"""


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("Jouw werk", "Twoja praca", True),
        ("lang=nl dir", "lang=pl dir", True),
        ('action="/a"', 'action="/b"', True),
        ("lang=nl aria-current=true", "lang=nl", True),
        ("<button name=language lang=pl>", "<button name=too>", False),
        ("dir=ltr", "dir=rtl", False),
        ("Jouw werk", "", False),
        ("Stop", "Verder", False),
        ('aria-label="Ga verder"', 'aria-label=""', False),
        ("class=primary", "class=quiet", False),
        ("for=x", "", False),
        ("<input id=x>", "<input id=x autofocus>", False),
        ("<button>Stop", "<button disabled>Stop", False),
        ("<h1>Jouw werk</h1>", "<h2>Jouw werk</h2>", False),
        ("<h1>Jouw werk</h1>", "<h1 lang=en>Jouw werk</h1>", False),
        ("<main>", "<main><style>h1 { color: #eee }</style>", False),
    ],
)
def test_words_and_addresses_alone_make_no_other_screen(chromium: Browser, before: str, after: str, same: bool) -> None:
    page, shapes = chromium.new_page(), []
    for html in (SCREEN, SCREEN.replace(before, after)):
        page.set_content(html)
        shapes.append(shapes_of(page))
    page.close()
    assert (shapes[0] == shapes[1]) is same


def test_what_is_wrong_is_told_each_time(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(SCREEN.replace("for=x", ""))
    first, again = violations(page, "first"), violations(page, "again")
    page.close()
    assert first
    assert len(again) == len(first)
