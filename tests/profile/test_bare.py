"""Bare answers in a file: heard as they are, and what can't be heard is a sentence."""

import pytest

from kompas.conversation.answers import RATHER_TALK, SKIPPED, chosen, given
from kompas.profile.bare import NotAnswers
from kompas.profile.heard import Heard, hear
from kompas.profile.worked_out import work_out
from tests.conversation.ours import our_flow
from tests.profile.working import heard, our_occupations, our_rules


def refused(said: object) -> list[str]:
    with pytest.raises(NotAnswers) as wrong:
        heard(said)
    return wrong.value.sentences


def test_numbers_and_option_ids_say_the_same() -> None:
    assert heard({"interest_caring": 2, "wish_place": 0, "importance_of_work": 4}) == heard(
        {"interest_caring": "like", "wish_place": "inside", "importance_of_work": "4"}
    )


def test_the_same_is_heard_in_a_file_and_in_a_conversation() -> None:
    said = {
        "interest_caring": 2,
        "needs": ["dutch", "housing"],
        "need_timing": {"dutch": "now_first"},
        "talents_top": ["talent_helping"],
        "wish_place": 2,
    }
    answers = {
        "interest_caring": given("like"),
        "needs": chosen("dutch", "housing"),
        "need_timing.dutch": given("now_first"),
        "talents_top": chosen("talent_helping"),
        "wish_place": given("outside"),
        "wish_company": SKIPPED,
    }
    told, asked = heard(said), hear(our_flow(), answers)
    assert (told.weights, told.choices) == (asked.weights, asked.choices)


def test_who_would_rather_talk_is_heard_in_both() -> None:
    asked = hear(our_flow(), {"situation": RATHER_TALK})
    assert asked.one("situation") == heard({"situation": "rather_talk"}).one("situation") == "rather_talk"


def test_null_is_a_skipped_question() -> None:
    assert heard({"interest_caring": None, "need_timing": {"dutch": None}}) == Heard(given=frozenset({"need_timing"}))


def test_a_card_that_is_asked_late_can_be_on_top() -> None:
    assert heard({"drivers_top": ["driver_growth"]}).chosen("drivers_top") == ("driver_growth",)


def test_every_mistake_is_told_at_once_in_a_sentence() -> None:
    wrong = refused(
        {
            "interest_carin": 2,
            "interest_caring": 7,
            "interest_selling": True,
            "needs": "dutch",
            "need_timing": {"moon": "now_first"},
            "talents_shown": [],
            "own_words": 3,
            "told_more": "x",
        }
    )
    assert len(wrong) == 8
    assert wrong[0] == "“interest_carin” is no question of this conversation (did you mean “interest_caring”?)."
    assert wrong[1] == "“interest_caring” can't be “7”. It can be: 0, 1, 2, like, maybe, not_for_me."
    assert all(sentence.endswith(".") for sentence in wrong)


@pytest.mark.parametrize("data", [[], "words", 3, None])
def test_a_file_that_holds_no_answers_is_a_sentence(data: object) -> None:
    assert refused(data) == ["The file holds one JSON object, with a value for each question."]


def test_answers_that_the_flow_no_longer_knows_are_not_heard() -> None:
    strange = {"gone": given("yes"), "interest_caring": given("gone"), "needs": chosen("gone"), "own_words": given("")}
    assert hear(our_flow(), strange) == Heard(given=frozenset({"interest_caring", "needs"}))
    assert work_out(our_rules(), our_occupations(), hear(our_flow(), strange)).step.id == "talk_first"
