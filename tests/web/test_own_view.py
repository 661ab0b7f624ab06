"""A line that isn't right: hidden, or said in one's own words; on the phone, and in what is shared."""

import pytest

from kompas.conversation.own_word import LONGEST_VIEW, own_view
from kompas.store.answers import all_said
from kompas.usecases.parties import Phone
from kompas.usecases.share import shared_now
from kompas.usecases.wipe import start_over, wipe_answer
from tests.web.pages import Page, Person
from tests.web.tables import Table, line, my_line
from tests.web.talks import shares
from tests.web.test_unsent import typed_in

GOING = "Keeping going"
NOT_RIGHT = f"This is not right: {GOING}"
WORDS = "Ik ga <b>door</b>, met pauzes."
HIDDEN = "Hidden. You find it at the foot of this page."


@pytest.fixture
def swapping(table: Table) -> Person:
    """The same person with JavaScript."""
    table.phone.htmx = True
    return table.phone


def view(side: Phone) -> dict[str, str]:
    """The client's own view as it is kept; that it is kept once is asked too."""
    with side.archive.reading(side.organisation_id) as records:
        said = [pair for pair in all_said(records, side.client_id) if pair[0] == "own_view"]
    assert len(said) <= 1
    return own_view(dict(said))


def turned_to(phone: Person) -> Page:
    return phone.get("/profile").follow(NOT_RIGHT)


def names(page: Page) -> list[str]:
    return [page.tree.text(one) for one in page.tree.all("b")]


def test_a_line_that_is_hidden_is_nowhere_until_it_is_brought_back(phone: Person, table: Table, clock) -> None:
    assert phone.get("/talk/heard/good_at").says(GOING)
    page = turned_to(phone).press("Hide this line")
    assert page.says(HIDDEN, "1 line hidden")
    assert f"Bring this line back: {GOING}" in page.buttons
    assert NOT_RIGHT not in page.links
    assert not phone.get("/share").says(GOING)
    assert not phone.get("/talk/heard/good_at").says(GOING)
    shares(table.side, clock)
    assert not table.talk().says(GOING)
    assert "strength/persevering" not in shared_now(table.side).choices

    page = phone.get("/profile").press(f"Bring this line back: {GOING}")
    assert page.says("The line stands there as before.", "1 new line is only yours")
    assert NOT_RIGHT in page.links
    assert not page.says("line hidden")
    assert view(table.side) == {}


def test_own_words_stand_beside_the_line_for_both(swapping: Person, table: Table, clock) -> None:
    page = turned_to(swapping).press("Keep my words", words=f"  {WORDS} ")
    assert page.says("Your words stand beside the line now.")
    assert WORDS in my_line(page, GOING)
    assert not table.talk().says(WORDS)
    shares(table.side, clock)
    there = line(table.talk(), GOING)
    assert WORDS in there
    assert "In my own words" in there

    page = swapping.get("/profile").follow(f"Change my words: {GOING}")
    assert typed_in(page, "words").strip() == WORDS
    page = page.press("Take my words away")
    assert page.says("still sees what you shared before")
    assert view(table.side) == {}
    shares(table.side, clock)
    assert not table.talk().says(WORDS)


def test_what_was_shared_before_it_was_hidden_is_taken_along_by_sharing_anew(table: Table, clock) -> None:
    shares(table.side, clock)
    before = table.talk().text
    page = turned_to(table.phone).press("Hide this line")
    assert page.says("still sees what you shared before", GOING, "You don't say this any more.")
    assert table.talk().text == before
    shares(table.side, clock)
    assert not table.talk().says(GOING)
    assert not table.mine().says("still sees what you shared before")


def test_no_words_or_too_many_are_told_and_nothing_is_lost(swapping: Person, table: Table) -> None:
    page = turned_to(swapping).press("Keep my words", words=" \u200b")
    assert page.status == 422
    assert page.says("Write something first, or hide this line.")
    long = "word " * 101
    page = page.press("Keep my words", words=long)
    assert page.status == 422
    assert page.says(f"Use at most {LONGEST_VIEW} letters. You have 504 now.")
    assert typed_in(page, "words") == long
    assert view(table.side) == {}
    assert page.press("Keep my words", words=WORDS).status == 200
    assert view(table.side) == {"strength/persevering": WORDS}


def test_unsent_words_stay_when_another_language_is_chosen(phone: Person, table: Table) -> None:
    again = turned_to(phone).press("Nederlands", words=WORDS).press("English")
    assert typed_in(again, "words") == WORDS
    assert view(table.side) == {}
    assert again.press("Keep my words").status == 200
    assert view(table.side) == {"strength/persevering": WORDS}


def test_a_line_that_is_gone_and_a_topic_for_the_talk_are_left_as_they_are(table: Table) -> None:
    page = turned_to(table.phone)
    gone = page.press("Keep my words", words=WORDS, line="strength/gone")
    assert gone.status == 409
    assert gone.says(WORDS)
    assert page.press("Hide this line", line="own_topic/1").status == 409
    assert page.press("Keep my words", words="", line="strength/gone").status == 409
    assert page.press("Hide this line", do="else").status == 404
    assert page.press("Hide this line", line="strength/gone", do="back").says("The line stands there as before.")
    assert view(table.side) == {}


def test_what_is_wiped_takes_the_words_about_it_along(table: Table, clock) -> None:
    turned_to(table.phone).press("Keep my words", words=WORDS)
    page = table.phone.get("/profile").follow("This is not right: In my own words").press("Hide this line")
    page.follow("This is not right: Learning").press("Keep my words", words="Mwah.")
    wipe_answer(table.side, "talent_persevering", clock())
    assert view(table.side) == {"own/1": "", "strength/learning": "Mwah."}
    wipe_answer(table.side, "own_words", clock())
    assert view(table.side) == {"strength/learning": "Mwah."}
    start_over(table.side, clock())
    assert view(table.side) == {}
