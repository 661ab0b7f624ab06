"""An answer is a fact: it is stored and comes back as it was."""

import json

import pytest

from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, chosen, given, item_of, question_of

ALL = [SKIPPED, RATHER_TALK, END_OF_LIST, given("yes"), chosen("a", "b"), Answer("given", {"what": "A bus"})]


@pytest.mark.parametrize("answer", ALL, ids=str)
def test_an_answer_comes_back_from_storage_as_it_was(answer: Answer) -> None:
    assert Answer.from_plain(json.loads(json.dumps(answer.to_plain()))) == answer


def test_what_was_chosen_keeps_its_order() -> None:
    assert chosen("b", "a").options == ("b", "a")
    assert given("yes").options == ("yes",)


@pytest.mark.parametrize("answer", [SKIPPED, RATHER_TALK, Answer("skipped", ("a",)), Answer("given", {"what": "A"})])
def test_nothing_was_chosen_where_nothing_was_given(answer: Answer) -> None:
    assert answer.options == ()


def test_a_slot_names_its_question_and_what_it_is_about() -> None:
    assert (question_of("need_timing.dutch"), item_of("need_timing.dutch")) == ("need_timing", "dutch")
    assert (question_of("situation"), item_of("situation")) == ("situation", None)
