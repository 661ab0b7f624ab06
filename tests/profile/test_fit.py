"""How well work fits: four things with their weights, worked out by hand on small occupations."""

from dataclasses import replace
from typing import Any

import pytest

from kompas.occupations.occupation import Occupation
from kompas.profile.worked_out import WorkedOut, work_out
from tests.profile.working import cards, heard, our_rules

BAKER = Occupation(
    esco="baker",
    code="2",
    isco="7512",
    name="Baking",
    label_nl="bakker",
    field="cooking",
    interests=(1.0, 1.0, 7.0, 1.0, 1.0, 1.0),
    values={"relationships": 7.0, "support": 1.0},
    tags={"outside": 0, "team": 2, "physical": 1},
)
COOKS = cards(cooking=2, making_beautiful=2)
"""Artistic full and nothing else: the very form of the baker's interests."""


def fits(occupation: Occupation, **said: Any) -> float:
    return work_out(our_rules(), [occupation], heard(said)).ranked[0].value


def order(*occupations: Occupation, **said: Any) -> list[str]:
    found: WorkedOut = work_out(our_rules(), occupations, heard(said))
    return [one.occupation.esco for one in found.ranked]


def test_who_said_nothing_fits_everything_half() -> None:
    assert fits(BAKER) == 50


def test_all_that_fits_is_a_hundred() -> None:
    said = {**COOKS, "drivers_top": ["driver_people"], "wish_place": 0, "wish_company": 2, "wish_movement": 1}
    assert fits(BAKER, **said) == pytest.approx(100)


def test_each_of_the_four_has_its_weight() -> None:
    assert fits(BAKER, interest_cooking=2) == pytest.approx(50 + 40 / 2)
    assert fits(BAKER, interest_cooking=0) == pytest.approx(50 - 40 / 2)
    assert fits(BAKER, drivers_top=["driver_people"]) == pytest.approx(50 + 10 / 2)
    assert fits(BAKER, drivers_top=["driver_support"]) == pytest.approx(50 - 10 / 2)
    assert fits(BAKER, wish_place="inside") == pytest.approx(50 + 25 / 2)
    assert fits(BAKER, wish_place="outside") == pytest.approx(50 - 25 / 2)
    assert fits(BAKER, wish_place="both") == pytest.approx(50)
    assert fits(BAKER, **COOKS) == pytest.approx(40 + 25 + 5 + 12.5)


def test_reasons_without_a_work_value_change_nothing() -> None:
    assert fits(BAKER, drivers_top=["driver_meaning", "driver_growth"]) == 50
    assert fits(BAKER, drivers_top=["driver_meaning", "driver_people"]) == pytest.approx(55)


def test_cards_that_are_all_alike_have_no_form() -> None:
    assert fits(replace(BAKER, field="shop"), **cards(rest=1)) == 50


def test_what_is_not_known_of_work_counts_in_the_middle() -> None:
    unknown = replace(BAKER, interests=(), values={}, tags={})
    said = {**COOKS, "drivers_top": ["driver_people"], "wish_place": 0}
    assert fits(unknown, **said) == pytest.approx(40 + 12.5 + 5 + 12.5)


def test_equal_fits_stand_by_their_esco_code() -> None:
    assert order(replace(BAKER, esco="b", code="9"), replace(BAKER, esco="a", code="10")) == ["a", "b"]


def test_better_fits_come_first() -> None:
    outside = replace(BAKER, esco="outside", code="1", tags={"outside": 2})
    assert order(outside, BAKER, wish_place="inside") == ["baker", "outside"]
