"""The conversation on a phone: one question on each screen, stored before the next; bad input loses nothing."""

from collections.abc import Mapping

import pytest
from flask import Flask

from kompas.conversation.flow import Flow
from kompas.store.answers import answers_of
from kompas.store.archive import Archive
from tests.store.counting import statements
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Person
from tests.web.telling import hidden, says, skips_to_the_end

LONG = "a" * 5000


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture(params=[False, True], ids=["plain", "htmx"])
def phone(app: Flask, amira: Invited, request: pytest.FixtureRequest) -> Person:
    person = Person(app, htmx=request.param)
    comes_in(person, amira)
    return person


def stored(archive: Archive, municipality: Municipality, amira: Invited) -> Mapping[str, object]:
    with archive.reading(municipality.id) as records:
        return {slot: answer.value or answer.state for slot, answer in answers_of(records, amira.client.id).items()}


def test_a_tap_is_stored_and_the_next_question_appears(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    page = says(phone, "situation", "looking_now")
    assert page.heading == "What have you done already?"
    assert stored(archive, municipality, amira) == {"situation": "looking_now"}


def test_with_htmx_the_answer_is_the_next_screen_and_without_it_leads_there(phone: Person) -> None:
    said = hidden(phone, "situation") | {"choice": "looking_now"}
    plain = phone._ask("POST", "/talk/situation", {}, said)
    assert (plain.status_code, plain.headers["Location"]) == (303, "/talk/experience_fields")
    swapped = phone._ask("POST", "/talk/situation", {"HX-Request": "true"}, said)
    assert (swapped.status_code, swapped.headers["HX-Push-Url"]) == (200, "/talk/experience_fields")


def test_the_same_link_on_another_phone_goes_on_at_the_same_place(app: Flask, phone: Person, amira: Invited) -> None:
    says(phone, "situation", "looking_now")
    another = Person(app)
    comes_in(another, amira)
    assert another.get("/talk").heading == "What have you done already?"


def test_back_shows_what_was_said_and_changing_it_loses_nothing(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    says(phone, "situation", "looking_now")
    says(phone, "experience_fields", "cooking", "children")
    says(phone, "situation", "not_sure_yet")
    assert stored(archive, municipality, amira) == {
        "situation": "not_sure_yet",
        "experience_fields": ("cooking", "children"),
    }


@pytest.mark.parametrize(
    ("address", "choices", "fields"),
    [
        ("situation", ("no_such_option",), {}),
        ("situation", ("looking_now", "not_sure_yet"), {}),
        ("situation", (), {}),
        ("experience_fields", (), {}),
        ("experience_fields", ("cooking", "<script>"), {}),
    ],
    ids=["unknown option", "two where one fits", "nothing chosen", "nothing of many", "one of them unknown"],
)
def test_bad_input_gets_the_same_screen_with_a_sentence(
    phone: Person,
    archive: Archive,
    municipality: Municipality,
    amira: Invited,
    address: str,
    choices: tuple[str, ...],
    fields: dict[str, str],
) -> None:
    before = stored(archive, municipality, amira)
    page = says(phone, address, *choices, **fields)
    assert page.status == 422
    assert page.tree.all("h1")
    assert any("mistake" in one.get("class", "") for one in page.tree.all("p"))
    assert stored(archive, municipality, amira) == before


def test_too_many_letters_are_kept_on_the_screen(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(phone, flows["kompas"])
    page = says(phone, "own_words", words=LONG)
    assert page.status == 422
    assert page.says("500")
    assert page.tree.text(page.tree.all("textarea")[0]) == LONG


def test_too_many_choices_are_counted_in_the_sentence(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(phone, flows["kompas"])
    page = says(phone, "fields_vetoed", "cooking", "office", "green", "shop")
    assert page.status == 422
    assert page.says("at most 3", "4")


def test_a_question_that_is_off_the_path_is_not_found(phone: Person) -> None:
    assert phone.get("/talk/need_timing-1").status == 404
    assert phone.get("/talk/no_such_question").status == 404


def test_an_answer_to_a_question_off_the_path_gets_the_question_that_is_now(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited
) -> None:
    fields = hidden(phone, "situation") | {"choice": "now_first"}
    headers = {"HX-Request": "true"} if phone.htmx else {}
    page = phone.post("/talk/need_timing-1", fields, **headers)
    assert page.status == 404
    assert page.heading == "What fits you best right now?"
    assert page.says("This is the question now")
    assert stored(archive, municipality, amira) == {}


def test_a_stale_tab_never_answers_about_something_else(
    phone: Person, archive: Archive, municipality: Municipality, amira: Invited, flows: Mapping[str, Flow]
) -> None:
    skips_to_the_end(phone, flows["kompas"], needs=("dutch", "childcare"))
    stale = hidden(phone, "need_timing-1") | {"choice": "now_first"}
    says(phone, "needs", "childcare", "dutch")
    headers = {"HX-Request": "true"} if phone.htmx else {}
    page = phone.post("/talk/need_timing-1", stale, **headers)
    assert page.status == 422
    assert stored(archive, municipality, amira).get("need_timing.childcare") != "now_first"


def test_after_a_chapter_stands_what_was_just_heard(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(phone, flows["kompas"], talent_helping=("yes",))
    page = says(phone, "talents_top", do="skip")
    assert page.path == "/talk/heard/good_at" or page.is_swap
    assert page.says("Helping")


def test_changing_an_answer_from_the_review_leads_back_there(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(phone, flows["kompas"])
    page = phone.get("/talk/wish_place?came_from=review").press("Inside")
    assert page.heading == "Your answers"
    assert page.says("Inside")


def test_an_address_never_holds_what_was_chosen(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(
        phone, flows["kompas"], needs=("childcare",), talent_helping=("yes",), talents_top=("talent_helping",)
    )
    page = phone.get("/review")
    links = " ".join(page.links.values())
    assert "childcare" not in links
    assert "talents_shown-1" in links


def test_an_answered_question_takes_at_most_six_queries(phone: Person, archive: Archive) -> None:
    fields = hidden(phone, "situation") | {"choice": "looking_now"}
    with statements(archive.facts, archive.keys.engine) as sent:
        phone._ask("POST", "/talk/situation", {"HX-Request": "true"}, fields)
    asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
    assert len(asked) <= 6, asked


def test_words_that_look_like_markup_stay_words(phone: Person, flows: Mapping[str, Flow]) -> None:
    skips_to_the_end(phone, flows["kompas"])
    says(phone, "own_words", words='<script>alert(1)</script> <a hx-get="/leave">x</a>')
    page = phone.get("/profile")
    assert page.says("<script>alert(1)</script>")
