"""On paper: printed, typed in at the desk, and only the client makes answers of it; the desk sees what they share."""

from collections.abc import Mapping
from random import Random

import pytest

from kompas.conversation.answers import RATHER_TALK, Answer, chosen, given
from kompas.store.answers import answers_of
from kompas.store.paper import typed_in
from kompas.usecases.enter import TRIES_PER_OPENER
from kompas.usecases.paper import type_in, who_typed
from kompas.usecases.parties import Desk
from kompas.usecases.wipe import start_over, wipe_answer
from tests.databases import Engine
from tests.web.arrivals import an_invited_client
from tests.web.conftest import Clock
from tests.web.leaving import Desk as WholeDesk
from tests.web.leaving import Leaf, first_difference
from tests.web.lives import Life
from tests.web.pages import Page
from tests.web.tables import Table
from tests.web.talks import shares
from tests.web.worlds import a_world, forms

WROTE = {
    "schooling": given("primary"),
    "talent_helping": given("yes"),
    "wish_place": given("inside"),
    "told_more.1": Answer("given", {"kind": "at_home", "what": "Koken voor een feest"}),
    "wish_times": RATHER_TALK,
}
"""Amira said on the phone that she likes to work outside (`talks.py`)."""


@pytest.fixture
def typed(table: Table, fatima, clock: Clock) -> Table:
    side = table.side
    type_in(Desk(side.archive, side.organisation_id, fatima), side.client_id, WROTE, clock())
    return table


def said(table: Table) -> Mapping[str, Answer]:
    with table.side.archive.reading(table.side.organisation_id) as records:
        return answers_of(records, table.side.client_id)


def waiting(table: Table) -> list[str]:
    with table.side.archive.reading(table.side.organisation_id) as records:
        return [one.slot for one in typed_in(records, table.side.client_id)]


def test_the_print_holds_promises_questions_and_boxes_for_client_and_caseworker_alike(table: Table) -> None:
    mine = table.phone.get("/welcome").follow("On paper")
    assert mine.heading == "Kompas on paper"
    assert mine.says(
        "Whoever types it in reads it.",
        "You choose to do this.",
        "This is about what you chose at question",
        "Amira Yilmaz",
    )
    assert not mine.tree.all("script", "form", "button")
    boxes = [one for one in mine.tree.all("span") if one.get("class") == "box"]
    assert len(boxes) > 300
    theirs = table.desk.get(f"{table.here}/paper/print")
    assert theirs.tree.text(theirs.tree.all("main")[0]) == mine.tree.text(mine.tree.all("main")[0])


def test_a_chapter_is_typed_in_and_the_desk_sees_nothing_that_was_said_on_the_phone(table: Table) -> None:
    page = table.desk.get(f"{table.here}/paper").follow("About you")
    assert checked(page) == []
    page = page.press("Save and go on", schooling="primary", **{"told_more.1.what": "Koken"})
    assert page.says("Typed in. It counts once your client has looked it through.")
    assert page.heading == "What are you good at?"
    assert waiting(table) == ["schooling", "told_more.1"]
    again = table.desk.get(f"{table.here}/paper/about_you")
    assert checked(again) == []
    assert not again.says("Koken")
    assert table.desk.get(f"{table.here}/paper").says("Last typed in")
    assert "schooling" not in said(table)


def checked(page: Page) -> list[tuple[str | None, str]]:
    found = [one for one in page.tree.all("input") if "checked" in one.attrib and one.get("value")]
    return [(one.get("name"), str(one.get("value"))) for one in found]


def test_what_cannot_be_an_answer_is_told_at_its_number_and_nothing_is_lost(table: Table) -> None:
    four = ["talent_helping", "talent_handy", "talent_learning", "talent_precise"]
    page = table.desk.get(f"{table.here}/paper/good_at")
    page = page.press("Save and go on", talents_top=four, proud_day="Mijn feest")
    assert page.status == 422
    assert page.says("Nothing is saved yet.", "Choose at most 3. You have 4 now.", "Mijn feest")
    assert {value for name, value in checked(page) if name == "talents_top"} == set(four)
    assert waiting(table) == []


def test_nothing_counts_before_the_client_says_that_it_is_right(typed: Table) -> None:
    assert "schooling" not in said(typed)
    page = typed.phone.get("/welcome")
    assert page.says("Fatima Oulad typed in what you wrote on paper.")
    page = page.follow("Look it through")
    assert page.says("Which school did you go to? Primary school", "Koken voor een feest")
    done = page.press("These are my answers")
    assert done.says("What you wrote on paper is kept.", "From paper, typed in by Fatima Oulad")
    now = said(typed)
    assert now["schooling"] == given("primary")
    assert now["wish_times"] == RATHER_TALK
    assert now["told_more.2"] == WROTE["told_more.1"]
    assert now["beside.about_you"] == Answer("given", {"paper": "Fatima Oulad"})
    assert waiting(typed) == []
    assert typed.phone.get("/paper/look").path == "/review"


def test_where_the_phone_holds_something_else_both_stand_there_and_the_client_picks(typed: Table) -> None:
    page = typed.phone.get("/paper/look")
    assert page.says("You also answered this here", "Here: Outside", "On paper: Inside")
    assert checked(page) == []
    page.press("These are my answers")
    assert said(typed)["wish_place"] == given("outside")


def test_what_is_not_right_is_left_out_and_asked_and_paper_counts_where_it_was_chosen(typed: Table) -> None:
    page = typed.phone.get("/paper/look")
    page = page.press("These are my answers", ticks=["Not right: Which school did you go to?", "On paper: Inside"])
    assert page.heading == "Which school did you go to?"
    now = said(typed)
    assert "schooling" not in now
    assert now["wish_place"] == given("inside")
    assert waiting(typed) == []


def test_what_was_typed_in_meanwhile_is_looked_at_once_more(typed: Table, fatima, clock: Clock) -> None:
    page = typed.phone.get("/paper/look")
    clock.wait(minutes=1)
    desk = Desk(typed.side.archive, typed.side.organisation_id, fatima)
    type_in(desk, typed.side.client_id, {"assets": chosen("bike")}, clock())
    page = page.press("These are my answers")
    assert page.status == 409
    assert page.says("Something has changed meanwhile.", "A bike")
    page.press("These are my answers")
    assert said(typed)["assets"] == chosen("bike")


def test_wiping_and_starting_over_take_what_waits_along(typed: Table, clock: Clock) -> None:
    wipe_answer(typed.side, "talent_helping", clock())
    assert "talent_helping" not in waiting(typed)
    assert "schooling" in waiting(typed)
    start_over(typed.side, clock())
    assert who_typed(typed.side) == ""


def test_beside_the_caseworker_it_takes_the_code_and_never_shows_what_the_phone_holds(typed: Table) -> None:
    page = typed.desk.get(f"{typed.here}/paper").follow("Look through together")
    assert not page.says("Primary school")
    for code in ("", "AAAAA-AAAAA"):
        assert page.press("Look through together", {"The code in your letter": code}).status == 422
    page = page.press("Look through together", {"The code in your letter": typed.invited.opener.code})
    assert page.says("Primary school", "Inside")
    assert not page.says("Outside")
    done = page.press("These are my answers", ticks=["Not right: I quickly see when someone needs help."])
    assert done.says("Your answers are kept.")
    now = said(typed)
    assert now["schooling"] == given("primary")
    assert now["wish_place"] == given("outside")
    assert waiting(typed) == ["wish_place"]
    again = done.press("Look through together", {"The code in your letter": typed.invited.opener.code})
    assert again.says("There is nothing to look through now.")
    assert typed.phone.get("/paper/look").says("On paper: Inside")


def test_guessing_the_code_is_slowed_down(typed: Table) -> None:
    page = typed.desk.get(f"{typed.here}/paper/together")
    for _ in range(TRIES_PER_OPENER):
        page.press("Look through together", {"The code in your letter": "AAAAA-AAAAA"})
    right = page.press("Look through together", {"The code in your letter": typed.invited.opener.code})
    assert right.status == 429
    assert not right.says("Primary school")


def test_nobody_else_types_in_or_looks_through(typed: Table, archive, municipality, clock: Clock) -> None:
    colleagues = an_invited_client(archive, municipality, clock)
    for address in ("", "/print", "/about_you", "/together", "/nothing"):
        assert typed.desk.get(f"/clients/{colleagues.client.id}/paper{address}").status == 404
    assert typed.desk.get(f"{typed.here}/paper/nothing").status == 404


def test_the_desk_reads_that_it_came_from_paper_once_it_is_shared(typed: Table, clock: Clock) -> None:
    typed.phone.get("/paper/look").press("These are my answers")
    shares(typed.side, clock)
    assert typed.talk().says("From paper, typed in by Fatima Oulad")


def test_the_desk_cannot_tell_whether_somebody_looked_it_through_or_wiped_it(engine: Engine) -> None:
    days = [a_day_after_typing(engine, did) for did in ("nothing", "/paper/look", "/start-over")]
    for other in days[1:]:
        assert not (found := first_difference(days[0], other)), found


def a_day_after_typing(engine: Engine, did: str) -> list[Leaf]:
    with a_world(engine) as world:
        desk, life = WholeDesk(world, Random(1)), Life(world, ())
        life.says({"situation": given("looking_now")})
        world.later(5)
        page = world.at_desk("GET", f"{desk.here}/paper/about_you")
        form = next(one for one in forms(page) if one.action.endswith("about_you"))
        world.at_desk("POST", form.action, form.fields | {"schooling": "primary"})
        world.later(7)
        if did != "nothing":
            form = next(one for one in forms(world.on_phone("GET", did)) if one.action == did)
            assert world.on_phone("POST", did, form.fields).status_code == 303
        world.later(14)
        for page in ("/paper", "/paper/about_you", "/paper/print", "/paper/together"):
            desk.asks("GET", desk.here + page)
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left
