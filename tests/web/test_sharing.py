"""Sharing: nothing is chosen beforehand, nothing leaves before the last button, and both sides see the same."""

from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from flask import Flask

from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.usecases.confirm import confirm
from kompas.usecases.invite import renew
from kompas.usecases.open_profile import open_profile
from kompas.usecases.organise import turn
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.share import shared_now
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import PEPPER, Clock
from tests.web.pages import Page, Person
from tests.web.telling import says

SAID: Mapping[str, tuple[str, ...]] = {
    "situation": ("looking_now",),
    "talent_helping": ("yes",),
    "talent_handy": ("yes",),
    "interest_cooking": ("like",),
    "needs": ("dutch", "childcare"),
}


@pytest.fixture
def samira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def phone(app: Flask, samira: Invited) -> Person:
    person = Person(app)
    comes_in(person, samira)
    for address, choices in SAID.items():
        says(person, address, *choices)
    return person


@pytest.fixture
def her_side(archive: Archive, municipality: Municipality, samira: Invited, flows: Mapping[str, Flow]) -> Phone:
    return Phone(archive, municipality.id, samira.client.id, flows["kompas"], Context())


@pytest.fixture
def desk(archive: Archive, municipality: Municipality) -> Desk:
    return Desk(archive, municipality.id, municipality.caseworker)


def chooses(page: Page, do: str = "Share with", **choices: str) -> Page:
    return page.press(do, **{f"part.{part}": choice for part, choice in choices.items()})


ALL = {"good_at": "share", "how": "share", "helps": "share", "about": "share"}


def shared_ids(side: Phone) -> set[str]:
    version = shared_now(side)
    return {str(one["id"]) for one in version.shown["statements"]} if version else set()  # type: ignore[attr-defined]


def test_nothing_is_chosen_beforehand(phone: Person) -> None:
    page = phone.get("/share")
    radios = [one for one in page.tree.all("input") if one.get("type") == "radio"]
    assert radios
    assert not [one for one in radios if one.get("checked") is not None]


def test_a_part_without_a_choice_is_asked_for_and_nothing_leaves(phone: Person, her_side: Phone) -> None:
    page = chooses(phone.get("/share"), good_at="share")
    assert page.status == 422
    assert page.says("Choose for each part")
    assert shared_now(her_side) is None
    checked = [one.get("name") for one in page.tree.all("input") if one.get("checked") is not None]
    assert checked == ["part.good_at"]


def test_what_is_kept_is_nowhere_on_the_page_that_shows_what_the_caseworker_sees(
    phone: Person, her_side: Phone
) -> None:
    page = chooses(phone.get("/share"), **{**ALL, "helps": "keep"})
    assert page.path == "/shared"
    assert page.says("Helping", "Working with my hands")
    assert not page.says("Better Dutch")
    assert not page.says("What helps me")
    assert not {one for one in shared_ids(her_side) if one.startswith("need/")}


def test_a_wish_about_the_workplace_goes_only_by_a_choice_of_its_own(
    app: Flask, archive: Archive, samira: Invited, her_side: Phone
) -> None:
    """It can tell something about health; so it never goes along with a part, and nobody reads how urgent it is."""
    turn(archive, "127.0.0.1", "workplace_wishes", on=True)
    comes_in(person := Person(app), samira)
    for address, *choices in (
        ("needs", "fitting_work", "dutch"),
        ("need_timing-1", "now_first"),
        ("workplace_wishes", "quiet_place"),
    ):
        assert says(person, address, *choices).status < 400
    page = person.get("/share")
    assert page.says("You share this only if you choose it line by line:")
    assert not chooses(page, helps="share").says("A quiet place", "First of all")
    assert shared_ids(her_side) == {"need/dutch"}


def test_what_is_to_be_talked_about_shows_its_title_and_no_content(phone: Person) -> None:
    page = chooses(phone.get("/share"), **{**ALL, "helps": "talk"})
    assert page.says("To talk about first", "What helps me")
    assert not page.says("Better Dutch")


def test_a_tap_that_breaks_off_on_the_way_is_no_tap(phone: Person, her_side: Phone) -> None:
    """Gunicorn says of every body that it ends by itself; this one's last words, `do=preview`, never arrived."""
    chosen = dict.fromkeys(("part.good_at", "part.how", "part.helps", "part.about"), "share")
    page = phone.get("/share")
    hidden = {one.get("name"): one.get("value") for one in page.tree.all("input") if one.get("type") == "hidden"}
    whole = urlencode({**hidden, **chosen, "do": "preview"})
    response = phone.client.post(
        "/share",
        base_url=f"http://{phone.host}",
        data=whole.removesuffix("&do=preview"),
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"CONTENT_LENGTH": str(len(whole)), "wsgi.input_terminated": True},
    )
    assert response.status_code == 400
    assert shared_now(her_side) is None


def test_only_the_button_that_says_so_shares(phone: Person, her_side: Phone) -> None:
    assert chooses(phone.get("/share"), "Share with", **ALL).path == "/shared"
    page = phone.get("/share")
    hidden = {one.get("name", ""): one.get("value") for one in page.tree.all("input") if one.get("type") == "hidden"}
    before = shared_ids(her_side)
    for do in ({}, {"do": "something else"}):
        phone.post("/share", hidden | {f"part.{part}": "keep" for part in ALL} | do)
        assert shared_ids(her_side) == before


def test_line_by_line_one_need_can_go_and_another_stay(phone: Person, her_side: Phone) -> None:
    page = phone.get("/share")
    dutch, childcare = _number_of(page, "Better Dutch"), _number_of(page, "look after my children")
    page.press(
        "Share with",
        **{f"part.{part}": choice for part, choice in {**ALL, "helps": "lines"}.items()},
        **{f"line.{dutch}": "share", f"line.{childcare}": "keep"},
    )
    assert {one for one in shared_ids(her_side) if one.startswith("need/")} == {"need/dutch"}


def _number_of(page: Page, words: str) -> str:
    for fieldset in page.tree.all("fieldset"):
        legends = [one for one in fieldset.iter() if one.tag.endswith("legend")]
        if legends and words in page.tree.text(legends[0]):
            names = [one.get("name", "") for one in fieldset.iter() if one.get("name", "").startswith("line.")]
            return names[0].removeprefix("line.")
    raise AssertionError(f"no line says {words}")


def test_the_preview_shows_what_would_leave_and_nothing_leaves(phone: Person, her_side: Phone) -> None:
    page = chooses(phone.get("/share"), "See how", **{**ALL, "about": "keep"})
    assert page.says("Nothing is shared yet", "Helping")
    assert not page.says("I am looking for work now")
    assert shared_now(her_side) is None
    assert page.press("Share with").says("can now see this")
    assert shared_ids(her_side)


def test_a_choice_never_lands_on_another_line_than_the_one_that_was_read(phone: Person, her_side: Phone) -> None:
    page = phone.get("/share")
    says(phone, "talent_contact", "yes")
    after = chooses(page, **ALL)
    assert after.status == 409
    assert after.says("Look once more")
    assert shared_now(her_side) is None


def test_taking_back_one_line_leaves_the_others(phone: Person, her_side: Phone) -> None:
    page = chooses(phone.get("/share"), **ALL)
    before = shared_ids(her_side)
    page = page.press("Take back: Helping")
    assert before - shared_ids(her_side) == {"strength/helping"}
    assert "Take back: Helping" not in page.buttons


def test_taking_everything_back_leaves_nothing_at_the_desk(
    phone: Person, desk: Desk, samira: Invited, clock: Clock
) -> None:
    page = chooses(phone.get("/share"), **ALL).press("Take everything back")
    assert page.heading == "You share nothing now"
    assert open_profile(desk, samira.client.id, clock()).profile is None


def test_a_changed_answer_is_not_shared_by_taking_another_line_back(phone: Person, her_side: Phone) -> None:
    chooses(phone.get("/share"), **ALL)
    says(phone, "situation", "not_sure_yet")
    phone.get("/shared").press("Take back: Helping")
    version = shared_now(her_side)
    assert version is not None
    assert version.shown["answers"]["situation"]["value"] == "looking_now"  # type: ignore[index]


def test_every_opening_stands_in_the_reading_log(phone: Person, desk: Desk, samira: Invited, clock: Clock) -> None:
    assert phone.get("/readers").says("Nobody has opened it yet")
    chooses(phone.get("/share"), **ALL)
    open_profile(desk, samira.client.id, clock())
    clock.wait(minutes=1)
    open_profile(desk, samira.client.id, clock())
    clock.wait(minutes=30)
    open_profile(desk, samira.client.id, clock())
    page = phone.get("/readers")
    assert page.says("Fatima Oulad, your caseworker")
    assert page.text.count("Fatima Oulad") == 2


def test_both_agreeing_confirms_a_line_together(phone: Person, desk: Desk, samira: Invited, clock: Clock) -> None:
    chooses(phone.get("/share"), **ALL)
    shared = open_profile(desk, samira.client.id, clock()).profile
    assert shared is not None
    line = next(one for one in shared.items if one.statement.id == "strength/helping")
    confirm(desk, samira.client.id, line.seen, "agreed", "", clock())
    page = phone.get("/profile")
    assert page.says("Fatima Oulad is waiting for your answer")
    page = page.press("I agree")
    assert page.says("Your word is saved.", "Confirmed together", "Fatima Oulad and Samira Yilmaz")
    after = open_profile(desk, samira.client.id, clock()).profile
    assert after is not None
    assert [one.standing for one in after.items if one.statement.id == "strength/helping"] == ["confirmed"]


def test_a_line_that_was_changed_and_not_shared_anew_carries_nobodys_word(
    phone: Person, desk: Desk, samira: Invited, clock: Clock
) -> None:
    chooses(phone.get("/share"), **ALL)
    shared = open_profile(desk, samira.client.id, clock()).profile
    assert shared is not None
    line = next(one for one in shared.items if one.statement.id == "situation/now")
    confirm(desk, samira.client.id, line.seen, "agreed", "", clock())
    assert phone.get("/profile").says("Fatima Oulad is waiting for your answer", "I agree")
    says(phone, "situation", "not_sure_yet")
    page = phone.get("/profile")
    assert page.says("You changed this after Fatima Oulad spoke.")
    assert not page.says("I agree")


def test_agreeing_with_words_that_changed_meanwhile_is_not_agreeing(
    phone: Person, desk: Desk, samira: Invited, clock: Clock
) -> None:
    chooses(phone.get("/share"), **ALL)
    shared = open_profile(desk, samira.client.id, clock()).profile
    assert shared is not None
    confirm(desk, samira.client.id, shared.items[0].seen, "agreed", "", clock())
    page = phone.get("/profile")
    after = open_profile(desk, samira.client.id, clock()).profile
    assert after is not None
    confirm(desk, samira.client.id, after.items[0].seen, "seen_differently", "I see it a bit differently.", clock())
    assert page.press("I agree").status == 409
    assert phone.get("/profile").says("I see it a bit differently.")


def test_nobody_is_asked_to_agree_with_a_word_that_was_about_something_else(
    phone: Person, desk: Desk, samira: Invited, clock: Clock
) -> None:
    chooses(phone.get("/share"), **ALL)
    shared = open_profile(desk, samira.client.id, clock()).profile
    assert shared is not None
    now = next(one for one in shared.items if one.statement.id == "situation/now")
    confirm(desk, samira.client.id, now.seen, "agreed", "", clock())
    assert "I agree" in phone.get("/profile").buttons
    says(phone, "situation", "not_sure_yet")
    chooses(phone.get("/share"), **ALL)
    page = phone.get("/profile")
    assert page.says("You changed this after Fatima Oulad spoke.")
    assert "I agree" not in page.buttons


def test_what_was_shared_keeps_its_words_in_both_languages(phone: Person, her_side: Phone) -> None:
    chooses(phone.get("/share"), **ALL)
    version = shared_now(her_side)
    assert version is not None
    wording = version.shown["wording"]
    assert wording["en"]["Helping"] == "Helping"  # type: ignore[index]
    assert wording["nl"]["Helping"] != "Helping"  # type: ignore[index]


def test_each_letter_with_a_code_stands_in_the_clients_own_log(
    phone: Person, desk: Desk, samira: Invited, clock: Clock
) -> None:
    """Who makes a letter sees its code: that it was made can be read."""
    assert phone.get("/readers").text.count("A letter with your code was made") == 1
    clock.wait(days=1)
    opener = renew(desk, samira.client.id, PEPPER.encode(), clock())
    again = Person(phone.app)
    comes_in(again, Invited(samira.client, opener))
    assert again.get("/readers").text.count("A letter with your code was made") == 2
