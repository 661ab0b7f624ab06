"""What a client says of what was worked out for them."""

from kompas.conversation.answers import SKIPPED, Answer, given
from kompas.conversation.beside import BESIDE
from kompas.conversation.checking import KEPT_FOR
from kompas.conversation.own_word import NOT_RIGHT, RIGHT, SLOTS, put_aside, word_on_hint
from kompas.conversation.walking import walk
from kompas.profile.building import build
from kompas.profile.heard import hear
from tests.conversation.ours import our_flow

SAID = {
    "not_for_me": Answer("given", {"a-bus": "dislike", "a-bakery": ""}),
    "hint": Answer("given", {"make_room": RIGHT}),
    "own_view": Answer("given", {"own/1": "", "strength/helping": "I did this for years."}),
}


def test_work_stays_put_aside_in_the_order_in_which_it_was() -> None:
    assert list(put_aside(SAID)) == ["a-bus", "a-bakery"]
    assert put_aside({}) == put_aside({"not_for_me": SKIPPED}) == put_aside({"not_for_me": given("a-bus")}) == {}


def test_right_is_said_of_one_hint_alone() -> None:
    assert word_on_hint(SAID, "make_room") == RIGHT
    assert word_on_hint(SAID, "make_a_plan") == ""
    assert word_on_hint({"hint": Answer("given", {"make_room": NOT_RIGHT})}, "at_the_wheel") == ""


def test_a_hint_that_they_chose_holds_whatever_the_answers_give() -> None:
    own = {"hint": Answer("given", {"make_room": "make_a_plan"})}
    assert word_on_hint(own, "make_room") == word_on_hint(own, "at_the_wheel") == "make_a_plan"


def test_no_path_no_line_and_no_rule_hears_it() -> None:
    flow = our_flow()
    assert walk(flow, SAID).heard == {}
    assert build(flow, SAID).statements == ()
    assert hear(flow, SAID).given == frozenset()
    assert set(KEPT_FOR) == {BESIDE, *SLOTS}
    assert not KEPT_FOR.keys() & flow.questions.keys()
