"""Agreeing at the table: on the caseworker's screen, with the code of the client's letter, and on record as such."""

from functools import partial

import pytest
from sqlalchemy import select

from kompas.store.audit import check_chain
from kompas.store.tables import audit, mine
from kompas.usecases.choose_language import choose_language
from kompas.usecases.codes import code_shown
from kompas.usecases.confirm_here import confirm_here
from kompas.usecases.enter import TRIES_PER_OPENER, enter
from kompas.usecases.parties import Desk
from tests.web.arrivals import an_invited_client, comes_in
from tests.web.at_once import at_once
from tests.web.conftest import PEPPER
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table, line, my_line, sees_differently
from tests.web.talks import shares

HERS = "Bij de voedselbank ook."
AGREED, DIFFERENTLY = {"word.1": "agreed"}, {"word.1": "not_agreed"}


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    made = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(made.side, clock)
    made.talk().press("Agreed: Helping")
    sees_differently(made.talk(), "Keeping going", HERS)
    return made


def answers(table: Table, code: str | None = None, **words: str) -> Page:
    code = table.invited.opener.code if code is None else code
    return table.desk.get(table.together).press("Save my word", {"The code in your letter": code}, **words)


def test_what_waits_for_the_client_stands_there_with_both_views_and_nothing_chosen(table) -> None:
    page = table.talk().follow("Amira answers on this screen")
    assert page.says("What do you say, Amira?", "Helping", f"Fatima Oulad {HERS} Amira Yilmaz Keeping going")
    assert not page.says("Working with my hands")
    assert [one for one in page.tree.all("input") if "checked" in one.attrib] == []


def test_with_their_code_a_client_agrees_on_the_caseworkers_screen(table) -> None:
    done = answers(table, **AGREED)
    assert done.says("Your word is saved.", "Keeping going")
    assert not done.says("Helping")
    said = line(table.talk(), "Helping")
    assert "confirmed together · Fatima Oulad and Amira" in said
    assert "on the screen of Fatima Oulad, with the code of Amira" in said
    assert "You said it on the screen of Fatima Oulad, with your code." in my_line(table.mine(), "Helping")
    assert "waits for Amira" in line(table.talk(), "Keeping going")


def test_seeing_it_differently_works_there_too(table) -> None:
    answers(table, **{"word.2": "not_agreed"})
    assert "seen differently · Fatima Oulad and Amira" in line(table.talk(), "Keeping going")
    assert "Both views stay." in my_line(table.mine(), "Keeping going")


def test_what_was_said_there_can_be_changed_on_the_phone(table) -> None:
    answers(table, **AGREED)
    table.mine().press("I see it differently")
    said = line(table.talk(), "Helping")
    assert "to talk about · Amira sees it differently" in said
    assert "on the screen of" not in said


@pytest.mark.parametrize("code", ["", "AAAAA-AAAAA", "x" * 200])
def test_without_the_right_code_nothing_is_kept_and_no_choice_is_lost(table, code) -> None:
    page = answers(table, code, **DIFFERENTLY)
    assert page.status == 422
    assert chosen(page) == [("word.1", "not_agreed")]
    assert table.item().client is None


def chosen(page: Page) -> list[tuple[str, str]]:
    ticked = [one for one in page.tree.all("input") if "checked" in one.attrib]
    return [(str(one.get("name")), str(one.get("value"))) for one in ticked]


def test_somebody_elses_code_is_a_wrong_one(table, archive, municipality, clock) -> None:
    other = an_invited_client(archive, municipality, clock, name="Piet Verhoeven")
    page = answers(table, other.opener.code, **AGREED)
    assert (page.status, table.item().client) == (422, None)
    assert page.says("This code did not fit.")


def test_a_code_that_was_withdrawn_opens_nothing_here_either(table) -> None:
    table.desk.get(f"{table.here}/invitation").press("Yes, withdraw it")
    assert answers(table, **AGREED).says("This code did not fit.")
    assert table.item().client is None


def test_guessing_is_slowed_down_whatever_code_is_tried(table, clock) -> None:
    for one in range(TRIES_PER_OPENER):
        assert answers(table, f"AAAAA-AAAA{one}", **AGREED).status == 422
    page = answers(table, **AGREED)
    assert page.status == 429
    assert chosen(page) == [("word.1", "agreed")]
    assert table.item().client is None
    clock.wait(minutes=16)
    assert answers(table, **AGREED).says("Your word is saved.")


def test_nobody_at_a_desk_can_shut_a_client_out(table, app) -> None:
    for _try in range(TRIES_PER_OPENER + 1):
        answers(table, "AAAAA-AAAAA", **AGREED)
    asked = Person(app).get("/").press("Go on", {"The code in your letter": table.invited.opener.code})
    assert asked.press("Go on", birth_year=str(table.invited.client.birth_year)).path == "/welcome"


def test_whether_somebody_tried_at_the_door_is_not_told_at_a_desk(table, app) -> None:
    for _try in range(TRIES_PER_OPENER + 1):
        door = Person(app).get("/").press("Go on", {"The code in your letter": table.invited.opener.code})
        last = door.press("Go on", birth_year="1950").status
    assert last == 429
    assert answers(table, **AGREED).says("Your word is saved.")


def test_coming_in_while_agreeing_at_the_table_waits_for_nobody(table, archive, municipality, fatima, clock) -> None:
    """At the same address, with the same code: neither has what the other waits for."""
    shown = code_shown(table.invited.opener.code, PEPPER.encode())
    desk = Desk(archive, municipality.id, fatima)
    year = str(table.invited.client.birth_year)
    here = partial(confirm_here, desk, table.invited.client.id, [], shown, "192.0.2.1", clock())
    door = partial(enter, archive, municipality.id, shown, year, "192.0.2.1", clock())
    for _time in range(10):
        at_once(here, door, here, door)


def test_who_chose_nothing_is_told_what_to_do(table) -> None:
    page = answers(table)
    assert page.status == 422
    assert page.says("Choose what you say of at least one line.")


def test_a_line_that_somebody_spoke_about_meanwhile_is_told_and_the_other_choices_stay(table) -> None:
    page = table.desk.get(table.together)
    table.mine().press("I agree")
    late = page.press(
        "Save my word",
        {"The code in your letter": table.invited.opener.code},
        **{"word.1": "not_agreed", "word.2": "agreed"},
    )
    assert late.status == 409
    assert late.says("Amira Yilmaz just said: agreed.")
    assert chosen(late) == [("word.2", "agreed")]
    assert (table.item().client.word, table.item("strength/persevering").client) == ("agreed", None)


def test_when_nothing_waits_the_screen_says_so(table) -> None:
    done = answers(table, **{"word.1": "agreed", "word.2": "agreed"})
    assert done.says("Your word is saved.", "Nothing is waiting for your answer now.")
    assert done.follow("Back to the talk").says("2 confirmed together")


def test_the_screen_speaks_the_language_of_the_letter_whatever_was_chosen_on_the_phone(
    app, provider, archive, municipality, fatima, flows, clock
) -> None:
    table = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id, language="nl")
    shares(table.side, clock)
    choose_language(table.side, "en", too="")
    table.talk().press("Agreed: Helping")
    page = table.desk.get(table.together)
    assert next(iter(page.tree.all("html"))).get("lang") == "nl"
    assert page.says("nl: Helping")


def test_that_a_client_spoke_at_the_desk_stands_in_the_log_of_deeds(table, archive, municipality) -> None:
    answers(table, **AGREED)
    with archive.reading(municipality.id) as records:
        assert check_chain(records) == []
        done = select(audit.c.deed).where(mine(audit))
        assert "hear client with code" in records.read(done).scalars().all()


def test_somebody_elses_client_is_not_there(table, app, archive, municipality, clock) -> None:
    theirs = an_invited_client(archive, municipality, clock, name="Piet Verhoeven")
    assert table.desk.get(f"/clients/{theirs.client.id}/together").status == 404
    somebody = Person(app)
    comes_in(somebody, theirs)
    assert somebody.get(table.together).status == 403
