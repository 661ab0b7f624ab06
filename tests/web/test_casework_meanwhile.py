"""A word that comes late: nothing is misread, nothing typed is lost, and the later one reads who said what."""

import re

import pytest

from kompas.conversation.answers import Answer
from kompas.usecases.share import unshare
from tests.web.arrivals import signs_in
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table, line, my_line, sees_differently
from tests.web.talks import says, shares

HERS = "Bij de voedselbank ook."
AT_WORK = {"talents_shown.talent_helping": Answer("given", "at_work")}


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    made = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(made.side, clock)
    return made


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_words_that_cannot_be_kept_stay_where_they_were_typed(table, words) -> None:
    page = sees_differently(table.talk(), "Helping", words)
    assert page.status == 422
    assert "Write how you see it, in at most 500 letters." in line(page, "Helping")
    assert typed_in(page) == words
    assert not line(page, "Keeping going").count("Write how you see it, in")


@pytest.mark.parametrize("htmx", [False, True], ids=["whole", "swapped"])
def test_words_that_cannot_be_kept_never_wait_at_the_line_that_took_the_place(
    table, app, provider, clock, htmx
) -> None:
    """One more tap would put them beside something that they are not about."""
    desk = Person(app, htmx=htmx)
    signs_in(desk, provider)
    page = desk.get(table.here)
    unshare(table.side, ["strength/helping"], (), clock())
    late = sees_differently(page, "Keeping going", "x" * 501)
    assert late.status == 422
    assert "Write how you see it" in line(late, "Keeping going")
    assert (late.response.headers.get("HX-Reselect") == "#screen") or not htmx
    gone = sees_differently(page, "Helping", "x" * 501)
    assert gone.status == 409
    assert "".join(gone.tree.by_id("typed-words").itertext()).strip() == "x" * 501


def typed_in(page: Page, number: int = 1) -> str:
    return "".join(page.tree.by_id(f"words-{number}").itertext())


def test_sharing_anew_what_is_the_same_stands_in_nobodys_way(table, clock) -> None:
    page = table.talk()
    shares(table.side, clock, why="keep", about="keep")
    late = page.press("Agreed: Helping")
    assert late.status == 200
    assert late.says("Your client shared anew meanwhile. Your word is kept")
    assert "waits for Amira" in line(table.talk(), "Helping")


def test_a_word_never_lands_on_the_line_that_took_its_place(table, clock) -> None:
    page = table.talk()
    unshare(table.side, ["strength/helping"], (), clock())
    late = sees_differently(page, "Helping", HERS)
    assert late.status == 409
    assert late.says("Something has changed", "no longer shares this line")
    assert "".join(late.tree.by_id("typed-words").itertext()).strip() == HERS
    assert "Fatima" not in line(late.follow("Look again"), "Keeping going")


def test_a_word_on_what_has_changed_is_not_kept_and_not_lost(table, clock) -> None:
    page = table.talk()
    says(table.side, clock, AT_WORK)
    shares(table.side, clock)
    late = sees_differently(page, "Helping", HERS)
    assert late.status == 409
    assert "This line has changed. Your word is not saved yet. Look once more." in line(late, "Helping")
    assert typed_in(late) == HERS
    assert "waits for Amira" in line(late.press("Put both views side by side: Helping"), "Helping")


def test_of_two_tabs_the_later_one_is_told(table) -> None:
    first, second = table.talk(), table.talk()
    first.press("Agreed: Helping")
    late = sees_differently(second, "Helping", HERS)
    assert late.status == 409
    assert "Fatima Oulad just said: agreed. Your word is not saved yet." in line(late, "Helping")
    assert typed_in(late) == HERS
    assert table.item().caseworker.word == "agreed"
    late.press("Put both views side by side: Helping")
    assert table.item().caseworker.words == HERS


def test_the_same_word_twice_is_said_once_and_nobody_is_bothered(table) -> None:
    first, second = table.talk(), table.talk()
    first.press("Agreed: Helping")
    assert second.press("Agreed: Helping").status == 200
    assert table.item().caseworker.number == 1


def test_the_same_account_in_two_browsers_is_told_as_well(table, app, provider) -> None:
    other = Person(app)
    signs_in(other, provider)
    page = table.talk()
    other.get(table.here).press("Not now: Helping")
    assert "Fatima Oulad just said: not now." in line(page.press("Agreed: Helping"), "Helping")


def test_a_caseworker_reads_what_the_client_said_meanwhile(table) -> None:
    table.talk().press("Agreed: Helping")
    page = table.talk()
    table.mine().press("I see it differently")
    late = page.press("Not now: Helping")
    assert late.status == 409
    assert "Amira Yilmaz just said: seen differently." in line(late, "Helping")


def test_a_client_reads_what_the_caseworker_said_meanwhile(table) -> None:
    table.talk().press("Agreed: Helping")
    page = table.mine()
    sees_differently(table.talk(), "Helping", HERS)
    late = page.press("I agree")
    assert late.status == 409
    mine = my_line(late, "Helping")
    assert "Fatima Oulad just said: seen differently. Your word is not saved yet. Look once more." in mine
    assert HERS in mine
    assert late.press("I agree").says("Confirmed together as Fatima Oulad said it.")


def test_a_client_with_two_phones_reads_what_they_said_on_the_other(table) -> None:
    table.talk().press("Agreed: Helping")
    page = table.mine()
    table.mine().press("I agree")
    late = page.press("I see it differently")
    assert late.status == 409
    assert "Amira Yilmaz just said: agreed." in my_line(late, "Helping")


@pytest.mark.parametrize(("item", "fields"), [(1, {"word": "hmm"}), (1, {"word": ""})])
def test_a_word_that_nobody_offered_is_not_found(table, item, fields) -> None:
    assert table.talk().press("Agreed: Helping", **fields).status == 404


@pytest.mark.parametrize("newest", ["", "-1", "abc", "²", "99999999999999999999"])
def test_what_no_page_of_ours_has_sent_is_an_old_page(table, newest) -> None:
    assert table.talk().press("Agreed: Helping", newest=newest).status == 409
    assert table.talk().press("Agreed: Helping", line="strength/nobody").status == 409
    assert table.item().caseworker is None


def test_with_htmx_the_swapped_line_is_the_line_of_the_whole_page(table, app, provider) -> None:
    tapping = Person(app, htmx=True)
    signs_in(tapping, provider)
    swapped = tapping.get(table.here).press("Agreed: Helping")
    whole = tapping.get(table.here)
    assert swapped.is_swap
    assert not whole.is_swap
    assert line(swapped, "Helping") == line(whole, "Helping")
    assert bare(swapped.body, "line-1") == bare(whole.body, "line-1")


def bare(body: str, line_id: str) -> str:
    """The markup of a line, without the token that is masked anew on each page."""
    markup = re.search(rf'<li [^>]*id="{line_id}".*?(?=<li [^>]*id="line-|</ul>)', body, re.DOTALL)
    return re.sub(r'name="csrf_token" value="[^"]*"', "", markup[0] if markup else "")


@pytest.mark.parametrize("what", ["gone", "changed", "shared anew"])
def test_when_lines_may_have_moved_the_whole_screen_is_taken_with_htmx(table, app, provider, clock, what) -> None:
    tapping = Person(app, htmx=True)
    signs_in(tapping, provider)
    page = tapping.get(table.here)
    if what == "gone":
        unshare(table.side, ["strength/helping"], (), clock())
    elif what == "changed":
        says(table.side, clock, AT_WORK)
    if what != "gone":
        shares(table.side, clock, about="keep")
    headers = page.press("Agreed: Helping").response.headers
    assert (headers["HX-Retarget"], headers["HX-Reselect"]) == ("#screen", "#screen")
