"""A caseworker's desk in a real browser, and what caseworkers do at it."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.looking import LookOver
from tests.journeys.on_this_screen import OnThisScreen
from tests.journeys.own_profile import Lines
from tests.journeys.visitors import Visitor
from tests.journeys.words import Words, as_spoken, whole

LINE = "li[id^=line-]"


@dataclass(frozen=True)
class Invited:
    """What a client is handed: the link and the code, and the letter with both."""

    link: str
    code: str
    letter: bytes

    @property
    def letter_says(self) -> str:
        return PdfReader(BytesIO(self.letter)).pages[0].extract_text()


class Desk:
    def __init__(self, page: Page, words: Words, look_over: LookOver, address: str) -> None:
        self.page = page
        self.words = words
        self.address = address
        self._look_over = look_over
        self.screen = page.locator("#screen")
        self.heading = page.locator("h1")

    def signs_in(self, name: str) -> None:
        """At the organisation's own provider, which in the demonstration asks only who one is."""
        self.page.goto(f"{self.address}/sign-in")
        self.shows("Sign in as a caseworker")
        self.clicks("Sign in")
        self.page.get_by_role("button", name=name, exact=True).click()
        self.shows("My clients")

    def invites(self, visitor: Visitor) -> Invited:
        self.clicks("Invite a client")
        self.shows("Invite a client")
        self.types("Name", visitor.name)
        self.types("Year of birth", str(visitor.birth_year))
        self.page.locator("#language").select_option(visitor.language)
        self.types("Day", (date.today() + timedelta(days=3)).isoformat())  # noqa: DTZ011 (as a calendar on the wall)
        self.types("Time", "14:00")
        self.types("Place", visitor.place)
        self.clicks("Make the invitation")
        self.shows("Invitation for %(name)s", name=visitor.name)
        return self.handed_over()

    def handed_over(self) -> Invited:
        letter = self.screen.get_by_role("link", name=self.words("Print the letter"))
        printed = self.page.context.request.get(self.address + (letter.get_attribute("href") or ""))
        assert printed.headers["content-type"] == "application/pdf"
        link, code = self.page.locator(".opener-link code"), self.page.locator(".opener-code b")
        return Invited(link.inner_text(), code.inner_text(), printed.body())

    # --- The prepared talk --------------------------------------------------------------------------------------------

    def opens(self, name: str) -> None:
        self.page.goto(f"{self.address}/clients")
        self.shows("My clients")
        self.clicks(name)
        self.shows(name)

    def reads(self) -> Lines:
        """The name of every line that stands here, by the title of its part."""
        parts = self.screen.locator(".talk-lines .talk-part").all()
        return {one.locator("h2").inner_text(): sorted(map(name_of, one.locator(LINE).all())) for one in parts}

    def reads_of_last_time(self) -> Lines:
        """The same of what was shared for the talk before this one."""
        parts = self.screen.locator(".last-time .talk-part[class*=part-]").all()
        rows = "li.line-row, li.line-word"
        return {_title(one.locator("h3")): sorted(map(name_of, one.locator(rows).all())) for one in parts}

    def agenda(self) -> list[str]:
        return self.screen.locator(".card-agenda li").all_inner_texts()

    def unfolds_last_time(self) -> None:
        """Beside a newer profile it is folded away."""
        self.screen.locator(".last-time > details > summary").click()

    def says(self, sentence: str, **filled: object) -> None:
        expect(self.page.locator("main")).to_contain_text(self.words(sentence, **filled))

    def says_nothing_of(self, sentence: str) -> None:
        expect(self.page.locator("main")).not_to_contain_text(self.words(sentence))

    def line(self, name: str) -> Locator:
        return self.screen.locator(LINE).filter(has=self.page.locator("summary b", has_text=whole(name)))

    def agrees(self, name: str) -> None:
        self._verdict(name, "Agreed").click()

    def would_rather_wait(self, name: str) -> None:
        self._verdict(name, "Not now").click()

    def sees_differently(self, name: str, words: str) -> None:
        self.writes(name, words)
        self.puts_views_side_by_side(name)

    def writes(self, name: str, words: str) -> None:
        """How they see a line; not sent yet."""
        self.line(name).locator("summary", has_text=self.words("Seen differently")).click()
        self.line(name).get_by_role("textbox").fill(words)

    def puts_views_side_by_side(self, name: str) -> None:
        self.line(name).get_by_role("button", name=self.words("Put both views side by side")).click()

    def still_has(self, words: str) -> None:
        """What was typed and could not be kept stands there, to copy."""
        expect(self.page.locator("#typed-words")).to_have_value(words)

    def turns_the_screen(self, name: str) -> OnThisScreen:
        """To the client, who answers what waits for them."""
        first = name.split(maxsplit=1)[0]
        self.clicks("%(name)s answers on this screen", name=first)
        self.shows("What do you say, %(name)s?", name=first)
        return OnThisScreen(self.page, self.words)

    def says_of(self, line: str, words: str) -> None:
        expect(self.line(line).locator("summary").first).to_contain_text(words)

    def stands(self, line: str, /, *sentences: str, **filled: object) -> None:
        """Where both sides stand on this line, in words."""
        for sentence in sentences:
            expect(self.line(line).locator(".standing")).to_contain_text(self.words(sentence, **filled))

    def no_longer_shared(self, count: int) -> None:
        """That lines were spoken about which are gone now, and how many."""
        expect(self.page.locator("details.lost li")).to_have_count(count)

    def _verdict(self, name: str, word: str) -> Locator:
        return self.line(name).get_by_role("button", name=as_spoken(f"{self.words(word)}: {name}"))

    # --- Ways of saying what a person does ----------------------------------------------------------------------------

    def shows(self, heading: str, **filled: object) -> None:
        expect(self.heading).to_have_text(self.words(heading, **filled))
        self.page.wait_for_load_state()
        self._look_over(self.page, self.heading.inner_text())

    def clicks(self, words: str, **filled: object) -> None:
        name = self.words(words, **filled)
        button = self.screen.get_by_role("button", name=name, exact=True)
        button.or_(self.screen.get_by_role("link", name=name, exact=True)).first.click()

    def types(self, label: str, text: str) -> None:
        self.screen.get_by_label(self.words(label), exact=True).fill(text)


def _title(heading: Locator) -> str:
    return (heading.text_content() or "").strip()


def name_of(line: Locator) -> str:
    """Its own name; or where only the client's own words are shown, that of the group they stand under."""
    named = line.locator("summary .named b, summary > span:not(.unseen):not(.named)").first
    found = named if named.count() else line.locator("xpath=ancestor::div[1]/*[self::h3 or self::h4]")
    return found.text_content() or ""
