"""Whoever somebody is: unknown is never a zero, each chapter changes only what it may, and order changes nothing."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.conversation.answers import SKIPPED, Answers, question_of
from kompas.profile.heard import hear
from kompas.profile.worked_out import WorkedOut, work_out
from tests.conversation.anything import any_answer, slots_of
from tests.conversation.ours import EVERYTHING_ON, a_talk, our_flow
from tests.profile.test_rules import because_of
from tests.profile.working import our_occupations, our_rules

CHANCE = st.integers().map(Random)
FEW = settings(max_examples=20, deadline=None)

WORK = {"ranked", "suggested"}
STANDING = {"figures", "step", "hint", "bridge", "suggested"}
MAY_CHANGE = {
    "situation": {"no_statement", "step", "hint", "bridge", "suggested"},
    "talent": {"strengths"},
    "talents": {"strengths"},
    "interest": {"letters", "fields", "flat_pattern", "no_statement", "step", "hint", "bridge", *WORK},
    "experience_fields": {"fields", *WORK},
    "fields_vetoed": {"suggested"},
    "fields_liked": {"suggested"},
    "driver": {"drivers"},
    "drivers": {"drivers", *WORK},
    "wish_place": WORK,
    "wish_company": WORK,
    "wish_movement": WORK,
    "wish_hours": {"suggested"},
    "wish_times": {"suggested", "contact"},
    "assets": {"suggested"},
    "needs": {"needs", *STANDING},
    "needs_top": {"needs", "bridge"},
    "need_timing": {"needs", *STANDING},
    "confidence": {"figures", "step", "hint", "bridge"},
    "clarity": {"figures", "step", "hint", "bridge"},
    "first_step_known": {"figures", "step", "hint", "bridge"},
    "importance": {"figures", "hint"},
    "contact": {"contact"},
    "supporters": {"contact"},
    "own_words": {"contact"},
}
"""By the name of a question, or its beginning: which parts of a profile the rules let it change. Others: none."""


def profile(answers: Answers) -> WorkedOut:
    return work_out(our_rules(), our_occupations(), hear(our_flow(), answers))


def somebodys(chance: Random) -> dict[str, object]:
    return dict(a_talk(chance, EVERYTHING_ON).heard)


def changed(one: WorkedOut, other: WorkedOut) -> set[str]:
    return {part for part in WorkedOut.__dataclass_fields__ if getattr(one, part) != getattr(other, part)}


def may_change(question: str) -> set[str]:
    return MAY_CHANGE.get(question) or MAY_CHANGE.get(question.partition("_")[0], set())


@FEW
@given(CHANCE)
def test_a_skipped_answer_is_as_if_it_was_never_asked(chance: Random) -> None:
    """So it can't count as a zero, nor as anything else."""
    said = somebodys(chance)
    slot = chance.choice(sorted(said))
    without = {name: answer for name, answer in said.items() if name != slot}
    assert profile({**said, slot: SKIPPED}) == profile(without)


@FEW
@given(CHANCE)
def test_a_figure_is_the_mean_of_what_was_answered_and_unknown_without(chance: Random) -> None:
    said = {slot: answer for slot, answer in somebodys(chance).items() if chance.random() < 0.6}
    known, found = hear(our_flow(), said), profile(said)
    for name, of in our_rules().figures.mean_of.items():
        shares = [(known.weights[one] - low) / (high - low) for one, (low, high) in of.items() if one in known.weights]
        figure = found.figures[name]
        assert (figure is None) == (not shares)
        assert figure is None or abs(figure.value - sum(shares) / len(shares)) < 1e-9
    for field, cards in our_rules().interests.by_field.items():
        assert (field in found.fields) == any(card in known.weights for card in cards)


@FEW
@given(CHANCE)
def test_an_answer_changes_only_what_the_rules_say_it_may(chance: Random) -> None:
    """Of two people who differ in one question, the profiles differ in its parts alone."""
    said, other = somebodys(chance), somebodys(chance)
    for question in chance.sample(sorted({question_of(slot) for slot in (*said, *other)}), 8):
        rest = {slot: answer for slot, answer in said.items() if question_of(slot) != question}
        differs = rest | {slot: answer for slot, answer in other.items() if question_of(slot) == question}
        assert changed(profile(said), profile(differs)) <= may_change(question), question


@FEW
@given(CHANCE)
def test_the_same_answers_in_any_order_give_the_same_profile(chance: Random) -> None:
    said = somebodys(chance)
    slots = list(said)
    chance.shuffle(slots)
    assert profile({slot: said[slot] for slot in slots}) == profile(said)


@FEW
@given(CHANCE)
def test_what_is_shown_is_little_varied_and_reasoned(chance: Random) -> None:
    said = somebodys(chance)
    found = profile(said)
    vetoed = hear(our_flow(), said).chosen("fields_vetoed")
    shown = [one.occupation.field for one in found.suggested]
    fitting = {one.occupation.field for one in found.ranked if round(one.value, 1) >= 50} - set(vetoed)
    assert len(shown) <= 6
    assert not set(shown) & set(vetoed)
    assert found.no_statement is None or not shown
    assert all(one.reasons and one.value >= 49.95 for one in found.suggested)
    if shown and len(shown) == 6:
        assert len(set(shown)) >= min(3, len(fitting))


@FEW
@given(CHANCE)
def test_everything_rests_on_answers_that_were_given(chance: Random) -> None:
    said = somebodys(chance)
    for because in because_of(profile(said)):
        assert {slot for slot in because.slots if slot not in said} == set()


@FEW
@given(st.dictionaries(slots_of(our_flow()), any_answer(our_flow()), max_size=25))
def test_any_answers_give_a_profile(answers: Answers) -> None:
    """Strange ones, of another version or of nobody, are not heard, and nothing breaks."""
    assert profile(dict(reversed(answers.items()))) == profile(answers)
