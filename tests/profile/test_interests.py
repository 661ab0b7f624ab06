"""Letters and fields: what somebody enjoys, and what nobody can tell from the cards."""

import pytest

from tests.profile.working import cards, our_rules, worked_out


def fields(**said: object) -> dict[str, float]:
    return {name: field.value for name, field in worked_out(said).fields.items()}


def test_a_field_is_the_mean_of_its_cards() -> None:
    assert fields(interest_caring=2, interest_health=1) == {"care": 0.75}


def test_a_skipped_card_is_no_zero() -> None:
    assert fields(interest_caring=2, interest_health=None) == {"care": 1.0}
    assert fields(interest_caring=None) == {}


def test_work_that_somebody_did_counts_a_little_more_and_never_above_full() -> None:
    assert fields(interest_selling=1, experience_fields=["shop"]) == {"shop": pytest.approx(0.65)}
    assert fields(interest_selling=2, experience_fields=["shop"]) == {"shop": 1.0}


def test_work_that_somebody_did_says_nothing_about_liking_it() -> None:
    assert fields(experience_fields=["shop"]) == {}


def test_letters_are_unknown_until_three_fifths_of_the_first_cards_are_answered() -> None:
    names = list(cards(rest=1))
    assert set(worked_out(dict.fromkeys(names[:10], 1), interest_repairing=2).letters.values()) == {None}
    assert worked_out(dict.fromkeys(names[:11], 1)).letters["R"].value == 0.5  # 11 is just over 60 % of 18


def test_a_letter_without_an_answered_card_is_unknown() -> None:
    said = cards(rest=1) | {"interest_selling": None, "interest_own_business": None}
    assert worked_out(said).letters["E"] is None


def test_ten_cards_alike_are_a_flat_pattern_and_nine_are_not() -> None:
    names = list(cards())
    assert worked_out(dict.fromkeys(names[:10], 2)).flat_pattern
    assert not worked_out(dict.fromkeys(names[:9], 2)).flat_pattern
    assert not worked_out(cards(rest=1, caring=2)).flat_pattern


def test_each_field_of_work_has_a_card_and_each_card_a_letter() -> None:
    rules = our_rules().interests
    assert len(rules.by_field) == 16
    assert all(rules.by_letter.values())
    assert rules.first_deck == 18
