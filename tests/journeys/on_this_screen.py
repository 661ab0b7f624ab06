"""The caseworker's screen, turned to the client: what waits for their word, and the code that says it is theirs."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.words import Words, whole


class OnThisScreen:
    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self.words = words

    def nothing_is_chosen(self) -> None:
        expect(self.page.locator("input:checked")).to_have_count(0)

    def agrees(self, line: str) -> None:
        self._line(line).get_by_text(self.words("I agree"), exact=True).click()

    def leaves_open(self, line: str) -> None:
        self._line(line).get_by_text(self.words("I leave it open"), exact=True).click()

    def says_so_with(self, code: str) -> None:
        self.page.get_by_label(self.words("The code in your letter"), exact=True).fill(code)
        self.page.get_by_role("button", name=self.words("Save my word"), exact=True).click()

    def told(self, sentence: str) -> None:
        expect(self.page.locator("main")).to_contain_text(self.words(sentence))

    def _line(self, name: str) -> Locator:
        return self.page.locator("fieldset").filter(has=self.page.locator("legend b", has_text=whole(name)))
