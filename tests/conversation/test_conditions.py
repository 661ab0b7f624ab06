"""Conditions look back, see only what is on the path, and nothing else."""

import pytest

from kompas.conversation.answers import RATHER_TALK, SKIPPED
from kompas.conversation.conditions import Context
from kompas.conversation.walking import walk
from tests.conversation.talking import a_flow, answered, path, question
from tests.conversation.tiny_flows import NEEDS, OPENING, TINY_FLOWS

WISHES = Context(switches=frozenset({"wishes"}))


def comes(feature: str, context: Context = Context(), **said: object) -> bool:  # noqa: B008 (frozen)
    """Is the later question asked?"""
    flow = TINY_FLOWS[feature]
    return "later" in path(flow, answered(flow, **said), context)  # type: ignore[arg-type]


def test_is_looks_at_the_one_choice() -> None:
    assert comes("is", school="abroad")
    assert not comes("is", school="here")
    assert not comes("is")


def test_has_looks_among_many() -> None:
    assert comes("has", needs=("dutch", "bus"))
    assert not comes("has", needs=("dutch",))


def test_in_is_one_of_several() -> None:
    assert comes("in", school="here")
    assert not comes("in", school=SKIPPED)


def test_answered_means_that_something_was_said() -> None:
    assert comes("answered", school="here")
    assert not comes("answered", school=SKIPPED)
    assert not comes("answered", school=RATHER_TALK)
    assert not comes("answered")


def test_not_answered_can_be_looked_at_too() -> None:
    flow = a_flow(OPENING, question("later", when={"question": "school", "answered": "false"}))
    assert "later" in path(flow, answered(flow, school=SKIPPED))
    assert "later" not in path(flow, answered(flow, school="here"))


def test_a_fact_is_a_named_question_about_the_answers() -> None:
    assert comes("fact", talent_one="yes", talent_two=SKIPPED, talent_three=SKIPPED)
    assert not comes("fact", talent_one="yes")  # two cards are still to come
    assert not comes("fact", talent_one="yes", talent_two="a_bit", talent_three="yes")


def test_an_organisation_turns_a_switch_on() -> None:
    assert comes("switch", WISHES)
    assert not comes("switch")


def test_all_asks_for_everything_and_any_for_something() -> None:
    assert comes("all", WISHES, school="abroad")
    assert not comes("all", school="abroad")
    assert not comes("all", WISHES)
    assert comes("any", school="abroad")
    assert comes("any", WISHES)
    assert not comes("any")


def test_an_option_is_offered_only_where_its_condition_holds() -> None:
    flow = TINY_FLOWS["option with a condition"]
    abroad = answered(flow, school="abroad", needs=("papers", "bus"))
    assert path(flow, abroad) == ["school", "needs", "timing.papers", "timing.bus"]
    here = {**abroad, **answered(flow, school="here")}
    assert path(flow, here) == ["school", "needs", "timing.bus"]


def test_what_is_off_the_path_is_seen_by_no_condition() -> None:
    flow = TINY_FLOWS["chapter with a condition"]
    said = answered(flow, school="abroad", later="yes")
    assert path(flow, said) == ["school", "later", "last"]
    assert path(flow, {**said, **answered(flow, school="here")}) == ["school"]


def test_a_list_is_answered_when_something_was_told() -> None:
    flow = a_flow(question("told", "entries"), question("later", when={"question": "told", "answered": "true"}))
    assert "later" in path(flow, answered(flow, told__1={"what": "A bus"}))
    assert "later" not in path(flow, answered(flow, told__1=None))
    assert "later" not in path(flow, answered(flow, told__1=SKIPPED))


@pytest.mark.parametrize(("look", "when"), [("is", "yes"), ("has", "yes"), ("in", ["yes"]), ("answered", "true")])
def test_a_repeat_is_looked_at_as_a_whole(look: str, when: object) -> None:
    flow = a_flow(
        NEEDS,
        question("timing", for_each={"question": "needs", "most": 2}),
        question("later", when={"question": "timing", look: when}),
    )
    said = answered(flow, needs=("dutch", "bus"), timing__dutch=SKIPPED)
    assert "later" not in path(flow, said)
    assert "later" in path(flow, {**said, **answered(flow, timing__bus="yes")})


def test_the_path_does_not_depend_on_when_things_were_said() -> None:
    flow = TINY_FLOWS["repeat of many"]
    said = answered(flow, timing__bus="no", needs=("bus", "dutch"), timing__dutch="yes")
    turned = dict(reversed(said.items()))
    assert walk(flow, said).path == walk(flow, turned).path
    assert list(walk(flow, said).heard) == list(walk(flow, turned).heard)
