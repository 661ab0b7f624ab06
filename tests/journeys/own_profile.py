"""The client's screens after the conversation: what was heard, what is shared, who has read it."""

import re
from collections.abc import Collection

from playwright.sync_api import Locator, expect

from tests.journeys.phone import Phone
from tests.journeys.words import whole

Lines = dict[str, list[str]]
"""The lines of a profile as they can be read, by the title of their part."""
SHARE, TALK, KEEP = "Share", "Talk first", "Keep to myself"


class OwnProfile:
    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.words = phone.words
        self.screen = phone.screen

    def chooses(self, part: str, choice: str) -> None:
        """One of the three for a whole part."""
        self._door(self._part(part).locator("> .share-choice"), choice).tap()

    def shares_everything(self) -> None:
        for part in self.screen.locator("fieldset.share-part").all():
            self._door(part.locator("> .share-choice"), SHARE).tap()

    def chooses_line_by_line(self, part: str, talks: Collection[str] = (), keeps: Collection[str] = ()) -> None:
        """Shares every line of a part but these, which are named by what the flow calls them."""
        box = self._part(part)
        box.get_by_text(self.words("Choose line by line"), exact=True).tap()
        for line in box.locator(".share-line").all():
            name = line.locator("legend").inner_text()
            kept, talked = (any(self.words(one) in name for one in some) for some in (keeps, talks))
            self._door(line, KEEP if kept else TALK if talked else SHARE).tap()

    def chooses_one_line(self, name: str, choice: str) -> None:
        """A line of a part that is shared line by line."""
        self._door(self.screen.locator(".share-line").filter(has_text=name), choice).tap()

    def not_chosen_yet(self) -> list[str]:
        """Every part, and every line of a part that is shared line by line, for which nothing is chosen."""
        parts = self.screen.locator("fieldset.share-part").all()
        return [name for part in parts for name in _left_open(part)]

    def misses_a_choice(self) -> None:
        """The screen comes back with a sentence, which has the focus, and with all that was chosen."""
        self.phone.says("Choose for each part: share it, talk about it first, or keep it to yourself.")
        if self.phone.swaps:
            expect(self.screen.locator("#mistake")).to_be_focused()

    def released(self) -> Lines:
        """What the screen says that the caseworker sees, each line whole."""
        return self._lines("summary > span")

    def names(self) -> Lines:
        """The same, each line by its name."""
        return {part: sorted(names) for part, names in self._lines("summary b").items()}

    def agenda(self) -> list[str]:
        return self.screen.locator(".released .agenda li").all_inner_texts()

    def topics(self) -> list[str]:
        """What they want to talk about, in their order."""
        return self.screen.locator(".released .part-agenda li").all_inner_texts()

    def line(self, name: str) -> Locator:
        return self.screen.locator(".lines > li").filter(has=self.phone.page.locator("summary b", has_text=whole(name)))

    def agrees(self, name: str) -> None:
        """Their own word on a line that waits for it."""
        self.line(name).get_by_role("button", name=self.words("I agree"), exact=True).tap()

    def sees_it_differently(self, name: str) -> None:
        self.line(name).get_by_role("button", name=self.words("I see it differently"), exact=True).tap()

    def stands(self, line: str, /, *sentences: str, **filled: str) -> None:
        """Where both sides stand on this line, in words."""
        for sentence in sentences:
            expect(self.line(line).locator(".state")).to_have_text(self.words.pattern(sentence, **filled))

    def shows_both_views(self, line: str, *views: str) -> None:
        """One below the other, each with its name."""
        expect(self.line(line).locator(".views > div")).to_contain_text(views)

    def is_still_seen(self, line: str, then: str, now: str) -> None:
        """What the caseworker still sees of a line whose answer was changed, and what it says now."""
        told = self.screen.locator(".still-seen li").filter(has_text=line)
        expect(told.locator("p")).to_contain_text([then, now])

    def has_no_longer(self, line: str) -> None:
        expect(self.line(line)).to_have_count(0)

    def was_read_by(self, name: str) -> None:
        """The log names who and when: "Fatima, your caseworker, today 14:05"."""
        expect(self.screen.locator(".readings li").first).to_contain_text(name)
        expect(self.screen.locator(".readings li").first).to_contain_text(re.compile(r"\d\d:\d\d"))

    def takes_back(self, name: str) -> None:
        self.phone.unfolds("Share less")
        self.phone.taps_exactly(f"{self.words('Take back')}: {name}")

    def _lines(self, what: str) -> Lines:
        parts = self.screen.locator(".released section:not(.agenda, .part-agenda)").all()
        return {one.locator("h2").inner_text(): one.locator(what).all_text_contents() for one in parts}

    def _part(self, part: str) -> Locator:
        return self.screen.locator(f"fieldset.share-part#{part}")

    def _door(self, place: Locator, choice: str) -> Locator:
        return place.get_by_text(self.words(choice), exact=True)


def _left_open(part: Locator) -> list[str]:
    whole = part.locator("> .share-choice input:checked, > .by-line input:checked")
    if not whole.count():
        return [part.locator("> legend").inner_text()]
    if whole.get_attribute("value") != "lines":
        return []
    open_lines = part.locator(".share-line:not(:has(input:checked)) legend").all()
    return [one.text_content() or "" for one in open_lines]
