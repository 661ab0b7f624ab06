"""Facts are small questions about the answers; a skipped answer is unknown, never a no."""

import pytest

from kompas.conversation.answers import RATHER_TALK, SKIPPED
from kompas.conversation.facts import FACTS, LOOKS_AT
from kompas.conversation.flow import Flow
from tests.conversation.ours import our_flow
from tests.conversation.talking import Said, a_flow, answered, chapter, question
from tests.conversation.tiny_flows import NEEDS

TALENTS = a_flow(*(question(f"talent_{letter}", "faces") for letter in "abcd"))
DRIVERS = a_flow(question("driver_a", "faces"), question("driver_b", "faces"))
INTERESTS = a_flow(*(question(f"interest_{letter}", "faces", scale="enjoy") for letter in "abcdefghijkl"))
STEPS = a_flow(
    question("situation"),
    NEEDS,
    question("need_timing", options="now_first later", for_each={"question": "needs", "most": 3}),
)


def holds(fact: str, flow: Flow, **said: Said) -> bool:
    return FACTS[fact](flow, answered(flow, **said))


def test_every_fact_says_what_it_looks_at() -> None:
    assert FACTS.keys() == LOOKS_AT.keys()


def test_a_full_talk_is_one_that_was_not_turned_down() -> None:
    assert holds("full_talk", STEPS)
    assert holds("full_talk", STEPS, situation=SKIPPED)
    assert not holds("full_talk", STEPS, situation=RATHER_TALK)


def test_half_a_yes_is_a_talent_too() -> None:
    assert holds("some_talents", TALENTS, talent_a="a_bit")
    assert not holds("some_talents", TALENTS, talent_a="not", talent_b=SKIPPED)


def test_who_skips_every_card_has_not_few_talents_but_unknown_ones() -> None:
    assert not holds("few_talents", TALENTS, talent_a=SKIPPED, talent_b=RATHER_TALK)


def test_cards_that_can_come_later_change_no_fact() -> None:
    flow = a_flow(
        chapter("one", question("talent_a", "faces"), question("talent_b", "faces", later="two")),
        chapter("two", question("last")),
    )
    assert holds("few_talents", flow, talent_a="yes", talent_b="yes")
    assert not holds("few_talents", flow, talent_b="not")


def test_more_than_three_needs_are_many() -> None:
    flow = a_flow(question("needs", "many", options="a b c d"))
    assert holds("many_needs", flow, needs=("a", "b", "c", "d"))
    assert not holds("many_needs", flow, needs=("a", "b", "c"))
    assert not holds("many_needs", flow, needs=RATHER_TALK)


def test_fewer_than_three_talents_are_few() -> None:
    two: dict[str, Said] = {"talent_a": "yes", "talent_b": "a_bit", "talent_c": "not"}
    assert holds("few_talents", TALENTS, **two, talent_d=SKIPPED)
    assert not holds("few_talents", TALENTS, **two, talent_d="a_bit")


def test_nothing_is_few_or_flat_before_every_card_had_its_turn() -> None:
    """Else the deck would show 1 of 10, then 2 of 14, then 4 of 10."""
    assert not holds("few_talents", TALENTS, talent_a="not", talent_b="not", talent_c="not")
    ten: dict[str, Said] = {f"interest_{letter}": "like" for letter in "abcdefghij"}
    assert not holds("flat_pattern", INTERESTS, **ten)


def test_something_has_to_matter_before_it_can_matter_most() -> None:
    assert holds("some_drivers", DRIVERS, driver_a="a_bit")
    assert not holds("some_drivers", DRIVERS, driver_a="not", driver_b=RATHER_TALK)


@pytest.mark.parametrize(("cards", "flat"), [("abcdefghi", False), ("abcdefghij", True), ("abcdefghijkl", True)])
def test_ten_cards_answered_alike_say_nothing_of_direction(cards: str, flat: bool) -> None:
    said: dict[str, Said] = {f"interest_{letter}": "like" if letter in cards else SKIPPED for letter in "abcdefghijkl"}
    assert holds("flat_pattern", INTERESTS, **said) == flat
    assert not holds("flat_pattern", INTERESTS, **said | {"interest_a": "not"})


def test_two_needs_first_leave_no_room_to_look_ahead() -> None:
    one: dict[str, Said] = {"needs": ("bus", "dutch"), "need_timing__bus": "now_first"}
    assert holds("room_for_step_questions", STEPS, **one)
    assert not holds("room_for_step_questions", STEPS, **one, need_timing__dutch="now_first")
    assert not holds("room_for_step_questions", STEPS, situation=RATHER_TALK)


def test_the_option_that_a_fact_knows_by_name_is_there() -> None:
    assert "now_first" in our_flow().questions["need_timing"].options
