"""Ideas for work, the step and the hint reach the desk by the client's choice: told before, seen before, taken back."""

from dataclasses import replace

import pytest

from kompas.app import our_occupations
from kompas.casework.people import ProfileVersion
from kompas.casework.versions import profile_of
from kompas.conversation.flow import PARTS
from kompas.conversation.own_word import own_view
from kompas.profile.concluding import Adviser
from kompas.profile.still_holding import hint_is_over
from kompas.store.answers import answers_of
from kompas.usecases.own_view import say_myself
from kompas.usecases.parties import Phone
from kompas.usecases.renew import renew
from kompas.usecases.share import share, what_to_choose
from kompas.usecases.wipe import wipe_answer
from kompas.usecases.work import choose_hint, put_work_aside
from tests.profile.working import our_rules
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.tables import Table, line, sees_differently

EVERYTHING = {f"part.{part}": "share" for part in PARTS}
IDEAS = "With ideas for work"
STEP = "With my step and help for it"
HELPED_BEST = "How my caseworker helps me best"
KITCHEN = "Cooking in a restaurant"


def line_by_line(page: Page, part: str, **but: str) -> dict[str, str]:
    """Every line of this part is shared but those that begin with these words."""
    fields = {**EVERYTHING, f"part.{part}": "lines"}
    for one in page.tree.all("fieldset"):
        if one.get("class") == "share-line":
            name = next(
                each.get("name", "") for each in page.tree.all("input") if page.tree.within(each, "fieldset") is one
            )
            kept = [choice for words, choice in but.items() if page.tree.text(one).startswith(words)]
            fields[name] = kept[0] if kept else "share"
    return fields


def test_what_goes_along_is_told_where_one_chooses(phone: Person) -> None:
    page = phone.get("/share")
    assert page.says(IDEAS, STEP)
    assert not page.says(HELPED_BEST)


def test_the_client_sees_before_what_the_caseworker_will_read(phone: Person, table: Table) -> None:
    before = phone.get("/share").press("See how", **EVERYTHING)
    phone.get("/share").press("Share with", **EVERYTHING)
    for page in (before, phone.get("/shared"), table.talk()):
        assert page.says("Ideas for work", KITCHEN, "You enjoy this kind of work", "The step", "Step by step")
        assert page.says("What can bring it closer", "Childcare", "A small first step:")


def test_ideas_that_are_kept_are_not_at_the_desk(phone: Person, table: Table) -> None:
    page = phone.get("/share")
    page.press("Share with", **line_by_line(page, "how", **{IDEAS: "keep"}))
    assert not table.talk().says("Ideas for work")
    assert table.talk().says("Cooking good food", "The step")


def test_ideas_come_from_what_is_shared_alone(phone: Person, table: Table) -> None:
    page = phone.get("/share")
    kept = {**line_by_line(page, "how", **{"Cooking I like it": "keep"}), "part.about": "keep"}
    page.press("Share with", **kept)
    assert not table.talk().says("You enjoy this kind of work")


def test_a_caseworker_reads_how_to_help_once_the_client_chose_it_and_shares_it(phone: Person, table: Table) -> None:
    phone.get("/profile/work").press("Make a plan")
    page = phone.get("/share")
    assert page.says(f"You share this only if you choose it line by line: {HELPED_BEST}")
    page.press("Share with", **EVERYTHING)
    assert not table.talk().says("Plan with me")
    page = phone.get("/share")
    page.press("Share with", **line_by_line(page, "next"))
    assert table.talk().says("How you help Amira best", "Make a plan", "Plan with me: when, where, how and with whom.")
    assert not table.talk().says("important")


def test_what_a_client_puts_aside_later_is_still_seen_until_they_share_anew(phone: Person, table: Table) -> None:
    phone.get("/share").press("Share with", **EVERYTHING)
    phone.get("/profile/work").press(f"I don't enjoy this: {KITCHEN}")
    assert table.talk().says(KITCHEN)
    assert KITCHEN in phone.get("/profile").text
    phone.get("/share").press("Share with", **EVERYTHING)
    assert not table.talk().says(KITCHEN)
    assert KITCHEN not in phone.get("/profile").text


def test_both_sides_confirm_an_idea_for_work_like_any_other_line(phone: Person, table: Table) -> None:
    phone.get("/share").press("Share with", **EVERYTHING)
    assert "waits for Amira" in line(sees_differently(table.talk(), KITCHEN, "In de kantine is een plek."), KITCHEN)
    assert phone.get("/profile").says("In de kantine is een plek.")


@pytest.fixture
def side(table: Table) -> Phone:
    return replace(table.side, adviser=Adviser(our_rules(), our_occupations()))


def shares_each_line(side: Phone, clock: Clock) -> ProfileVersion:
    lines = {one.id: "share" for one in what_to_choose(side, clock()).profile.statements}
    return share(side, dict.fromkeys(PARTS, "lines"), lines, lambda sentence, _language: sentence, (), clock())


def test_own_words_about_an_idea_go_with_the_answer_it_came_from(side: Phone, clock: Clock) -> None:
    lines = shares_each_line(side, clock).shown["statements"]
    cooking = next(
        one["id"]
        for one in lines  # type: ignore[attr-defined]
        if one["id"].startswith("work/") and any(spoken[0] == "interest_cooking" for spoken in one["evidence"])
    )
    say_myself(side, cooking, "Like in my mother's kitchen", clock())
    wipe_answer(side, "interest_cooking", clock())
    with side.archive.reading(side.organisation_id) as records:
        assert own_view(answers_of(records, side.client_id)) == {}


def test_a_hint_that_passed_is_told_again_once_it_is_shared_again(side: Phone, clock: Clock) -> None:
    assert side.adviser is not None
    for _time in range(2):
        clock.wait(days=93)
        choose_hint(side, side.adviser, "make_a_plan", clock())
        version = shares_each_line(side, clock)
        hint = next(one for one in profile_of(version).statements if one.kind == "hint")
        assert not hint_is_over(hint, version.shared_at, clock())


def test_who_says_that_it_is_still_right_does_not_share_work_again_that_they_put_aside(
    side: Phone, clock: Clock
) -> None:
    assert side.adviser is not None
    version = shares_each_line(side, clock)
    aside, *others = [one.id for one in profile_of(version).statements if one.kind == "work"]
    put_work_aside(side, side.adviser, aside.removeprefix("work/"), "", clock())
    clock.wait(days=92)
    again = profile_of(renew(side, version.number, clock())).by_id
    assert aside not in again
    assert again.keys() >= {*others}
