"""The moment of sharing is kept whole, and taking back takes away and never adds."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import release
from kompas.casework.versions import (
    answers_of_version,
    profile_of,
    sentences_of,
    talk_about,
    without,
    wording_of,
    write_down,
)
from kompas.conversation.answers import Answer
from kompas.conversation.flow import Flow
from tests.conversation.talking import Said, a_flow, answered, chapter, question

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FLOW = a_flow(
    chapter("helps", question("needs", "many", options="dutch childcare bus"), part="helps"),
    chapter("next", question("words", "text"), question("told", "entries"), part="next"),
)
SHARE_ALL = {"needs/dutch": "share", "needs/childcare": "share", "words/it": "share", "told/1": "share"}


def shared(flow: Flow = FLOW, choices: dict[str, str] = SHARE_ALL, **said: Said) -> ProfileVersion:
    released = release(flow, answered(flow, **said), choices)
    wording = {"nl": {sentence: f"nl: {sentence}" for sentence in sentences_of(released)}}
    return write_down(1, NOW, flow, released, choices, wording)


def through_storage(version: ProfileVersion) -> ProfileVersion:
    shown = json.loads(json.dumps(version.shown, sort_keys=True))
    return replace(version, shown=shown)


def test_a_version_is_read_back_as_the_profile_it_was() -> None:
    said = answered(FLOW, needs=("childcare", "dutch"), words="I sing.", told__1={"what": "A bus"})
    choices = SHARE_ALL | {"needs/childcare": "talk"}
    released = release(FLOW, said, choices)
    version = through_storage(write_down(3, NOW, FLOW, released, choices, {"nl": {"dutch": "Nederlands"}}))
    assert profile_of(version) == released.profile
    assert answers_of_version(version) == released.answers
    assert talk_about(version) == ("helps",)
    assert wording_of(version) == {"nl": {"dutch": "Nederlands"}}
    assert (version.round, version.flow_id, version.flow_version) == (3, FLOW.id, FLOW.version)


def test_first_names_are_kept_with_what_was_renamed() -> None:
    flow = a_flow(question("time", was=["hours"]))
    version = through_storage(shared(flow, {"time/it": "share"}, time="yes"))
    assert profile_of(version) == release(flow, answered(flow, time="yes"), {"time/it": "share"}).profile


def test_a_version_is_the_same_whatever_the_flow_says_today() -> None:
    version = through_storage(shared(needs="dutch"))
    assert [one.name for one in profile_of(version).statements] == ["dutch"]


def test_taking_a_line_back_leaves_the_others() -> None:
    version = shared(needs=("dutch", "childcare"), words="I sing.")
    left = without(FLOW, version, ["needs/childcare"], [])
    assert [one.id for one in left.profile.statements] == ["needs/dutch", "words/it"]
    assert left.answers["needs"] == Answer("given", ("dutch",))


def test_taking_everything_back_leaves_nothing() -> None:
    version = shared(needs="dutch")
    assert without(FLOW, version, ["needs/dutch"], []).empty


def test_a_part_to_talk_about_can_be_taken_back() -> None:
    version = shared(choices={"needs/dutch": "talk", "words/it": "talk"}, needs="dutch", words="I sing.")
    assert talk_about(version) == ("helps", "next")
    assert without(FLOW, version, [], ["helps"]).talk_about == ("next",)


def test_taking_back_uses_the_answers_that_were_released_then() -> None:
    version = shared(needs=("dutch", "childcare"), words="I sing.")
    left = without(FLOW, version, ["needs/childcare"], [])
    assert left.profile.by_id["words/it"].details[0].text == "I sing."


def test_what_is_taken_back_leaves_no_word_behind() -> None:
    version = shared(needs=("dutch", "childcare"))
    left = without(FLOW, version, ["needs/childcare"], [])
    again = write_down(2, NOW, FLOW, left, {}, wording_of(version))
    assert "childcare" not in json.dumps(again.shown)
    assert wording_of(again)["nl"]["dutch"] == "nl: dutch"


def test_the_wording_holds_every_sentence_shown_and_no_own_words() -> None:
    released = release(FLOW, answered(FLOW, needs="dutch", words="I sing."), SHARE_ALL)
    assert set(sentences_of(released)) == {"dutch", "What about needs?", "What about words?"}
