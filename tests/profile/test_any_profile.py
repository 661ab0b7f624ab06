"""Whoever somebody is: each answer speaks in one line, and no line speaks of what wasn't said."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.conversation.answers import Answers
from kompas.profile.building import build
from kompas.profile.statements import Profile, Spoken
from tests.conversation.anything import any_answers
from tests.conversation.ours import a_talk, our_flow
from tests.conversation.tiny_flows import TINY_FLOWS

CHANCE = st.integers().map(Random)
FEW = settings(max_examples=25)


def somebodys(chance: Random) -> tuple[Answers, Profile]:
    heard = a_talk(chance).heard
    return heard, build(our_flow(), heard)


def spoken_in(profile: Profile) -> list[Spoken]:
    return [spoken for statement in profile.statements for spoken in statement.evidence]


def was_said(answers: Answers, spoken: Spoken) -> bool:
    answer = answers[spoken.slot]
    if answer.state == "talk":
        return spoken.option is None and not spoken.own_words
    if isinstance(answer.value, dict):
        return spoken.option in answer.value
    return answer.value == spoken.answer if spoken.option is None else spoken.option in answer.options


@FEW
@given(CHANCE)
def test_the_same_answers_give_the_same_profile_in_whatever_order(chance: Random) -> None:
    heard, profile = somebodys(chance)
    slots = list(heard)
    chance.shuffle(slots)
    assert build(our_flow(), heard) == profile
    assert build(our_flow(), {slot: heard[slot] for slot in slots}) == profile


@FEW
@given(CHANCE)
def test_no_answer_stands_under_two_lines(chance: Random) -> None:
    _, profile = somebodys(chance)
    counted = Counter((spoken.slot, spoken.option) for spoken in spoken_in(profile))
    assert [twice for twice, times in counted.items() if times > 1] == []
    assert len(profile.by_id) == len(profile.statements)


@FEW
@given(CHANCE)
def test_a_line_rests_only_on_what_was_said(chance: Random) -> None:
    heard, profile = somebodys(chance)
    assert all(statement.evidence for statement in profile.statements)
    assert [spoken for spoken in spoken_in(profile) if not was_said(heard, spoken)] == []


@FEW
@given(CHANCE)
def test_own_words_are_always_marked_as_own(chance: Random) -> None:
    """And a sentence of ours never is: it would go untranslated."""
    heard, profile = somebodys(chance)
    written = {answer.value for answer in heard.values() if isinstance(answer.value, str)}
    written |= {words for answer in heard.values() if isinstance(answer.value, dict) for words in answer.value.values()}
    told = {spoken.answer for spoken in spoken_in(profile) if spoken.own_words}
    told |= {detail.text for statement in profile.statements for detail in statement.details if detail.own_words}
    assert told <= written
    assert not told & {option.text for one in our_flow().questions.values() for option in one.options.values()}


@FEW
@given(CHANCE)
def test_every_answer_is_in_a_line_unless_it_is_meant_to_say_nothing(chance: Random) -> None:
    """Skipping, "not yet", a half yes that was not picked, "nothing", where a card was shown: see the flow's README."""
    heard, profile = somebodys(chance)
    flow = our_flow()
    told = {(spoken.slot, spoken.option) for spoken in spoken_in(profile)}
    for slot, answer in heard.items():
        question = flow.questions[slot.partition(".")[0]]
        if question.silent:
            continue
        quiet = question.kind == "faces" and flow.scales[str(question.scale)].says_from > 0
        if answer.state == "talk" and not question.for_each:
            assert (slot, None) in told
        for option in answer.options if not quiet and question.kind != "text" else ():
            assert (slot, option) in told or option == question.none


@given(st.data())
def test_any_answers_give_a_profile(data: st.DataObject) -> None:
    """Answers are handed in as they are; strange ones say nothing, and nothing breaks."""
    flow = TINY_FLOWS[data.draw(st.sampled_from(sorted(TINY_FLOWS)))]
    answers = data.draw(any_answers(flow))
    profile = build(flow, answers)
    assert build(flow, dict(reversed(answers.items()))) == profile
    assert {spoken.slot for spoken in spoken_in(profile)} <= answers.keys()
