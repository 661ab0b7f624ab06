"""Every promise to a client can be pointed at: on a screen that they read, and in a test that holds it.

A promise is the mission's; its sentence is looked for on the screen in Dutch and in Arabic; the test must be there.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kompas.store.organisations import change_organisation
from kompas.web.promises import PROMISES as SAID_AT_THE_DOOR
from tests.journeys.words import Words
from tests.web.pages import Page, Person
from tests.web.tables import a_table, sees_differently
from tests.web.talks import shares

TESTS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Promise:
    """`sentence` in English, as it stands in the templates; `shown_by` is the file of a test, and its name."""

    promise: str
    screen: str
    sentence: str
    shown_by: str


WELCOME = "/welcome"
DOOR = [str(one) for one in SAID_AT_THE_DOOR]
FIRST_SCREEN = (
    Promise(
        "1a. It is voluntary: stopping or skipping has no consequence.",
        *(WELCOME, DOOR[0]),
        "web/test_sharing.py::test_a_part_without_a_choice_is_asked_for_and_nothing_leaves",
    ),
    Promise(
        "1b. Your caseworker doesn't see whether you began.",
        *(WELCOME, DOOR[0]),
        "web/test_no_leak.py::test_the_desk_cannot_tell_two_clients_apart_who_tell_the_same",
    ),
    Promise(
        "2. You decide, answer by answer, until and after the talk.",
        *(WELCOME, DOOR[1]),
        "web/test_sharing.py::test_line_by_line_one_need_can_go_and_another_stay",
    ),
    Promise(
        "3. You see exactly what your caseworker sees, and who opened it and when.",
        *(WELCOME, DOOR[2]),
        "web/test_sharing.py::test_every_opening_stands_in_the_reading_log",
    ),
    Promise(
        "4. It is for your talk about work, and no list is sorted by distance.",
        *(WELCOME, DOOR[3]),
        "web/test_caseload.py::test_a_client_who_began_looks_just_like_one_who_did_not",
    ),
    Promise(
        "5. We ask what helps you, never what is wrong with you.",
        *(WELCOME, DOOR[4]),
        "flows/test_sentences.py::test_nobody_is_measured_or_threatened_by_a_word",
    ),
    Promise(
        "6a. You can take it with you, whole.",
        *(WELCOME, DOOR[5]),
        "web/test_take_along.py::test_every_column_about_somebody_is_in_the_file_or_it_is_said_why_not",
    ),
    Promise(
        "6b. You can correct it: an answer that is changed or wiped is gone.",
        *(WELCOME, DOOR[5]),
        "web/test_wiping.py::test_a_wiped_answer_can_be_opened_nowhere_any_more",
    ),
    Promise(
        "6c. You can have it erased, and what stays is said.",
        *(WELCOME, DOOR[5]),
        "web/test_erasing.py::test_who_is_erased_is_gone_on_every_side",
    ),
)
NOBODY_ELSE_HAS = (
    Promise(
        "All that is kept is on one page, and goes along in one file.",
        *("/my-data", "Take everything with you"),
        "web/test_take_along.py::test_the_file_says_in_words_what_was_asked_and_said_and_leaves_no_trace",
    ),
    Promise(
        "Erased is erased: a backup that is put back brings nobody back.",
        *("/my-data/erase", "A number and a moment stay, to show that it was done."),
        "store/test_erasing.py::test_a_backup_that_is_put_back_brings_nobody_back",
    ),
    Promise(
        "The same answers always give the same profile.",
        *("/privacy", "No computer decides about you."),
        "profile/test_any_profile.py::test_the_same_answers_give_the_same_profile_in_whatever_order",
    ),
    Promise(
        "Every line says why it is there.",
        *("/profile", "Tap a line to see why it is here, or to change it."),
        "profile/test_any_profile.py::test_a_line_rests_only_on_what_was_said",
    ),
    Promise(
        "Control over each answer: share, talk first, keep.",
        *("/share", "Choose line by line"),
        "web/test_sharing.py::test_line_by_line_one_need_can_go_and_another_stay",
    ),
    Promise(
        "What the caseworker sees is shown to the client.",
        *("/shared", "This is exactly what %(name)s sees. Nothing more."),
        "web/test_sharing.py::test_what_is_kept_is_nowhere_on_the_page_that_shows_what_the_caseworker_sees",
    ),
    Promise(
        "A reading log that the client can open.",
        *("/readers", "Each time someone opens your profile, you see it here."),
        "web/test_sharing.py::test_every_opening_stands_in_the_reading_log",
    ),
    Promise(
        "The talk follows the client's own agenda.",
        *("/agenda", "What do you want to talk about?"),
        "web/test_agenda.py::test_the_agenda_opens_the_screen_of_the_caseworker_in_her_order",
    ),
    Promise(
        "Confirming together, on the client's own phone.",
        *("/profile", "I agree"),
        "web/test_sharing.py::test_both_agreeing_confirms_a_line_together",
    ),
    Promise(
        "“We see this differently” is a full outcome, with both names.",
        *("/profile", "I see it differently"),
        "web/test_casework_verdicts.py::test_both_views_stand_side_by_side_with_both_names_on_both_sides",
    ),
    Promise(
        "A helper on record: who sat beside, for which part.",
        *("/beside", "If you share a part, %(name)s reads who sat beside you."),
        "web/test_beside.py::test_the_client_and_the_desk_read_it_in_the_same_words",
    ),
    Promise(
        "Read aloud, with a voice on the device.",
        *(WELCOME, "Read aloud"),
        "journeys/test_reading_aloud.py::test_without_a_voice_on_the_device_there_is_no_button",
    ),
    Promise(
        "From right to left, really.",
        *(WELCOME, "Language"),
        "journeys/test_right_to_left.py::test_arabic_runs_from_right_to_left_to_the_bone",
    ),
    Promise(
        "With JavaScript off, in every language.",
        *("/share", "Share with %(name)s"),
        "journeys/test_in_their_language.py::test_from_the_link_to_what_is_shared",
    ),
    Promise(
        "Every question carries its purpose, ground and retention; the notice is made from them.",
        *("/privacy", "What we ask, and why"),
        "web/test_entry.py::test_the_privacy_page_names_purpose_ground_and_time_of_every_question",
    ),
    Promise(
        "A file that gets smaller.",
        *("/privacy", "Kept for"),
        "web/test_tidy.py::test_after_a_year_all_that_was_said_is_gone_with_what_was_changed_since",
    ),
)
EVERY_ONE = FIRST_SCREEN + NOBODY_ELSE_HAS


@pytest.fixture
def phone(app, provider, archive, municipality, fatima, flows, clock) -> Person:
    """Of somebody who told and shared, and whose caseworker sees one line differently."""
    with archive.writing(municipality.id) as records:
        change_organisation(records, replace(municipality.organisation, languages=("nl", "en", "ar")))
    table = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    shares(table.side, clock)
    sees_differently(table.talk(), "Helping", "Bij de voedselbank ook.")
    return table.phone


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_promise_stands_on_its_screen(phone: Person, language: str) -> None:
    phone.post("/language", {"language": language, "next": "/welcome", "csrf_token": token(phone.get("/privacy"))})
    words, pages = Words(language), {one.screen: phone.get(one.screen) for one in EVERY_ONE}
    for address, page in pages.items():
        assert page.path == address
        assert page.tree.all("html")[0].get("lang") == language
    unsaid = [one.promise for one in EVERY_ONE if not words.pattern(one.sentence).search(pages[one.screen].text)]
    assert unsaid == []


def test_every_promise_is_held_by_a_test() -> None:
    named = [one.shown_by.partition("::") for one in EVERY_ONE]
    assert [f"{file}::{test}" for file, _, test in named if f"def {test}(" not in _source(file)] == []


def test_the_first_screen_makes_all_six() -> None:
    assert [str(one) for one in SAID_AT_THE_DOOR] == list(dict.fromkeys(one.sentence for one in FIRST_SCREEN))


def _source(file: str) -> str:
    path = TESTS / file
    return path.read_text() if path.exists() else ""


def token(page: Page) -> str:
    return next(one.get("value") or "" for one in page.tree.all("input") if one.get("name") == "csrf_token")
