"""500 people by chance walk the conversation that Kompas ships: all arrive, and between them they see all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

import pytest

from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, Answer, chosen, given
from kompas.conversation.walking import Walk, walk
from kompas.profile.building import build
from tests.conversation.ours import EVERYTHING_ON, a_talk, our_flow
from tests.conversation.talking import NO_CONTEXT, path, skips, talk_through

PEOPLE = 500

KINDS = frozenset(
    """asset clarity confidence contact driver entry experience importance interest language liked need own plan
    schooling situation step story strength supporter time topic veto well wish workplace""".split()
)
"""The kinds of line that screens, letters and later the rules know. `talk` is made by the profile itself."""


@dataclass
class Seen:
    """What came by in all the walks together."""

    walks: list[Walk] = field(default_factory=list)
    questions: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    said: set[tuple[str, str]] = field(default_factory=set)


@pytest.fixture(scope="module")
def seen() -> Seen:
    found = Seen()
    for number in range(PEOPLE):
        walked = a_talk(Random(number), EVERYTHING_ON if number % 2 else NO_CONTEXT)
        found.walks.append(walked)
        for stop in walked.path:
            name = stop.question.id
            found.questions.add(name)
            found.offered |= {(name, option) for option in stop.options}
            answer = walked.heard[stop.slot]
            spoken_of = answer.value if isinstance(answer.value, Mapping) else answer.options
            found.said |= {(name, option) for option in spoken_of if stop.options}
    return found


def test_everybody_arrives(seen: Seen) -> None:
    assert [walked for walked in seen.walks if walked.next is not None] == []


def test_every_question_is_asked_of_somebody(seen: Seen) -> None:
    assert seen.questions == our_flow().questions.keys()


def test_every_option_is_offered_to_and_chosen_by_somebody(seen: Seen) -> None:
    flow = our_flow()
    there = {(name, option) for name, one in flow.questions.items() for option in flow.options_of(one)}
    there |= {(name, card) for name, one in flow.questions.items() if one.cards for card in one.cards.questions}
    assert there - seen.offered == set()
    assert there - seen.said == set()


def test_every_kind_of_line_is_known_and_said_by_somebody(seen: Seen) -> None:
    said = {one.kind for walked in seen.walks for one in build(our_flow(), walked.heard).statements}
    assert said - {"talk"} == KINDS


def test_nobody_is_asked_more_than_there_is(seen: Seen) -> None:
    for walked in seen.walks:
        asked = [stop.question.id for stop in walked.path]
        assert [stop.question.id for stop in walked.in_chapter("helps")].count("need_timing") <= 3
        assert asked.count("talents_shown") <= 3
        assert len(walked.path) <= len(our_flow().questions) + 2 * 2 + 20 + 9


def test_two_needs_first_leave_four_questions_and_the_way_on_at_the_end(seen: Seen) -> None:
    for walked in seen.walks:
        timed = [stop.slot for stop in walked.in_chapter("helps") if stop.question.id == "need_timing"]
        first = sum(walked.heard[slot].value == "now_first" for slot in timed)
        rather_talks = walked.heard["situation"] == RATHER_TALK
        assert len(walked.in_chapter("next_step")) == (1 if rather_talks else 5 if first >= 2 else 10)


def test_whoever_would_rather_talk_meets_only_talents_and_contact(seen: Seen) -> None:
    rather = [walked for walked in seen.walks if walked.heard["situation"] == RATHER_TALK]
    assert rather
    for walked in rather:
        assert [chapter.id for chapter in walked.chapters] == ["about_you", "good_at", "next_step"]
        assert [stop.slot for stop in walked.in_chapter("about_you")] == ["situation"]
        assert [stop.slot for stop in walked.in_chapter("next_step")] == ["contact_wishes"]


def test_changing_the_first_answer_brings_everything_back() -> None:
    """Somebody who would rather talk and then thinks again finds all they said."""
    flow, before = our_flow(), a_talk(Random(7), answers={"situation": given("looking_now")})
    talks = {**before.heard, "situation": RATHER_TALK}
    assert len(walk(flow, talks).path) < len(before.path)
    assert walk(flow, {**talks, "situation": given("looking_now")}).heard == before.heard


def test_whoever_stops_halfway_can_skip_to_the_end() -> None:
    flow = our_flow()
    for number in range(20):
        chance = Random(number)
        whole = a_talk(chance).heard
        half = {slot: answer for slot, answer in whole.items() if chance.random() < 0.5}
        assert talk_through(flow, skips, answers=half).next is None


def test_what_is_told_more_grows_one_by_one_to_twenty() -> None:
    flow = our_flow()
    many = {f"told_more.{number}": Answer("given", {"kind": "paid_work"}) for number in range(1, 25)}
    assert len([slot for slot in path(flow, many) if slot.startswith("told_more.")]) == 20
    ended = {**many, "told_more.3": END_OF_LIST}
    assert len([slot for slot in path(flow, ended) if slot.startswith("told_more.")]) == 3


def test_papers_are_asked_about_only_after_school_elsewhere(seen: Seen) -> None:
    for walked in seen.walks:
        school = walked.heard.get("schooling")
        asked = {option for stop in walked.path if stop.slot == "needs" for option in stop.options}
        assert ("papers" in asked) == (school == given("other_country") and "needs" in walked.heard)


def test_a_need_that_is_no_longer_offered_is_no_longer_timed() -> None:
    flow = our_flow()
    abroad = {"schooling": given("other_country"), "needs": chosen("papers", "dutch")}
    assert "need_timing.papers" in path(flow, abroad)
    assert "need_timing.papers" not in path(flow, {**abroad, "schooling": given("primary")})
