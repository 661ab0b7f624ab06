"""Promising profiles: what is there, what is a next step, and what to ask; what nobody said is always to ask."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompas.profile.promising import Criterion, PromisingProfiles, promising_profiles, read_promising
from tests.conversation.ours import our_flow
from tests.profile.working import PACKAGE, cards, heard, our_occupations, our_rules

OURS = read_promising((PACKAGE / "profile/promising_profiles.yaml").read_text(encoding="utf-8"))
CARER = cards(caring=2, health=2)
CRITERIA = [criterion for profile in OURS.profiles for criterion in profile.criteria]


def states(said: dict[str, Any], *drawn: str, of: PromisingProfiles = OURS) -> dict[str, dict[str, str]]:
    found = promising_profiles(of, our_rules(), heard(said), drawn)
    return {one.profile.id: {each.criterion.text: each.state for each in one.criteria} for one in found}


def test_every_word_in_the_file_is_known() -> None:
    flow, rules = our_flow(), our_rules()
    options = {name: set(question.options) for name, question in flow.questions.items()}
    for profile in OURS.profiles:
        assert set(profile.fields) <= options["experience_fields"]
        assert set(profile.work) <= {one.esco for one in our_occupations()}
    for one in CRITERIA:
        assert set(one.asset) <= options[rules.needed.assets]
        assert set(one.times) <= options[rules.needed.times]
        assert {*one.without_help_with, *one.asked_for} <= options[rules.needs.chosen]
        assert one.next is None or one.next in rules.supports.offers


def test_a_criterion_asks_something() -> None:
    with pytest.raises(ValueError, match="asks nothing"):
        Criterion(text="Is nice")


def test_only_work_that_somebody_is_drawn_to_is_shown_and_little_of_it() -> None:
    assert list(states(CARER, "care", "green")) == ["care"]
    assert states(CARER) == {}
    everything = cards(rest=2, caring=1)
    assert len(states(everything, *(field for profile in OURS.profiles for field in profile.fields))) == 3


def test_who_said_nothing_else_is_asked_about_everything_else() -> None:
    found = states(CARER, "care")["care"]
    assert found.pop("Enjoys caring for people") == "met"
    assert set(found.values()) == {"ask"}


def test_what_was_said_is_there_or_a_next_step_with_the_answer_it_rests_on() -> None:
    said = {**CARER, "needs": ["dutch"], "wish_hours": "from_17", "wish_times": ["weekend"]}
    found = states(said, "care")["care"]
    assert found["Speaks and understands Dutch well"] == "next"
    assert found["Wants to work 12 to 36 hours a week"] == "met"
    assert found["Can work in the evening or at the weekend"] == "met"
    assert found["Can get a certificate of conduct"] == "ask"
    care = promising_profiles(OURS, our_rules(), heard(said), ["care"])[0]
    assert {one.slots for one in care.having("next")} == {("needs",)}
    assert all(one.slots for one in care.criteria if one.state != "ask")


@pytest.mark.parametrize("said", [{"needs": ["childcare"]}, {"wish_times": ["morning"]}, {"assets": ["bike"]}])
def test_a_choice_that_is_not_among_many_says_nothing(said: dict[str, Any]) -> None:
    """It may be one that the client keeps to themselves."""
    for drawn, person in (("care", CARER), ("green", cards(gardening=2))):
        assert states({**person, **said}, drawn) == states(person, drawn)


def test_nothing_needed_says_that_no_help_is_needed() -> None:
    found = states({**CARER, "needs": ["nothing_needed"]}, "care")["care"]
    assert found["Speaks and understands Dutch well"] == "met"
    assert found["Has done a short course in care"] == "ask"


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "needs": st.lists(st.sampled_from(["dutch", "transport", "course_or_diploma"]), unique=True, min_size=1),
        "wish_hours": st.sampled_from(["up_to_8", "from_33", "do_not_know"]),
        "wish_times": st.lists(st.sampled_from(["morning", "weekend"]), unique=True, min_size=1),
        "assets": st.just(["driving_licence"]),
        "clarity_of_direction": st.integers(0, 2),
        "confidence_fitting_work": st.integers(1, 5),
    },
)


@given(ANSWERS, st.data())
def test_skipping_more_never_makes_a_next_step(said: dict[str, Any], data: st.DataObject) -> None:
    person = cards(rest=1, counting=2, repairing=2, gardening=2)
    drawn = ("logistics", "technology", "green")
    kept = {name: one for name, one in said.items() if data.draw(st.booleans(), label=name)}
    full, less = states({**person, **said}, *drawn), states({**person, **kept}, *drawn)
    for profile, criteria in less.items():
        for text, state in criteria.items():
            assert state in ("ask", full[profile][text])
