"""Whole people, worked out by hand or by others: the program comes to the same."""

import pytest

from kompas.profile.because import Figured
from kompas.profile.worked_out import WorkedOut
from tests.profile.working import cards, reference, with_reference, worked_out

FIGURES = ("confidence", "clarity", "plan", "importance", "room")

BOB = {
    **cards(repairing=2, finding_out=2, machines=1, delivering=1),
    "situation": "looking_now",
    "experience_fields": ["technology", "driving"],
    "talent_handy": 2,
    "talent_solving": 1,
    "talent_reliable": 2,
    "talents_top": ["talent_solving", "talent_handy"],
    "talents_shown": {"talent_handy": "at_home"},
    "drivers_top": ["driver_achievement", "driver_meaning"],
    "wish_place": "inside",
    "wish_movement": 1,
    "needs": ["nothing_needed"],
    "confidence_fitting_work": 5,
    "clarity_of_direction": 2,
    "first_step_known": 1,
    "confidence_searching": 1,
    "confidence_employer": "yes",
    "importance_of_work": 4,
}
"""R 4 of 14, I 2 of 4. Technology full by its card, driving half and 15 more. Confidence (4/4 + 1/2 + 2/2) / 3."""

ROSE = {
    "situation": "arranging_first",
    "needs": ["housing", "money_overview", "dutch"],
    "need_timing": {"housing": "now_first", "money_overview": "now_first", "dutch": "helped_already"},
    "confidence_fitting_work": 1,
}
"""Two things come first: everything else can wait, and is not asked."""


def percent(figure: Figured | None) -> float | None:
    return None if figure is None else round(100 * figure.value, 1)


def figures(profile: WorkedOut) -> dict[str, float | None]:
    return {name: percent(profile.figures[name]) for name in FIGURES}


def test_bob_who_repairs_things() -> None:
    bob = worked_out(BOB)
    assert {letter: percent(figure) for letter, figure in bob.letters.items()} == dict(
        zip("RIASEC", (28.6, 50, 0, 0, 0, 0), strict=True)
    )
    assert {name: percent(field) for name, field in bob.fields.items() if field.value} == {
        "technology": 100,
        "driving": 65,
        "making": 50,
    }
    assert figures(bob) == {"confidence": 83.3, "clarity": 100, "plan": 50, "importance": 75, "room": 100}
    assert (bob.step.id, bob.hint.id) == ("ready_to_start", "make_a_plan")
    assert [(one.code, one.top, one.shown) for one in bob.strengths] == [
        ("solving", True, None),
        ("handy", True, "at_home"),
        ("reliable", False, None),
    ]
    assert bob.ranked[0].occupation.field == "technology"
    assert [crossing.support for crossing in bob.bridge] == ["plan_talk"]


def test_rose_who_first_needs_room() -> None:
    rose = worked_out(ROSE)
    assert set(rose.letters.values()) == {None}
    assert rose.fields == {}
    assert figures(rose) == {"confidence": 0, "clarity": None, "plan": None, "importance": None, "room": 50}
    assert (rose.step.id, rose.hint.id) == ("make_room_first", "make_room")
    assert [(need.code, need.timing) for need in rose.needs] == [
        ("housing", "now_first"),
        ("money_overview", "now_first"),
        ("dutch", "helped_already"),
    ]
    assert [one.support for one in rose.bridge] == ["housing_help", "money_help", "building_confidence"]


@with_reference
@pytest.mark.parametrize("case", reference("golden_profile.json")["cases"], ids=lambda case: case["name"])
def test_the_golden_people_come_out_exactly(case, record_property) -> None:
    profile, expected = worked_out(case["answers"]), case["expected"]
    assert {letter: percent(figure) for letter, figure in profile.letters.items()} == expected["riasec"]
    assert {name: percent(field) for name, field in profile.fields.items()} == expected["fields"]
    assert figures(profile) == {name: expected[name] for name in FIGURES}
    assert profile.flat_pattern == expected["flat_pattern"]
    assert (profile.step.id, profile.hint.id) == (expected["step"], expected["hint"])
    ranked = {one.occupation.esco: one for one in profile.ranked}
    for place, wanted in enumerate(expected["occupations"]):
        assert round(profile.ranked[place].value, 1) == wanted["fit"]
        assert round(ranked[wanted["esco"]].value, 1) == wanted["fit"]
        assert ranked[wanted["esco"]].occupation.field == wanted["field"]
    told = ", ".join(f"{one.occupation.label_nl} {one.value:.1f}" for one in profile.ranked[:3])
    record_property("counted", f"{case['name']:15} {profile.step.id:15} {profile.hint.id:18} {told}")
