"""Why this work, and what it still needs."""

from dataclasses import replace
from typing import Any

from kompas.profile.fit import looking
from kompas.profile.interests import fields, letters
from kompas.profile.needed import still_needed
from kompas.profile.reasons import reasons
from tests.profile.test_fit import BAKER, COOKS
from tests.profile.working import heard, our_rules


def because(occupation: Any = BAKER, **said: Any) -> dict[str, tuple[str, ...]]:
    rules, known = our_rules(), heard(said)
    person = looking(rules, known, letters(rules.interests, known), fields(rules.interests, known))
    return {one.code: one.because.slots for one in reasons(rules, known, person, occupation)}


def needs(*codes: str, **said: Any) -> dict[str, str]:
    occupation = replace(BAKER, needs=codes, hours=(16, 38), irregular=True)
    return {one.code: one.state for one in still_needed(our_rules(), heard(said), occupation)}


def test_without_answers_there_is_no_reason() -> None:
    assert because() == {}


def test_a_reason_names_the_answers_that_say_so() -> None:
    assert because(interest_cooking=2, experience_fields=["cooking", "shop"]) == {
        "enjoys": ("interest_cooking",),
        "did": ("experience_fields",),
    }
    assert because(interest_cooking=1) == {"may_enjoy": ("interest_cooking",)}
    assert because(interest_cooking=0) == {}


def test_work_that_is_like_what_somebody_enjoys_names_other_cards() -> None:
    assert because(**COOKS)["alike"] == ("interest_making_beautiful",)


def test_work_that_gives_what_matters_says_so_and_what_gives_little_does_not() -> None:
    assert because(drivers_top=["driver_people"]) == {"values": ("drivers_top",)}
    assert because(drivers_top=["driver_support"]) == {}


def test_a_wish_is_a_reason_where_it_is_met_exactly() -> None:
    assert because(wish_place="inside", wish_company="both") == {"wish_place": ("wish_place",)}


def test_the_hours_wished_are_held_beside_the_usual_hours() -> None:
    part_time = replace(BAKER, hours=(8, 16))
    assert "wish_hours" in because(part_time, wish_hours="from_9")
    assert "wish_hours" not in because(part_time, wish_hours="from_25")
    assert "wish_hours" not in because(part_time, wish_hours="do_not_know")
    assert "wish_hours" not in because(replace(BAKER, hours=None), wish_hours="from_9")


def test_a_licence_that_somebody_has_is_not_named() -> None:
    assert needs("licence_b", assets=["driving_licence"]) == {}
    assert needs("licence_b", assets=["bike"]) == {"licence_b": "needed"}


def test_what_was_not_told_is_to_be_asked() -> None:
    assert needs("licence_b", "trade_diploma", "conduct") == dict.fromkeys(
        ("licence_b", "trade_diploma", "conduct"), "ask"
    )


def test_a_licence_for_a_bus_is_another_one() -> None:
    assert needs("licence_d", assets=["driving_licence"]) == {"licence_d": "ask"}


def test_some_dutch_is_named_only_to_who_wants_to_learn_it() -> None:
    assert needs("some_dutch", needs=["housing"]) == {}
    assert needs("some_dutch", needs=["dutch"]) == {"some_dutch": "needed"}
    assert needs("good_dutch") == {"good_dutch": "ask"}


def test_other_hours_and_times_are_to_be_talked_about() -> None:
    assert needs(wish_hours="up_to_8", wish_times=["morning"]) == {"hours": "ask", "times": "ask"}
    assert needs(wish_hours="from_17", wish_times=["morning", "weekend"]) == {}
