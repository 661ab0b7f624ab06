"""Confidence, clarity, plan, importance and room: means of what was answered, and nothing of what wasn't."""

import pytest

from tests.profile.working import worked_out


def figure(name: str, **said: object) -> float | None:
    found = worked_out(said).figures[name]
    return found and found.value


def test_confidence_is_the_mean_of_what_was_answered() -> None:
    assert figure("confidence", confidence_fitting_work=5, confidence_searching=0) == 0.5
    assert figure("confidence", confidence_fitting_work=5, confidence_searching=None) == 1
    assert figure("confidence") is None


def test_stairs_begin_at_one_and_faces_at_zero() -> None:
    assert figure("importance", importance_of_work=1) == 0
    assert figure("clarity", clarity_of_direction="a_bit") == 0.5
    assert figure("plan", first_step_known=0) == 0


@pytest.mark.parametrize(("first", "room"), [(0, 1), (1, 0.75), (2, 0.5), (3, 0.25), (4, 0), (5, 0)])
def test_each_thing_that_comes_first_takes_a_quarter_of_the_room(first: int, room: float) -> None:
    needs = ["dutch", "digital", "childcare", "housing", "transport"]
    timing = {need: "now_first" if place < first else "when_working" for place, need in enumerate(needs)}
    assert figure("room", need_timing=timing) == room


def test_room_is_unknown_when_nobody_said_when() -> None:
    assert figure("room") is None
    assert figure("room", needs=["dutch"]) is None


def test_who_needs_nothing_has_all_room() -> None:
    assert figure("room", needs=["nothing_needed"]) == 1
    assert figure("room", need_timing={}) == 1
