"""The moment of sharing is kept whole, and taking back takes away and never adds."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import release
from kompas.casework.versions import (
    answers_of_version,
    is_whole,
    profile_of,
    sentences_of,
    shows_the_same,
    take_back,
    talk_about,
    whole,
    wiped,
    wording_of,
    write_down,
)
from kompas.conversation.answers import Answer
from kompas.conversation.flow import Flow
from tests.conversation.talking import Said, a_flow, answered, chapter, question

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
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
    left = take_back(version, ["needs/childcare"], [], LATER)
    assert [one.id for one in profile_of(left).statements] == ["needs/dutch", "words/it"]
    assert answers_of_version(left)["needs"] == Answer("given", ("dutch",))
    assert profile_of(left).by_id["words/it"].details[0].text == "I sing."
    assert left.shared_at == LATER


def test_taking_everything_back_leaves_nothing() -> None:
    left = take_back(shared(needs="dutch"), ["needs/dutch"], [], LATER)
    assert (profile_of(left).statements, answers_of_version(left), wording_of(left)) == ((), {}, {"nl": {}})


def test_a_part_is_taken_back_with_its_lines_and_from_the_agenda() -> None:
    version = shared(choices={"needs/dutch": "talk", "needs/childcare": "share"}, needs=("dutch", "childcare"))
    left = take_back(version, [], ["helps"], LATER)
    assert (profile_of(left).statements, talk_about(left)) == ((), ())
    assert left.choices["needs/childcare"] == "keep"


def test_what_is_taken_back_leaves_no_word_behind() -> None:
    left = take_back(shared(needs=("dutch", "childcare")), ["needs/childcare"], [], LATER)
    assert "childcare" not in json.dumps(left.shown)
    assert wording_of(left)["nl"]["dutch"] == "nl: dutch"


def test_what_is_left_keeps_the_words_of_then_whatever_the_conversation_says_today() -> None:
    """No conversation is asked: a question that is gone since stays where it was shared."""
    version = through_storage(shared(needs=("dutch", "childcare")))
    left = take_back(version, ["needs/childcare"], [], LATER)
    assert profile_of(left).by_id["needs/dutch"] == profile_of(version).by_id["needs/dutch"]
    assert (left.flow_id, left.flow_version, left.rules_version) == (FLOW.id, FLOW.version, version.rules_version)


def test_what_is_wiped_is_in_no_version_any_more() -> None:
    version = through_storage(shared(needs=("dutch", "childcare"), words="I sing."))
    left = wiped(version, lambda spoken: spoken.slot == "words", {"words/it"}, ["helps"])
    assert "sing" not in json.dumps([left.shown, left.choices])
    assert [one.id for one in profile_of(left).statements] == ["needs/dutch", "needs/childcare"]
    assert (is_whole(version), is_whole(left), is_whole(whole(left, LATER))) == (True, False, True)


def test_wiping_what_was_kept_changes_nothing_that_others_see() -> None:
    version = through_storage(
        shared(choices={"needs/dutch": "share", "words/it": "keep"}, needs="dutch", words="I sing.")
    )
    left = wiped(version, lambda spoken: spoken.slot == "words", {"words/it"}, [])
    assert shows_the_same(version, left)
    assert is_whole(left)
    assert left.choices == {"needs/dutch": "share"}


def test_the_wording_holds_every_sentence_shown_and_no_own_words() -> None:
    released = release(FLOW, answered(FLOW, needs="dutch", words="I sing."), SHARE_ALL)
    assert set(sentences_of(released)) == {"dutch", "What about needs?", "What about words?"}
