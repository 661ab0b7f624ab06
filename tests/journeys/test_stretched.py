"""A seventh language needs one command and one catalogue; and however long its words are, nothing is cut off.

Two languages that nobody speaks prove it, one for each direction of reading: every text is 40 % longer, on a phone of
320 pixels, with the text as it is and twice as large.
"""

from collections.abc import Iterator

import pytest
from babel import Locale
from playwright.sync_api import Browser, Page

from kompas.conversation.keep import LONGEST, Keep
from kompas.web.language import own_name
from kompas.web.moments import in_words
from tests.journeys.browsing import PATIENCE
from tests.journeys.far_towns import CASEWORKER, CONTACT, ORGANISATION, FarTown
from tests.journeys.fitting import crowded, said
from tests.journeys.looking import NARROW
from tests.journeys.pictures import picture
from tests.journeys.stretching import LETTERS, WORD, outside_the_brackets
from tests.ports import free_port
from tests.web.talks import SAID

AT_THE_DOOR = ("/", "/nowhere", "/privacy")
BEFORE_SHARING = (
    *("/welcome", "/talk/situation", "/talk/experience_fields", "/talk/told_more-1", "/talk/told_more-2"),
    *("/talk/talent_helping", "/talk/interest_selling", "/talk/talents_top", "/talk/talents_shown-1", "/talk/needs"),
    *("/talk/need_timing-1", "/talk/wish_hours", "/talk/confidence_fitting_work", "/talk/own_words"),
    *("/talk/heard/good_at", "/talk/needs/wipe", "/start-over", "/review", "/profile", "/share", "/nowhere", "/"),
    *("/talk/agenda", "/agenda", "/beside", "/device", "/goodbye"),
)
PICTURED = ("/talk/needs", "/share")
AFTER_SHARING = ("/shared", "/readers", "/welcome", "/profile")
AFTER_A_CHANGE = ("/profile", "/review", "/share", "/talk/heard/how")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FarTown]:
    folder = tmp_path_factory.mktemp("far")
    far = FarTown(folder / "instance", free_port(), program=folder / "program").made_ready()
    try:
        far.opens()
        yield far
    finally:
        far.closes()


@pytest.mark.parametrize("language", LETTERS)
def test_every_screen_has_room_for_long_words(chromium: Browser, town: FarTown, language: str) -> None:
    context = chromium.new_context(
        viewport={"width": NARROW, "height": 640},
        has_touch=True,
        is_mobile=True,
        locale=language,
        java_script_enabled=False,
    )
    context.set_default_timeout(PATIENCE)
    reader = Reader(context.new_page(), town, language)
    try:
        reader.goes_all_the_way()
    finally:
        context.close()
    assert not reader.wrong, "\n".join(reader.wrong)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<p style='width: 400px'>So long that it can't fit on any narrow phone at all", "hangs over the edge"),
        ("<p style='height: 20px; overflow: hidden'>One line and<br>another that is cut off", "leaves <p"),
        ("<p style='width: 60px'>Uncommonlylongwords", "leaves <p"),
        ("<p>One</p><p style='margin-top: -34px'>Two", "“One” lies on “Two”"),
        ("<button style='width: 90px; height: 40px'>Go on", "a thumb needs 48"),
        ("<p style='height: 30px; overflow: hidden'>Small", "twice as large: “Small” leaves"),
    ],
)
def test_what_does_not_fit_is_found(chromium: Browser, page: str, found: str) -> None:
    screen = chromium.new_page(viewport={"width": NARROW, "height": 640})
    screen.set_content(
        f"<!doctype html><meta name=viewport content='width=device-width'><body style='font: 1rem sans-serif'>{page}"
    )
    assert any(found in one for one in crowded(screen)), crowded(screen)
    screen.close()


class Reader:
    """Somebody who reads this language, with a phone that asks for it. `wrong` is what they met on the way."""

    def __init__(self, page: Page, town: FarTown, language: str) -> None:
        self.page, self.town, self.language = page, town, language
        self.wrong: list[str] = []
        self.names = _names(language)

    def goes_all_the_way(self) -> None:
        link, born = self.town.somebody_who_told(self.language)
        self.opens(*AT_THE_DOOR)
        self._to(link)
        self.looks("the letter's link")
        self._presses("main .primary")
        self.looks("the year of birth")
        self.page.locator("#birth_year").fill("1900")
        self._presses("main .primary")
        self.looks("another year of birth")
        self._to(link)
        self._presses("main .primary")
        self.page.locator("#birth_year").fill(str(born))
        self._presses("main .primary")
        self.opens(*BEFORE_SHARING)
        self._shares()
        self.opens(*AFTER_SHARING)
        self._changes_an_answer()
        self.opens(*AFTER_A_CHANGE)

    def opens(self, *addresses: str) -> None:
        for address in addresses:
            self._to(f"{self.town.address}{address}")
            self.looks(address)

    def looks(self, name: str) -> None:
        root = self.page.locator("html")
        spoken = root.get_attribute("lang"), root.get_attribute("dir")
        assert spoken == (self.language, Locale.parse(self.language).text_direction), name
        forgotten = {word for text in said(self.page) for word in outside_the_brackets(text)} - self.names
        self.wrong.extend(f"{name}: not translated: {word}" for word in sorted(forgotten))
        if name in PICTURED:
            picture(self.page, f"stretched-{self.language}{name.replace('/', '-')}", small=True)
        self.wrong.extend(f"{name}: {one}" for one in crowded(self.page))

    def _shares(self) -> None:
        self._to(f"{self.town.address}/share")
        for choice in self.page.locator("input[type=radio][value=share]:visible").all():
            choice.check(force=True)
        self._presses("main button.primary")
        assert self.page.url.endswith("/shared")

    def _changes_an_answer(self) -> None:
        self._to(f"{self.town.address}/talk/situation")
        self._presses("button[name=choice]:not([aria-current])")

    def _to(self, address: str) -> None:
        self.page.goto(address)

    def _presses(self, button: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(button).first.tap()


def _names(language: str) -> set[str]:
    """What stays as it is in every language: names, own words, what a language calls itself; days, how long by CLDR."""
    locale = Locale.parse(language)
    own = [
        ORGANISATION,
        CASEWORKER,
        CONTACT,
        "Samira Yilmaz Stadskantoor balie Kompas",
        *(own_name(code) for code in LETTERS),
    ]
    own += [str(answer.value) for answer in SAID.values()]
    own += [*locale.days["format"]["wide"].values(), *locale.months["format"]["wide"].values()]
    own += [in_words(Keep(number, unit), language) for unit in LONGEST for number in range(1, 13)]
    return {word for text in own for word in WORD.findall(text)}
