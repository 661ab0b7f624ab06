"""Who sat beside is a fact of its own: it leads nobody anywhere, and says nothing but who was there."""

from random import Random

from kompas.conversation.answers import Answer, given
from kompas.conversation.beside import ALONE, BESIDE, PAPER, beside_now, on_record, put_on_record, records
from kompas.conversation.walking import walk
from kompas.profile.building import build
from tests.conversation.ours import a_talk, our_flow

HERE = {BESIDE: given("interpreter"), "beside.good_at": Answer("given", {"interpreter": ""})}


def test_no_question_is_called_like_it() -> None:
    assert BESIDE not in our_flow().named


def test_nobody_is_beside_until_somebody_says_so() -> None:
    assert beside_now({}) == ""
    assert beside_now({BESIDE: given("interpreter")}) == "interpreter"
    assert beside_now({BESIDE: given(ALONE)}) == ""
    assert put_on_record({}, "good_at", "") == {}


def test_two_people_in_one_chapter_are_both_kept() -> None:
    then = {**HERE, **put_on_record(HERE, "good_at", "relative")}
    assert on_record(then, "good_at") == {"interpreter": "", "relative": ""}
    assert put_on_record(then, "good_at", "interpreter") == {}
    assert records({**then, **put_on_record(then, "why", PAPER, "Joris")})["why"] == {PAPER: "Joris"}


def test_a_record_kept_and_read_again_is_the_same() -> None:
    kept = HERE["beside.good_at"]
    assert Answer.from_plain(kept.to_plain()) == kept


def test_the_path_and_what_is_heard_are_the_same_whoever_sat_there() -> None:
    for seed in range(20):
        alone = a_talk(Random(seed))
        said = dict(alone.heard)
        walked = walk(our_flow(), {**said, **HERE})
        assert (walked.path, walked.heard) == (alone.path, alone.heard)
        assert build(our_flow(), {**said, **HERE}) == build(our_flow(), said)
        assert walked.beside == HERE
