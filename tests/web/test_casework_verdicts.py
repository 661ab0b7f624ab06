"""The table of the design ("Sharing and confirming"), row by row, as both sides read it."""

import pytest

from kompas.conversation.answers import Answer
from kompas.usecases.open_profile import my_profile
from kompas.usecases.share import unshare
from tests.web.pages import Page
from tests.web.tables import Table, a_table, line, my_line, sees_differently
from tests.web.talks import says, shares

HERS = "Bij de voedselbank ook."
AT_WORK = {"talents_shown.talent_helping": Answer("given", "at_work")}


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    made = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(made.side, clock)
    return made


def caseworker_says(table: Table, word: str) -> Page:
    if word == "Seen differently":
        return sees_differently(table.talk(), "Helping", HERS)
    return table.talk().press(f"{word}: Helping")


ROWS = [
    ("Not now", "", "to talk about · Fatima Oulad", "You talk about this together, says Fatima Oulad."),
    ("Agreed", "", "waits for Amira · Fatima Oulad", "Fatima Oulad is waiting for your answer."),
    ("Agreed", "I agree", "confirmed together · Fatima Oulad and Amira", "Confirmed together. Fatima Oulad and Amira"),
    (
        "Agreed",
        "I see it differently",
        "to talk about · Amira sees it differently",
        "Fatima Oulad agrees, and you see it differently.",
    ),
    ("Seen differently", "", "waits for Amira", "Fatima Oulad is waiting for your answer."),
    (
        "Seen differently",
        "I agree",
        "confirmed as Fatima Oulad put it · Fatima Oulad and Amira",
        "Confirmed together as Fatima Oulad said it. Fatima Oulad and Amira Yilmaz",
    ),
    (
        "Seen differently",
        "I see it differently",
        "seen differently · Fatima Oulad and Amira",
        "You see this differently. Both views stay. Fatima Oulad and Amira Yilmaz",
    ),
]


@pytest.mark.parametrize(("hers", "mine", "at_the_desk", "on_the_phone"), ROWS)
def test_each_row_of_the_table_reads_the_same_on_both_sides(table, hers, mine, at_the_desk, on_the_phone) -> None:
    assert caseworker_says(table, hers).status == 200
    if mine:
        assert table.mine().press(mine).says("Your word is saved.")
    assert at_the_desk in line(table.talk(), "Helping")
    assert on_the_phone in my_line(table.mine(), "Helping")


def test_before_anyone_spoke_a_line_is_what_the_client_said(table) -> None:
    assert "Fatima" not in line(table.talk(), "Helping")
    assert "Fatima" not in my_line(table.mine(), "Helping")


@pytest.mark.parametrize("mine", ["", "I agree", "I see it differently"])
def test_both_views_stand_side_by_side_with_both_names_on_both_sides(table, mine) -> None:
    caseworker_says(table, "Seen differently")
    if mine:
        table.mine().press(mine)
    for said in (line(table.talk(), "Helping"), my_line(table.mine(), "Helping")):
        assert f"Fatima Oulad {HERS} Amira Yilmaz Helping · With family" in said


def test_not_now_stays_on_the_table_after_the_client_agreed_with_something_else(table) -> None:
    caseworker_says(table, "Agreed")
    table.mine().press("I agree")
    caseworker_says(table, "Not now")
    assert "to talk about · Fatima Oulad" in line(table.talk(), "Helping")
    assert "I agree" not in table.mine().buttons


def test_agreement_with_older_words_is_none_with_newer_ones(table) -> None:
    caseworker_says(table, "Agreed")
    table.mine().press("I agree")
    caseworker_says(table, "Seen differently")
    assert "waits for Amira" in line(table.talk(), "Helping")
    assert "Fatima Oulad is waiting for your answer." in my_line(table.mine(), "Helping")


def test_a_client_may_change_their_word_and_change_it_back(table) -> None:
    caseworker_says(table, "Agreed")
    table.mine().press("I agree")
    page = table.mine()
    assert "I agree" not in page.buttons
    page.press("I see it differently")
    assert "to talk about · Amira sees it differently" in line(table.talk(), "Helping")
    assert table.mine().press("I agree").says("Confirmed together")
    assert "confirmed together" in line(table.talk(), "Helping")


def test_what_is_taken_back_is_gone_from_the_desk_and_the_client_reads_what_was_said(table, clock) -> None:
    caseworker_says(table, "Seen differently")
    table.mine().press("I see it differently")
    unshare(table.side, ["strength/helping"], (), clock())
    page = table.talk()
    assert page.says("1 line you spoke about is no longer shared")
    assert "Agreed: Helping" not in page.buttons
    assert HERS not in page.text
    mine = table.mine()
    assert mine.says("1 line you talked about is no longer shared", f"“{HERS}”", "Amira Yilmaz, today")


def test_the_desk_cannot_tell_a_line_that_was_taken_back_from_one_that_was_dropped(table, clock) -> None:
    table.talk().press("Agreed: Helping")
    unshare(table.side, ["strength/helping"], (), clock())
    taken_back = lost_at(table)
    shares(table.side, clock)
    assert lost_at(table) == []
    says(table.side, clock, {"talent_helping": Answer("given", "not")})
    shares(table.side, clock)
    assert lost_at(table) == taken_back


def lost_at(table: Table) -> list[str]:
    """What the desk reads of lines that are gone."""
    page = table.talk()
    return [page.tree.text(one) for one in page.tree.all("details") if one.get("class") == "lost"]


def test_who_takes_everything_back_leaves_the_desk_a_number_and_a_moment(table, clock) -> None:
    table.talk().press("Agreed: Helping")
    unshare(table.side, [item.statement.id for item in all_items(table)], (), clock())
    assert table.talk().says("Amira is invited.", "1 line you spoke about is no longer shared")
    assert table.mine().says("1 line you talked about is no longer shared", "Fatima Oulad, today")


def all_items(table: Table):
    profile = my_profile(table.side)
    assert profile is not None
    return profile.items


def test_a_line_that_rests_on_other_answers_now_has_changed_since(table, clock) -> None:
    caseworker_says(table, "Seen differently")
    table.mine().press("I agree")
    assert table.talk().says("1 confirmed together")
    says(table.side, clock, AT_WORK)
    shares(table.side, clock)
    page = table.talk()
    assert "has changed since · Fatima Oulad" in line(page, "Helping")
    assert f"Fatima Oulad, about what stood here before {HERS}" in line(page, "Helping")
    assert not page.says("1 confirmed together")
    mine = my_line(table.mine(), "Helping")
    assert "You changed this after Fatima Oulad spoke." in mine
    assert HERS not in mine


def test_what_is_said_anew_of_a_changed_line_holds_again(table, clock) -> None:
    caseworker_says(table, "Agreed")
    says(table.side, clock, AT_WORK)
    shares(table.side, clock)
    table.talk().press("Agreed: Helping")
    assert table.mine().press("I agree").says("Confirmed together")
