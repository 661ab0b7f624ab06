"""A client's phone in a real browser, and the few things that people do with one."""

from collections.abc import Callable, Iterable
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from tests.journeys.visitors import Visitor
from tests.journeys.words import Words, as_spoken

HEARD = "This is what I heard"


class Screens(Protocol):
    """Looks a screen over when it shows."""

    def __call__(self, page: Page, name: str) -> None: ...


class Phone:
    """Everything is found by what stands on the screen, in the reader's language."""

    def __init__(self, page: Page, words: Words, look_over: Screens, *, swaps: bool) -> None:
        self.page = page
        self.words = words
        self.swaps = swaps
        self._look_over = look_over
        self.screen = page.locator("#screen")
        self.heading = page.locator("h1")
        self._heard = page.locator("h1", has_text=words(HEARD))
        self._asks = page.locator("form.question input[name=about]")
        self._agenda = page.locator("form.agenda")

    def opens(self, address: str) -> None:
        self.page.goto(address)

    def shows(self, heading: str, **filled: object) -> None:
        """Waits for the screen with this heading, and looks it over."""
        self.expects(self.words(heading, **filled))

    def expects(self, heading: str) -> None:
        expect(self.heading).to_have_text(heading, use_inner_text=False)
        self.page.wait_for_load_state()
        self._look_over(self.page, heading)

    def says(self, *sentences: str, **filled: object) -> None:
        for sentence in sentences:
            expect(self.screen).to_contain_text(self.words(sentence, **filled))

    def says_nothing_of(self, sentence: str) -> None:
        expect(self.screen).not_to_contain_text(self.words(sentence))

    def taps(self, words: str, **filled: object) -> None:
        """A button or a link, by what it says."""
        self.taps_exactly(self.words(words, **filled))

    def taps_exactly(self, name: str) -> None:
        self._called(name).tap()

    def taps_twice(self, text: str) -> None:
        """An impatient thumb: the second tap comes down wherever the first one did."""
        button = self.screen.get_by_role("button").filter(has_text=text)
        button.tap(trial=True)
        box = button.bounding_box()
        assert box is not None
        for _tap in range(2):
            self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def types(self, label: str, text: str) -> None:
        self.screen.get_by_label(self.words(label), exact=True).fill(text)

    def unfolds(self, words: str) -> None:
        self.screen.locator("summary", has_text=self.words(words)).first.tap()

    def browser_goes_back(self) -> None:
        self.page.go_back()

    def comes_in(self, link: str, name: str, birth_year: int) -> None:
        """With their personal link, on a phone that was never here before."""
        self.opens(link)
        self.taps("Open")
        self.types("In which year were you born?", str(birth_year))
        self.taps("Go on")
        self.shows("Hello %(name)s", name=name.split(maxsplit=1)[0])

    # --- Looking back -------------------------------------------------------------------------------------------------

    def changes(self, slot: str, option: str) -> None:
        """An answer given before, from the list of all answers."""
        self._row(slot, "Change")
        self.is_asked(slot)
        self.chooses(slot, option)
        self.shows("Your answers")

    def wipes(self, slot: str) -> None:
        self._row(slot, "Wipe")
        self.shows("Wipe this answer?")
        self.taps("Wipe this answer")
        self.says("The answer is wiped.")

    def _row(self, slot: str, deed: str) -> None:
        question = self.words.question(slot)
        self.unfolds(self.words.flow.chapter_of[question.id].title)
        self.taps_exactly(f"{self.words(deed)}: {self.words(question.ask)}")

    # --- The conversation ---------------------------------------------------------------------------------------------

    def asked(self) -> str:
        """The slot of the question on the screen, or nothing when the screen asks nothing."""
        self.heading.wait_for()
        return self._asks.get_attribute("value") or "" if self._asks.count() else ""

    def is_asked(self, slot: str) -> None:
        expect(self._asks).to_have_value(slot)

    def is_where_they_were(self, slot: str, chosen: str) -> None:
        """The question shows what was answered before."""
        self.is_asked(slot)
        expect(self._card("button[name=choice]", self.words.option(slot, chosen))).to_have_attribute(
            "aria-current", "true"
        )

    def tells(self, visitor: Visitor, until: str = "") -> None:
        """Answers screen after screen as this person would, until this question is asked, or to the end."""
        while (slot := self.asked()) != until or not slot:
            self._look_over(self.page, slot or self.page.url.rpartition("/")[2])
            if slot:
                self.answers(slot, visitor)
            elif self._heard.count():
                self._leaves(self._heard, lambda: self.taps("Yes, go on"))
            elif self._agenda.count():
                self._puts_first(visitor.own_topic)
                self._leaves(self._agenda, lambda: self.taps("Go on"))
            else:
                break
        assert slot == until

    def answers(self, slot: str, visitor: Visitor) -> None:
        """One question: the way they choose depends on what kind it is."""
        this_one = self.page.locator(f'form.question input[name=about][value="{slot}"]')
        self._leaves(this_one, lambda: self._answer(slot, visitor))

    def chooses(self, slot: str, option: str) -> None:
        """Taps one answer; they unfold the rest when it isn't among the few that stand first."""
        answer = self._card("button[name=choice]", self.words.option(slot, option))
        answer.wait_for(state="attached")
        if not answer.is_visible():
            self.unfolds("More to choose from")
        answer.tap()

    def skips(self) -> None:
        """This question, whatever it is."""
        this_one = self.page.locator(f'form.question input[name=about][value="{self.asked()}"]')
        self._leaves(this_one, lambda: self.taps("Skip"))

    def _answer(self, slot: str, visitor: Visitor) -> None:
        question = self.words.question(slot)
        if question.id in visitor.rather_talks:
            self.taps("I'd rather talk about this")
        elif question.kind == "entries":
            self._tells_more(slot, visitor)
        elif question.kind == "faces":
            self._called(self.words.option(slot, self._face(slot, visitor))).tap()
        elif question.suggests:
            self.taps("Skip")
        elif question.kind == "text":
            self.screen.get_by_role("textbox").fill(visitor.own_words)
            self.taps("Go on")
        elif slot not in visitor.says:
            self.taps("Skip")
        elif question.kind == "topics":
            self._wants_to_talk_about(slot, visitor.says[slot])
        else:
            self._chooses_all(slot, visitor.says[slot])

    def _face(self, slot: str, visitor: Visitor) -> str:
        weight = 2 if slot in visitor.yes else 1 if slot in visitor.half else 0
        options = self.words.flow.options_of(self.words.question(slot))
        return next(name for name, option in options.items() if option.weight == weight)

    def _chooses_all(self, slot: str, chosen: str | tuple[str, ...]) -> None:
        if isinstance(chosen, str):
            return self.chooses(slot, chosen)
        for one in chosen:
            self._card("label.option", self.words.option(slot, one)).tap()
        return self.taps("Go on")

    def _wants_to_talk_about(self, slot: str, topics: Iterable[str]) -> None:
        for one in topics:
            topic = self.screen.locator(".topics fieldset").filter(has_text=self.words.option(slot, one))
            topic.get_by_text(self.words("Yes"), exact=True).tap()
        self.taps("Go on")

    def _puts_first(self, topic: str) -> None:
        """A topic in their own words, which is moved up until it is the first; the focus goes with it."""
        self.screen.get_by_role("textbox").fill(topic)
        self.taps("Put it on my list")
        topics = self.screen.locator("form.agenda ol > li")
        while topic not in topics.first.inner_text():
            place = topics.filter(has_text=topic).locator("b").inner_text()
            topics.filter(has_text=topic).get_by_role("button").first.tap()
            expect(topics.filter(has_text=topic).locator("b")).to_have_text(str(int(place) - 1))
        expect(topics.first.get_by_role("button").first).to_be_focused()

    def _tells_more(self, slot: str, visitor: Visitor) -> None:
        place = int(slot.partition(".")[2]) - 1
        if place >= len(visitor.told):
            return self.taps("That is all")
        kind, words = visitor.told[place]
        self._card("label.pill", self.words.field_option(slot, "kind", kind)).tap()
        self.screen.get_by_role("textbox").fill(words)
        return self.taps("Add this")

    def _leaves(self, shown: Locator, deed: Callable[[], None]) -> None:
        """Does it, and waits until what was shown is gone and the next screen stands there."""
        deed()
        expect(shown).to_have_count(0)
        self.heading.wait_for()
        self.page.wait_for_load_state()
        if self.swaps:
            expect(self.heading).to_be_focused()

    def _card(self, kind: str, text: str) -> Locator:
        return self.screen.locator(kind).filter(has=self.page.get_by_text(text, exact=True))

    def _called(self, name: str) -> Locator:
        button = self.screen.get_by_role("button", name=as_spoken(name))
        return button.or_(self.screen.get_by_role("link", name=as_spoken(name))).first
