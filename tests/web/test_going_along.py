"""Ideas for work, the step and the hint reach the desk by the client's choice: told before, seen before, taken back."""

import pytest

from kompas.conversation.flow import PARTS
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table, line, sees_differently

EVERYTHING = {f"part.{part}": "share" for part in PARTS}
IDEAS = "Ideas for work, from what I share"
STEP = "My step and what can help, from what I share"
HELPED_BEST = "How my caseworker helps me best"
KITCHEN = "Cooking in a restaurant"


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    return a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)


@pytest.fixture
def phone(table: Table) -> Person:
    return table.phone


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
    assert page.says(f"Only goes along when you choose it line by line: {HELPED_BEST}")
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
