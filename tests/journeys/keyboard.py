"""A phone or a computer without a thumb or a mouse: everything by Tab, Enter, Space and the arrows."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.focusing import HERE, NOT_SEEN

MOST_STOPS = 60
"""Presses of Tab until somebody gives up."""


class Keyboard:
    """`wrong`: stops at which nobody sees where they are."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.locator("h1")
        self.wrong: list[str] = []

    def goes_to(self, wanted: Locator) -> None:
        """Tab after Tab, as far as it takes; at each stop the focus has to be seen."""
        for _stop in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            hidden = self.page.evaluate(NOT_SEEN)
            if hidden:
                self.wrong.append(f"{self.heading.inner_text()}: {hidden}")
            if wanted.evaluate(HERE):
                return
        raise AssertionError(f"{MOST_STOPS} times Tab, and not there: {wanted}")

    def presses(self, wanted: Locator, key: str = "Enter") -> None:
        self.goes_to(wanted)
        self.page.keyboard.press(key)

    def goes_on_with(self, wanted: Locator) -> None:
        self.goes_to(wanted)
        self.goes_on_by("Enter")

    def goes_on_by(self, key: str) -> None:
        """Presses what has the focus, and waits for the next screen, where the heading has it."""
        before = self.heading.text_content() or ""
        self.page.keyboard.press(key)
        expect(self.heading).not_to_have_text(before, use_inner_text=False)
        expect(self.heading).to_be_focused()

    def chooses(self, box: Locator) -> None:
        self.presses(box, "Space")
        expect(box).to_be_checked()

    def tries_the_arrows(self) -> None:
        """Whoever looks around with them answers nothing by it."""
        shown = self.page.url, self.heading.text_content()
        for key in ("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"):
            self.page.keyboard.press(key)
        assert (self.page.url, self.heading.text_content()) == shown
