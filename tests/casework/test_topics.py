"""What somebody wants to talk about, as lines: in their order, and never without the line that a topic follows."""

import pytest

from kompas.casework.sharing import NotYetChosen, decide, release
from kompas.casework.since import since
from kompas.casework.versions import profile_of, take_back, write_down
from kompas.conversation.agenda import OWN
from kompas.conversation.answers import Answers
from kompas.profile.building import build
from kompas.profile.speaking import lines_under
from tests.casework.test_any_sharing import NOW
from tests.conversation.talking import a_flow, answered, chapter, question

FLOW = a_flow(
    chapter("helps", question("needs", "many", options="dutch bus nothing", none="nothing"), part="helps"),
    chapter(
        "agenda",
        question("agenda", "topics", options="hours money", says="topic/*", **{"from": {"chosen": "needs"}}),
        part="agenda",
    ),
)
SAID = answered(
    FLOW, needs=("bus", "dutch"), agenda={"own_1": "My dog", "dutch": "yes", "money": "later", "hours": "yes"}
)
TOPICS = ["topic/own_1", "topic/dutch", "topic/hours"]


def ids(answers: Answers, **choices: str) -> list[str]:
    """What leaves when these lines are shared (`need_dutch="share"`), the topics all of them."""
    chosen = dict.fromkeys(TOPICS, "share") | {name.replace("_", "/", 1): choice for name, choice in choices.items()}
    return [one.id for one in release(FLOW, answers, chosen).profile.statements]


def test_topics_stand_first_in_the_order_of_their_own() -> None:
    lines = build(FLOW, SAID).statements
    assert [one.id for one in lines] == [*TOPICS, "needs/bus", "needs/dutch"]
    assert [one.details[0].text for one in lines if one.details] == ["My dog"]
    assert [one.follows for one in lines[:3]] == ["", "needs/dutch", ""]


def test_a_topic_leaves_only_together_with_the_line_that_it_follows() -> None:
    assert ids(SAID, needs_dutch="share") == [*TOPICS, "needs/dutch"]
    for choice in ("keep", "talk"):
        assert ids(SAID, needs_dutch=choice, needs_bus="share") == ["topic/own_1", "topic/hours", "needs/bus"]


def test_it_is_taken_back_together_with_it() -> None:
    everything = {one.id: "share" for one in build(FLOW, SAID).statements}
    version = write_down(1, NOW, FLOW, release(FLOW, SAID, everything), everything, {})
    left = take_back(version, ["needs/dutch"], [], NOW)
    assert [one.id for one in profile_of(left).statements] == ["topic/own_1", "topic/hours", "needs/bus"]


def test_the_talk_itself_is_not_talked_about_first() -> None:
    profile = build(FLOW, answered(FLOW, agenda={"hours": "yes"}))
    assert decide(profile, {"agenda": "keep"}, {}) == {"topic/hours": "keep"}
    with pytest.raises(NotYetChosen, match="agenda"):
        decide(profile, {"agenda": "talk"}, {})


def test_what_was_put_in_another_order_is_told_and_a_topic_that_was_kept_with_its_need_is_not() -> None:
    choices = {one.id: "share" for one in build(FLOW, SAID).statements} | {"needs/dutch": "keep"}
    version = write_down(1, NOW, FLOW, release(FLOW, SAID, choices), choices, {})
    assert not since(version, build(FLOW, SAID))
    moved = build(FLOW, {**SAID, "agenda": answered(FLOW, agenda={"hours": "yes", "own_1": "My dog"})["agenda"]})
    assert (since(version, moved).reordered, since(version, moved).still) == (True, ())


def test_every_topic_that_can_ever_be_said_is_known_for_who_wipes_the_agenda() -> None:
    every = {
        "topic/dutch",
        "topic/bus",
        "topic/hours",
        "topic/money",
        *(f"topic/{code}" for code in OWN),
        "talk/agenda",
    }
    assert lines_under(FLOW, "agenda").keys() == every
