"""One journey through the browser: phones and desks for who reads one language, with or without JavaScript."""

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.journeys.desk import Desk
from tests.journeys.looking import LEFT_BEHIND, VIOLATIONS, LookOver, listen
from tests.journeys.phone import Phone
from tests.journeys.pictures import picture, picture_of_letter
from tests.journeys.towns import Town
from tests.journeys.words import Words

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1440, "height": 900}}
ON_THE_WAY = {
    "wish_place": "phone-question",
    "needs": "phone-cards",
    "talent_helping": "phone-talent",
    "good_at": "phone-chapter-heard",
    "confidence_fitting_work": "phone-stairs",
}
"""Screens of the conversation that have their picture taken: the question, or the chapter that was heard."""
PATIENCE = 30_000
"""Milliseconds in which a screen must have come."""


class Visit:
    """Everything that happens in it is listened to and looked over; `ends` says what was wrong.

    `javascript` is of the desks, and of the phones too unless `on_phones` says otherwise.
    """

    def __init__(
        self, browser: Browser, town: Town, language: str, *, javascript: bool, on_phones: bool | None = None
    ) -> None:
        self.browser, self.town = browser, town
        self.words = Words(language)
        self.javascript = javascript
        self.on_phones = javascript if on_phones is None else on_phones
        self.looks = LookOver(axe=self.on_phones, then=self._picture_on_the_way)
        self.desk_looks = LookOver(axe=javascript, thumb=24)
        self.complaints: list[str] = []
        self.contexts: list[tuple[BrowserContext, bool]] = []
        """Each with whether JavaScript is on in it."""
        expect.set_options(timeout=PATIENCE)

    def phone(self) -> Phone:
        """A phone that has never been here."""
        return Phone(self._page(PHONE, self.on_phones), self.words, self.looks, swaps=self.on_phones)

    def desk(self) -> Desk:
        return Desk(self._page(DESK, self.javascript), self.words, self.desk_looks, self.town.address)

    def _picture_on_the_way(self, page: Page, name: str) -> None:
        if name in ON_THE_WAY:
            self.picture(page, ON_THE_WAY[name])

    def picture(self, page: Page, name: str, around: Locator | None = None) -> None:
        if self.javascript:
            picture(page, f"{name}-{self.words.language}", around)

    def picture_of(self, place: Locator, name: str) -> None:
        """The screen with this place in the middle of it."""
        self.picture(place.page, name, place)

    def picture_of_letter(self, pdf: bytes) -> None:
        if self.javascript:
            picture_of_letter(pdf, f"letter-{self.words.language}")

    def ends(self) -> None:
        for context, _javascript in self.contexts:
            context.close()

    def was_clean(self) -> None:
        """Nothing was complained about, nobody was shut out, and the browsers kept nothing."""
        pages = [page for context, javascript in self.contexts if javascript for page in context.pages]
        self.complaints.extend(f"kept in the browser: {left}" for page in pages for left in self._left(page))
        assert not self.complaints, "\n".join(self.complaints)
        self.looks.ends_clean()
        self.desk_looks.ends_clean()

    def _left(self, page: Page) -> list[str]:
        left: list[str] = page.evaluate(LEFT_BEHIND) if page.url.startswith(self.town.address) else []
        return left

    def _page(self, device: dict[str, object], javascript: bool) -> Page:
        locale = {"nl": "nl-NL", "en": "en-GB"}.get(self.words.language, self.words.language)
        context = self.browser.new_context(
            **device, locale=locale, timezone_id="Europe/Amsterdam", java_script_enabled=javascript
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(VIOLATIONS)
        self.contexts.append((context, javascript))
        page = context.new_page()
        listen(page, self.complaints)
        return page
