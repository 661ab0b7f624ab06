"""Work that may suit: ideas with their reasons, on the client's own phone and nowhere else."""

import re

from kompas.conversation.answers import RATHER_TALK, given
from kompas.store.answers import all_said
from kompas.store.archive import Archive
from tests.profile.working import FIRST_CARDS
from tests.store.counting import statements
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.tables import Table
from tests.web.talks import says, shares

GO = "I want to go for this:"
OPEN = "I leave this open: "
KITCHEN = "Cooking in a restaurant"


def ideas(page: Page) -> list[str]:
    """The names of the work that is suggested, in order."""
    return [words.removeprefix(OPEN) for words in page.buttons if words.startswith(OPEN)]


def kept(archive: Archive, table: Table) -> list[str]:
    """All slots that hold anything of this client."""
    with archive.reading(table.side.organisation_id) as records:
        return [slot for slot, _answer in all_said(records, table.side.client_id)]


def test_a_client_reads_which_work_may_suit_and_why(phone: Person) -> None:
    page = phone.get("/profile").follow("Work that may suit you")
    assert page.path == "/profile/work"
    assert KITCHEN in ideas(page)
    assert len(ideas(page)) <= 6
    assert page.says("You enjoy this kind of work", "You have done such work before")
    assert page.says("This comes from your own answers. Only you see this page.")


def test_each_reason_names_the_answers_and_leads_to_them(phone: Person) -> None:
    page = phone.get("/profile/work").follow("Change this: Cooking good food")
    assert page.path == "/talk/interest_cooking"
    page.press("Not for me")
    assert KITCHEN not in ideas(phone.get("/profile/work"))


def test_nothing_is_told_as_a_number_or_as_a_distance(phone: Person) -> None:
    page = phone.get("/profile/work")
    said = page.tree.text(page.tree.all("main")[0])
    assert not re.search(r"\d|%|distance|score", said), said


def test_work_that_is_not_for_somebody_stays_away_until_they_bring_it_back(
    phone: Person, table: Table, archive
) -> None:
    page = phone.get("/profile/work").press(f"I don't enjoy this: {KITCHEN}")
    assert page.says("Put aside. You find it below these ideas.", "1 idea put aside")
    assert KITCHEN not in ideas(page)
    assert KITCHEN not in ideas(phone.get("/profile/work"))
    page = page.press(f"Bring it back: {KITCHEN}")
    assert page.says("This work counts again.")
    assert KITCHEN in ideas(page)
    assert "not_for_me" not in kept(archive, table)


def test_one_of_two_comes_back_and_the_other_stays_put_aside(phone: Person) -> None:
    page = phone.get("/profile/work")
    first, second = ideas(page)[:2]
    page = page.press(OPEN + first).press(OPEN + second).press(f"Bring it back: {first}")
    assert first in ideas(page)
    assert second not in ideas(page)


def test_what_nobody_offers_is_not_put_aside(phone: Person, table: Table, archive: Archive) -> None:
    page = phone.get("/profile/work")
    assert page.press(OPEN + KITCHEN, work="no-such-work").status == 404
    assert page.press(OPEN + KITCHEN, why="because").status == 404
    assert page.press("This is right", word="no_such_hint").status == 404
    assert not {"not_for_me", "hint"} & {*kept(archive, table)}


def test_who_would_rather_talk_reads_a_warm_sentence_and_no_work(table: Table, clock: Clock) -> None:
    says(table.side, clock, {"situation": RATHER_TALK})
    page = table.phone.get("/profile/work")
    assert page.says("First a good talk.", "First talk together", "First get to know each other")
    assert ideas(page) == []


def test_cards_that_were_all_answered_alike_say_nothing_about_somebody(table: Table, clock: Clock) -> None:
    says(table.side, clock, {f"interest_{card}": given("maybe") for card in FIRST_CARDS})
    page = table.phone.get("/profile/work")
    assert ideas(page) == []
    assert page.says("First a good talk.")


def test_the_step_stands_with_what_bridges_it(phone: Person) -> None:
    page = phone.get("/profile/work")
    assert page.says("Step by step", "You want help with one thing first.")
    assert page.says("What can bring you further", "Childcare", "A small first step:")


def test_the_client_has_the_last_word_on_how_their_caseworker_helps_best(phone: Person, table: Table, archive) -> None:
    page = phone.get("/profile/work")
    assert "This is right" in page.buttons
    page = page.press("This is not right")
    assert page.says("You said: this is not right.")
    page = page.press("Make a plan")
    assert page.says("You chose this yourself.", "Plan with me: when, where, how and with whom.")
    page = page.press("Undo my choice")
    assert page.says("Your word is saved.")
    assert "This is right" in page.buttons
    assert "hint" not in kept(archive, table)


def test_what_they_said_of_one_hint_is_not_said_of_another(phone: Person, table: Table, clock: Clock) -> None:
    page = phone.get("/profile/work").press("This is right")
    assert page.says("You said: this is right.")
    says(table.side, clock, {"need_timing.dutch": given("now_first")})
    page = phone.get("/profile/work")
    assert page.says("Room first")
    assert not page.says("You said: this is right.")


def test_who_begins_anew_begins_anew_here_too(phone: Person, table: Table, archive: Archive) -> None:
    phone.get("/profile/work").press(OPEN + KITCHEN).press("This is right")
    assert {"not_for_me", "hint"} <= {*kept(archive, table)}
    phone.get("/start-over").press("Wipe")
    assert kept(archive, table) == []
    assert phone.get("/profile/work").says("No ideas yet.")


def test_a_client_goes_for_work_and_reads_what_it_still_needs(phone: Person, table: Table, archive: Archive) -> None:
    before = ideas(phone.get("/profile/work"))
    page = phone.get("/profile/work").press(f"{GO} {before[-1]}")
    assert page.says("You are going for this. See below what you still need.", "You want to go for this")
    assert ideas(page) == [before[-1], *before[:-1]]
    page = page.press(f"Not any more: {before[-1]}")
    assert page.says("You are no longer going for this.")
    assert ideas(page) == before
    assert "work_chosen" not in kept(archive, table)


def test_one_goes_for_three_at_most_and_what_is_put_aside_is_none_of_them(phone: Person) -> None:
    page = phone.get("/profile/work")
    for name in ideas(page)[:3]:
        page = page.press(f"{GO} {name}")
    fourth = ideas(page)[3]
    page = page.press(f"{GO} {fourth}")
    assert page.says("You go for three already.")
    page = page.press(OPEN + ideas(page)[0]).press(f"{GO} {fourth}")
    assert page.says("You are going for this.")


def test_work_that_nobody_knows_cannot_be_gone_for(phone: Person) -> None:
    page = phone.get("/profile/work")
    assert page.press(f"{GO} {ideas(page)[0]}", work="no-such-work").status == 404


def test_the_desk_reads_nothing_of_it(phone: Person, table: Table, clock: Clock) -> None:
    shares(table.side, clock)
    before = table.talk().text
    phone.get("/profile/work").press(OPEN + KITCHEN).press("This is right")
    assert table.talk().text == before
    shares(table.side, clock)
    assert KITCHEN not in table.talk().text


def test_the_page_takes_few_queries_and_a_deed_too(phone: Person, archive: Archive) -> None:
    page = phone.get("/profile/work")
    for does, most in ((lambda: phone.get("/profile/work"), 5), (lambda: page.press(OPEN + KITCHEN), 10)):
        with statements(archive.facts, archive.keys.engine) as sent:
            does()
        asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
        assert len(asked) <= most, asked


def test_a_tap_with_htmx_brings_the_same_screen(app, phone: Person) -> None:
    phone.htmx = True
    page = phone.get("/profile/work").press(OPEN + KITCHEN)
    assert page.response.headers["HX-Push-Url"] == "/profile/work"
    assert KITCHEN not in ideas(page)


def test_everybody_may_read_the_rules_and_where_the_data_come_from(anyone: Person) -> None:
    page = anyone.get("/privacy").follow("About the data")
    assert page.says("This service uses the ESCO classification of the European Commission.")
    assert page.says("O*NET® is a trademark of USDOL/ETA. Kompas has modified all or some of this information.")
    page = page.follow("All the rules")
    assert page.says("Which work fits", "Welk werk past")
    assert page.text.index("Which work fits") < page.text.index("Welk werk past")


def test_a_step_that_is_not_right_is_said_differently_or_hidden_and_comes_back(phone: Person) -> None:
    page = phone.get("/profile/work").press("Keep my words: Step by step", words="Ik begin liever meteen.")
    assert page.path == "/profile/work"
    assert page.says("Ik begin liever meteen.", "Step by step")
    page = page.press("Hide this line: Step by step")
    assert page.says("You said: this is not right.")
    page = page.press("Bring this line back: Step by step")
    assert not page.says("You said: this is not right.")
    assert not page.says("Ik begin liever meteen.")


def test_a_field_that_suits_stands_with_why_and_can_be_hidden(phone: Person) -> None:
    page = phone.get("/profile/work")
    assert page.says("Fields of work that suit", "Cooking and serving food")
    page = page.press("Hide this line: Cooking and serving food")
    assert "Bring this line back: Cooking and serving food" in page.buttons


def test_words_that_are_missing_are_asked_for_and_nothing_is_lost(phone: Person) -> None:
    page = phone.get("/profile/work").press("Keep my words: Step by step", words=" ")
    assert page.status == 422
    assert page.says("Write something first, or hide this line.")
    assert page.press("Keep my words: Step by step", words="x", line="standing/nothing").status == 409
    assert page.press("Keep my words: Step by step", do="else").status == 404
