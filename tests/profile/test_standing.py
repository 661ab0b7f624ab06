"""The step and the hint: the first rule that holds, and none about something unknown."""

import pytest

from kompas.profile.rules import When
from kompas.profile.standing import Standing, holds
from tests.profile.working import cards, our_rules, worked_out

SURE = {"confidence_fitting_work": 5, "clarity_of_direction": 2, "first_step_known": 2}
UNSURE = {"confidence_fitting_work": 1, "clarity_of_direction": 0}


def needing(*times: str) -> dict[str, object]:
    needs = ("dutch", "childcare", "housing", "digital")
    return {"need_timing": dict(zip(needs, times, strict=False))}


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ({}, "talk_first"),
        ({"situation": "rather_talk", **SURE}, "talk_first"),
        ({**cards(rest=2), **SURE}, "talk_first"),
        ({**needing("now_first", "now_first"), **SURE}, "make_room_first"),
        ({**needing("now_first"), **SURE}, "step_by_step"),
        (UNSURE, "step_by_step"),
        ({"clarity_of_direction": 0}, "step_by_step"),
        ({"situation": "looking_now", **SURE}, "ready_to_start"),
        ({"situation": "not_sure_yet", **SURE}, "a_few_steps"),
        ({"situation": "looking_now", "clarity_of_direction": 2}, "a_few_steps"),
        ({"situation": "looking_now", **SURE, "confidence_fitting_work": 2}, "a_few_steps"),
    ],
)
def test_the_step(said: dict[str, object], step: str) -> None:
    assert worked_out(said).step.id == step


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ({}, "get_acquainted"),
        ({"situation": "rather_talk", **SURE}, "get_acquainted"),
        ({**needing("now_first", "now_first"), "importance_of_work": 1}, "make_room"),
        ({**needing("now_first"), "importance_of_work": 2}, "own_reasons"),
        ({"importance_of_work": 3, **UNSURE}, "discover_together"),
        ({**SURE, "confidence_fitting_work": 3}, "build_confidence"),
        ({**SURE, "first_step_known": 1}, "make_a_plan"),
        (SURE, "at_the_wheel"),
        ({**SURE, "first_step_known": None}, "get_acquainted"),
    ],
)
def test_the_hint(said: dict[str, object], hint: str) -> None:
    assert worked_out(said).hint.id == hint


@pytest.mark.parametrize("said", [SURE, UNSURE, cards(rest=1), needing("now_first", "now_first", "now_first")])
def test_a_hint_rests_on_at_most_three_answers(said: dict[str, object]) -> None:
    assert 1 <= len(worked_out(said).hint.because.slots) <= 3


def test_who_is_at_the_wheel_reads_one_answer_of_each_kind_first() -> None:
    said = {**SURE, "confidence_searching": 2, "confidence_employer": 2}
    assert worked_out(said).hint.because.slots == (
        "confidence_fitting_work",
        "clarity_of_direction",
        "first_step_known",
    )


@pytest.mark.parametrize("part", ["at_least", "at_most", "below"])
def test_what_is_unknown_is_never_more_or_less_than_anything(part: str) -> None:
    assert not holds(When.model_validate({part: {"confidence": 0.5}}), Standing({"confidence": None}))


def test_there_is_always_a_step_and_a_hint() -> None:
    nothing = Standing({})
    assert holds(our_rules().steps.rules[-1].when, nothing)
    assert holds(our_rules().hints.rules[-1].when, nothing)
