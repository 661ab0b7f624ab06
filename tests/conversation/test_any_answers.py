"""Whatever somebody said, in whatever version of the conversation: there is a way on, and nothing said is lost."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kompas.conversation.accepting import NotAccepted, accept
from kompas.conversation.agenda import OWN
from kompas.conversation.answers import Answer, Answers
from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.conversation.walking import LONGEST_LIST, Walk, walk
from tests.conversation.anything import CONTEXTS, any_answer, any_answers, any_reply
from tests.conversation.talking import skips, somebody, talk_through
from tests.conversation.tiny_flows import TINY_FLOWS

FLOWS = st.sampled_from(sorted(TINY_FLOWS))


@st.composite
def walked(draw: st.DrawFn) -> tuple[Flow, Answers, Context, Walk]:
    flow = TINY_FLOWS[draw(FLOWS)]
    answers, context = draw(any_answers(flow)), draw(CONTEXTS)
    return flow, answers, context, walk(flow, answers, context)


@given(walked())
def test_every_walk_ends(case: tuple[Flow, Answers, Context, Walk]) -> None:
    flow, _, _, there = case
    assert len(there.path) <= len(flow.questions) * LONGEST_LIST
    slots, addresses = [stop.slot for stop in there.path], [stop.address for stop in there.path]
    assert len(set(slots)) == len(slots)
    assert len(set(addresses)) == len(addresses)


@given(walked())
def test_whoever_skips_the_rest_reaches_the_end(case: tuple[Flow, Answers, Context, Walk]) -> None:
    flow, answers, context, _ = case
    assert talk_through(flow, skips, context, answers).next is None


@given(walked(), st.integers())
def test_whoever_answers_the_rest_reaches_the_end(case: tuple[Flow, Answers, Context, Walk], chance: int) -> None:
    flow, answers, context, _ = case
    assert talk_through(flow, somebody(Random(chance)), context, answers).next is None


@given(walked(), st.data())
def test_a_changed_answer_that_is_changed_back_loses_nothing(
    case: tuple[Flow, Answers, Context, Walk], data: st.DataObject
) -> None:
    flow, answers, context, before = case
    assume(before.heard)
    slot = data.draw(st.sampled_from(sorted(before.heard)))
    meanwhile = {**answers, slot: data.draw(any_answer(flow))}
    walk(flow, meanwhile, context)
    after = walk(flow, {**meanwhile, slot: answers[slot]}, context)
    assert (after.path, after.heard) == (before.path, before.heard)


@given(walked(), st.data())
def test_a_changed_answer_touches_nothing_that_came_before_it(
    case: tuple[Flow, Answers, Context, Walk], data: st.DataObject
) -> None:
    """Conditions look back only. A list is asked as a whole, so what comes before it is what counts."""
    flow, answers, context, before = case
    assume(before.path)
    changed = data.draw(st.sampled_from(before.path))
    after = walk(flow, {**answers, changed.slot: data.draw(any_answer(flow))}, context)
    first = next(place for place, stop in enumerate(before.path) if stop.question is changed.question)
    assert after.path[:first] == before.path[:first]
    assert [after.heard.get(stop.slot) for stop in after.path[:first]] == [
        before.heard.get(stop.slot) for stop in before.path[:first]
    ]


@given(walked())
def test_what_is_off_the_path_changes_nothing(case: tuple[Flow, Answers, Context, Walk]) -> None:
    flow, answers, context, there = case
    on_the_path = {slot: answer for slot, answer in answers.items() if slot in {stop.slot for stop in there.path}}
    again = walk(flow, on_the_path, context)
    assert (again.path, again.heard) == (there.path, there.heard)


@given(walked(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_is_of_no_matter(case: tuple[Flow, Answers, Context, Walk], chance: Random) -> None:
    flow, answers, context, there = case
    slots = list(answers)
    chance.shuffle(slots)
    again = walk(flow, {slot: answers[slot] for slot in slots}, context)
    assert again.path == there.path
    assert list(again.heard.items()) == list(there.heard.items())


@given(walked())
def test_only_questions_on_the_path_are_found(case: tuple[Flow, Answers, Context, Walk]) -> None:
    flow, answers, _, there = case
    on_the_path = {stop.address for stop in there.path}
    for address in {*flow.questions, *answers, *(f"{name}-1" for name in flow.questions)} - on_the_path:
        assert there.find(address) is None
    assert {stop.address for stop in there.path if there.find(stop.address) is stop} == on_the_path


@given(walked())
def test_an_address_tells_nothing_of_what_was_chosen(case: tuple[Flow, Answers, Context, Walk]) -> None:
    flow, _, _, there = case
    for stop in there.path:
        name, _, number = stop.address.partition("-")
        assert name in flow.questions
        assert number == "" or number.isdecimal()


@given(walked())
def test_what_was_heard_is_offered_there(case: tuple[Flow, Answers, Context, Walk]) -> None:
    _, _, _, there = case
    for stop in there.path:
        answer = there.heard.get(stop.slot)
        if answer is not None and answer.state == "given" and stop.question.kind == "topics":
            # An agenda with nothing on it is an answer too: "you may leave things open".
            assert isinstance(answer.value, Mapping)
            assert answer.value.keys() <= {*stop.options, *OWN}
        elif answer is not None and stop.options:
            assert set(answer.options) <= stop.options.keys()
            assert answer.state != "given" or answer.options


@given(walked(), st.data())
def test_any_reply_is_an_answer_or_gets_a_sentence(
    case: tuple[Flow, Answers, Context, Walk], data: st.DataObject
) -> None:
    flow, answers, context, there = case
    assume(there.path)
    stop, reply = data.draw(st.sampled_from(there.path)), data.draw(any_reply(flow))
    try:
        answer = accept(stop, reply)
    except NotAccepted as told:
        refusal = told
    else:
        after = walk(flow, {**answers, stop.slot: answer}, context)
        # A list ends before its last entry when that is taken out: by a skip, or by "that is all" in its place.
        an_entry = stop.question.kind == "entries" and isinstance(answer.value, Mapping)
        says_no_more = stop.question.kind == "entries" and not an_entry and answer.state != "talk"
        taken_out = says_no_more and after.find(stop.address) is None
        assert taken_out or after.heard[stop.slot] == answer
        assert Answer.from_plain(answer.to_plain()) == answer
        return
    assert "%" not in refusal.sentence % refusal.values


@pytest.mark.parametrize("feature", TINY_FLOWS)
@given(chance=st.integers())
def test_people_who_only_tap_what_is_offered_are_never_refused(feature: str, chance: int) -> None:
    assert talk_through(TINY_FLOWS[feature], somebody(Random(chance), talkative=1)).next is None
