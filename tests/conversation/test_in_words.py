"""What was answered can be read in words, wherever it stands: also what nobody asks any more."""

import pytest

from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, chosen, given
from kompas.conversation.in_words import asked, in_words
from tests.conversation.ours import our_flow

FLOW = our_flow()

WORDS = [
    ("needs", chosen("childcare", "dutch"), ["Someone to look after my children", "Better Dutch"]),
    ("talents_top", chosen("talent_helping"), ["Helping"]),
    ("own_words", given("I sing."), ["I sing."]),
    ("needs", chosen("gone_for_long"), ["gone_for_long"]),
    ("gone_for_long", given("yes"), ["yes"]),
    ("needs", SKIPPED, []),
    ("needs", RATHER_TALK, []),
    ("told_more.2", END_OF_LIST, []),
]


@pytest.mark.parametrize(("slot", "answer", "words"), WORDS)
def test_an_answer_is_told_in_the_words_of_its_screen(slot: str, answer: Answer, words: list[str]) -> None:
    assert [one.text for one in in_words(FLOW, slot, answer)] == words


def test_own_words_are_marked_so_that_nobody_translates_them() -> None:
    record = Answer("given", {"kind": "at_home", "what": "My grandmother"})
    assert [(one.text, one.own) for one in in_words(FLOW, "told_more.1", record)][1] == ("My grandmother", True)


def test_an_agenda_names_what_is_to_be_talked_about_in_their_order() -> None:
    agenda = Answer("given", {"own_1": "My bicycle", "dutch": "yes", "hours": "no"})
    assert in_words(FLOW, "agenda", agenda)[0].text == "My bicycle"
    assert len(in_words(FLOW, "agenda", agenda)) == 2


def test_what_was_asked_for_each_choice_says_which_one() -> None:
    assert asked(FLOW, "need_timing.childcare")[0] == "Someone to look after my children"
    assert len(asked(FLOW, "needs")) == 1
    assert asked(FLOW, "beside.work") == ()
