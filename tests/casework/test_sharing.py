"""The client decides, line by line; nothing is chosen for them, and what they keep leaves no trace."""

import pytest

from kompas.casework.sharing import NotYetChosen, decide, release, shareable
from kompas.conversation.answers import RATHER_TALK, Answer
from kompas.profile.building import build
from tests.conversation.talking import a_flow, answered, chapter, question
from tests.conversation.tiny_flows import DECK

FLOW = a_flow(
    chapter(
        "good_at",
        *(question(f"talent_{name}", "faces") for name in ("one", "two", "three")),
        question("top", "pick", **{"from": DECK}, most=2),
        question("shown", options="at_work at_home", for_each={"question": "top", "most": 2}),
        part="good_at",
    ),
    chapter(
        "helps",
        question("needs", "many", options="dutch childcare bus"),
        question("timing", options="now later", for_each={"question": "needs", "most": 3}),
        part="helps",
    ),
    chapter("next", question("important", "stairs", private="true"), question("told", "entries"), part="next"),
)
SAID = answered(
    FLOW,
    talent_one="yes",
    talent_two="a_bit",
    top=("talent_two", "talent_one"),
    shown__talent_two="at_home",
    needs=("childcare", "dutch"),
    timing__childcare="now",
    timing__dutch="later",
    important="5",
    told__1={"what": "A bus"},
    told__2=None,
)
PROFILE = build(FLOW, SAID)
LINES = tuple(one.id for one in shareable(PROFILE).statements)


def test_nothing_is_chosen_beforehand() -> None:
    with pytest.raises(NotYetChosen) as open_:
        decide(PROFILE, {}, {})
    assert open_.value.parts == ("good_at", "helps", "next")


def test_parts_without_a_choice_are_named() -> None:
    with pytest.raises(NotYetChosen) as open_:
        decide(PROFILE, {"good_at": "share", "next": "sometime"}, {})
    assert open_.value.parts == ("helps", "next")


def test_a_part_chosen_as_a_whole_holds_for_its_lines() -> None:
    chosen = decide(PROFILE, {"good_at": "share", "helps": "talk", "next": "keep"}, {})
    assert list(chosen) == list(LINES)
    assert (chosen["talent_one/it"], chosen["needs/dutch"], chosen["told/1"]) == ("share", "talk", "keep")


def test_line_by_line_each_line_needs_a_choice() -> None:
    parts = {"good_at": "keep", "helps": "lines", "next": "keep"}
    with pytest.raises(NotYetChosen) as open_:
        decide(PROFILE, parts, {"needs/dutch": "share"})
    assert open_.value.parts == ("helps",)
    chosen = decide(PROFILE, parts, {"needs/dutch": "share", "needs/childcare": "keep"})
    assert (chosen["needs/dutch"], chosen["needs/childcare"]) == ("share", "keep")


def test_a_part_that_is_kept_stays_kept_whatever_its_lines_said() -> None:
    parts = {"good_at": "keep", "helps": "keep", "next": "keep"}
    assert set(decide(PROFILE, parts, dict.fromkeys(LINES, "share")).values()) == {"keep"}


def test_nobody_is_asked_about_a_part_that_holds_nothing() -> None:
    assert decide(build(FLOW, {}), {}, {}) == {}


def test_what_is_private_is_never_chosen_and_never_leaves() -> None:
    everything = dict.fromkeys([one.id for one in PROFILE.statements], "share")
    assert "important/it" in everything
    released = release(FLOW, SAID, everything)
    assert "important" not in released.answers
    assert "important/it" not in decide(PROFILE, dict.fromkeys(("good_at", "helps", "next"), "share"), {})


def test_a_shared_line_takes_its_own_answers_along_and_no_others() -> None:
    released = release(FLOW, SAID, {"needs/dutch": "share"})
    assert released.answers == answered(FLOW, needs=("dutch",), timing__dutch="later")
    released = release(FLOW, SAID, {"talent_two/it": "share"})
    assert released.answers == answered(FLOW, talent_two="a_bit", top=("talent_two",), shown__talent_two="at_home")


def test_a_line_without_a_choice_is_kept() -> None:
    assert release(FLOW, SAID, {}).empty


def test_what_is_to_be_talked_about_leaves_the_title_of_its_part_and_nothing_else() -> None:
    released = release(FLOW, SAID, {"needs/dutch": "talk", "needs/childcare": "talk", "told/1": "talk"})
    assert released.talk_about == ("helps", "next")
    assert released.answers == {}
    assert not released.empty


def test_of_an_entry_only_what_its_line_shows_leaves() -> None:
    """An older conversation may have asked more; what nobody sees in the line is not shared with it."""
    told = SAID | {"told.1": Answer("given", {"what": "A bus", "why_i_left": "A boss"})}
    assert release(FLOW, told, {"told/1": "share"}).answers == answered(FLOW, told__1={"what": "A bus"})


def test_a_need_that_is_kept_keeps_what_was_said_about_it() -> None:
    said = SAID | {"timing.dutch": RATHER_TALK}
    lines = [one.id for one in build(FLOW, said).statements]
    released = release(FLOW, said, dict.fromkeys(lines, "share") | {"needs/dutch": "keep"})
    assert not [slot for slot in released.answers if "dutch" in slot]


def test_what_stands_apart_goes_by_a_choice_of_its_own_and_never_says_how_urgent_it_is() -> None:
    flow = a_flow(
        question("needs", "many", options={"dutch": {"text": "Dutch"}, "pace": {"text": "A pace", "apart": True}}),
        question("timing", options="now later", for_each={"question": "needs", "most": 3}),
        question("wishes", "many", options="breaks quiet", apart=True),
    )
    said = answered(flow, needs=("pace", "dutch"), timing__pace="now", timing__dutch="now", wishes=("quiet",))
    profile = build(flow, said)
    assert decide(profile, {"about": "share"}, {}) == {
        "needs/dutch": "share",
        "needs/pace": "keep",
        "wishes/quiet": "keep",
    }
    one_by_one = decide(profile, {"about": "lines"}, dict.fromkeys(profile.by_id, "share"))
    released = release(flow, said, one_by_one)
    assert released.answers == answered(flow, needs=("pace", "dutch"), timing__dutch="now", wishes=("quiet",))
