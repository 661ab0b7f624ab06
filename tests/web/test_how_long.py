"""How long it takes: the taps from the link to sharing, and the minutes for somebody who reads slowly, and everything.

It is somebody who answers all that everybody is asked, each with one choice, keeps their own words for the talk, and
shares part by part. They read Dutch, on the pages as they are sent, header and footer too. A text that stood on a
screen before is known; what is folded away is read by whoever unfolds it; a number alone is seen at a glance.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from flask import Flask

from kompas.conversation.plain_language import words
from kompas.store.archive import Archive
from tests.store.people import Municipality
from tests.web.arrivals import an_invited_client
from tests.web.conftest import Clock
from tests.web.pages import Page, Person

MOST_TAPS = 100
MOST_MINUTES = 12
WORDS_A_MINUTE = 150
"""Of somebody who reads slowly, with attention; most adults read 240."""

WITHOUT_WORDS = {"script", "style", "title", "svg", "template"}
UNSEEN = frozenset({"unseen", "by-line-choices"})
"""Classes of what is there for the ear alone, or unfolds when somebody asks for it (`kompas.css`)."""

ENOUGH = "no"


@dataclass
class Reader:
    """Goes from screen to screen: reads all that stands there, then taps. What was read once is known from then on."""

    page: Page
    taps: int = 0
    screens: int = 0
    on_screens: int = 0
    read: int = 0
    known: set[str] = field(default_factory=set)

    def looks(self) -> None:
        stands = (text for part in _visible(self.page.tree.root) for text in part.split(" · "))
        said = [text for text in stands if any(sign.isalpha() for sign in text)]
        self.screens += 1
        self.on_screens += sum(len(words(text)) for text in said)
        self.read += sum(len(words(text)) for text in said if text not in self.known)
        self.known |= set(said)

    def arrives(self, page: Page, taps: int = 1) -> None:
        self.looks()
        self.page = page
        self.taps += taps

    def goes_on(self) -> None:
        """By the one primary button, or the primary link."""
        primary = [one for one in self.page.tree.all("a", "button") if "primary" in one.get("class", "")][-1]
        says = self.page.tree.name_of(primary)
        self.arrives(self.page.follow(says) if primary.tag == "a" else self.page.press(says))

    def answers(self) -> None:
        """One tap where one choice is the answer; else a choice and the way on. Own words are skipped."""
        options = [one for one in self.page.tree.all("button") if one.get("name") == "choice"]
        boxes = [one for one in self.page.tree.all("input") if one.get("name") == "choice" or one.get("value") == "yes"]
        if options:
            # Something else on each card: nobody likes all work alike.
            said = next((one for one in options if one.get("value") == ENOUGH), options[self.screens % len(options)])
            self.arrives(self.page.press(self.page.tree.name_of(said), choice=said.get("value")))
        elif boxes:
            chosen = {boxes[0].get("name", ""): boxes[0].get("value", "")}
            self.arrives(self.page.press("Verder", **chosen), taps=2)
        else:
            self.arrives(self.page.press("Overslaan"))

    def shares(self) -> None:
        radios = [
            one for one in self.page.tree.all("input") if one.get("type") == "radio" and one.get("value") == "share"
        ]
        parts = {one.get("name", ""): "share" for one in radios if one.get("name", "").startswith("part.")}
        self.arrives(self.page.press("Delen met", **parts), taps=len(parts) + 1)


def _visible(element: Element, unseen: Set[str] = UNSEEN) -> Iterator[str]:
    """The texts that stand on the screen, block by block; what is folded away is read by whoever opens it.

    Of the compass the list beside it is read: the drawing breaks the same words into rows.
    """
    classes = {*element.get("class", "").split()}
    if element.tag.rpartition("}")[2] in WITHOUT_WORDS or unseen & classes or "hidden" in element.attrib:
        return
    inside = frozenset[str]() if "directions" in classes else unseen
    yield " ".join((element.text or "").split())
    for child in element:
        if element.tag != "details" or child.tag == "summary" or "open" in element.attrib:
            yield from _visible(child, inside)
        yield " ".join((child.tail or "").split())


def from_the_link_to_sharing(app: Flask, token: str, birth_year: int) -> Reader:
    reader = Reader(Person(app, reads="nl").get(f"/c/{token}"))
    reader.goes_on()
    reader.arrives(reader.page.press(reader.page.buttons[-1], birth_year=str(birth_year)), taps=2)
    for _ in range(200):
        if reader.page.path == "/share":
            reader.shares()
            return reader
        if any(one.get("action", "").startswith("/talk/") for one in reader.page.tree.all("form")):
            reader.answers()
        else:
            reader.goes_on()
    raise AssertionError("the conversation does not end")


def test_it_takes_at_most_a_hundred_taps_and_twelve_minutes(
    app: Flask,
    archive: Archive,
    municipality: Municipality,
    clock: Clock,
    record_property: Callable[[str, object], None],
) -> None:
    amira = an_invited_client(archive, municipality, clock, language="nl")
    reader = from_the_link_to_sharing(app, amira.opener.token, amira.client.birth_year)
    assert reader.page.path == "/shared"
    record_property(
        "counted",
        f"{reader.taps} taps on {reader.screens} screens; {reader.read} words to read in "
        f"{reader.read / WORDS_A_MINUTE:.1f} minutes, {reader.on_screens} with all that stands there again",
    )
    assert reader.taps <= MOST_TAPS
    assert reader.read / WORDS_A_MINUTE <= MOST_MINUTES
