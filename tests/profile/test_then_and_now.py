"""Then and now, in words: what is told now and wasn't then, and never a grade."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.profile.heard import Heard, hear
from kompas.profile.then_and_now import changes
from tests.conversation.ours import EVERYTHING_ON, a_talk, our_flow
from tests.profile.working import cards, heard, our_rules

THEN = {
    "talent_helping": 2,
    "interest_caring": 1,
    "clarity_of_direction": 0,
    "confidence_fitting_work": 4,
    "needs": ["childcare"],
    "need_timing": {"childcare": "now_first"},
}
CHANCE = st.integers().map(Random)


def since(then: dict[str, object] = THEN, **now: object) -> list[tuple[str, str | None]]:
    return [(one.code, one.about) for one in changes(our_rules(), heard(then), heard({**then, **now}))]


def somebody(chance: Random) -> Heard:
    return hear(our_flow(), a_talk(chance, EVERYTHING_ON).heard)


@settings(max_examples=20, deadline=None)
@given(CHANCE)
def test_nothing_new_is_nothing_said(chance: Random) -> None:
    same = somebody(chance)
    assert changes(our_rules(), same, same) == ()


@settings(max_examples=20, deadline=None)
@given(CHANCE, CHANCE)
def test_it_tells_what_is_told_now_and_rests_on_nothing_else(one: Random, other: Random) -> None:
    """So nothing that got less, was taken back or isn't told any more can be told by it."""
    then, now = somebody(one), somebody(other)
    for change in changes(our_rules(), then, now):
        assert change.because.slots
        assert set(change.because.slots) <= now.given
        assert change.code in our_rules().changes.words
    assert changes(our_rules(), then, Heard()) == ()


def test_what_was_added_is_told() -> None:
    assert since(
        talent_handy=2,
        interest_caring=2,
        clarity_of_direction=2,
        first_step_known=2,
        needs=["childcare", "dutch"],
        need_timing={"childcare": "helped_already"},
    ) == [
        ("new_strength", "handy"),
        ("new_field", "care"),
        ("clarity", None),
        ("plan", None),
        ("new_need", "dutch"),
        ("help_arranged", "childcare"),
    ]


def test_what_got_less_is_not_told() -> None:
    assert since(talent_helping=0, confidence_fitting_work=1, interest_caring=0, needs=[], need_timing=None) == []


def test_a_strength_of_many_that_comes_to_the_front_is_not_new() -> None:
    """Five are shown of the seven that somebody said yes to; which five changes with what they put on top."""
    many = {f"talent_{name}": 2 for name in "cooperating helping contact reliable persevering learning precise".split()}
    assert since(many, talents_top=["talent_precise"]) == []


def test_help_is_arranged_only_where_it_was_wanted() -> None:
    """Whoever never said when may have had the help all along."""
    before = {"needs": ["childcare"]}
    assert since(before, need_timing={"childcare": "helped_already"}) == []
    assert since(before | {"need_timing": {"childcare": "when_working"}}, needs=[]) == []


def test_who_likes_all_work_alike_reads_of_no_work_that_they_like_more() -> None:
    assert since({}, **cards(2)) == []
    assert since({}, **cards(2), fields_liked=["care"]) == [("new_field", "care")]
    assert since(cards(2), **cards(0, caring=2, health=2)) == []
