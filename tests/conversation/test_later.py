"""What is left for a later chapter, and what comes first of many: asked once, and in its place."""

from kompas.conversation.answers import RATHER_TALK, SKIPPED, chosen
from kompas.conversation.walking import walk
from kompas.profile.building import build
from tests.conversation.talking import Said, answered, path, stop_at
from tests.conversation.tiny_flows import TINY_FLOWS

LATER = TINY_FLOWS["later"]
MANY = TINY_FLOWS["pick of many"]
HERE: dict[str, Said] = {"school": "here", "needs": ("dutch", "bus", "housing"), "first": ("bus",)}


def asked(**said: Said) -> list[str]:
    return path(LATER, answered(LATER, **said))


def test_what_is_left_for_later_is_asked_of_who_goes_on() -> None:
    core = ["school", "needs", "first", "timing.bus", "go_on"]
    assert asked(**HERE) == core
    assert asked(**HERE, go_on="no") == core
    assert asked(**HERE, go_on="yes") == [*core, "late", "either", "timing.dutch", "timing.housing", "last"]


def test_what_was_asked_in_its_own_place_is_asked_once() -> None:
    abroad = asked(**HERE | {"school": "abroad"}, go_on="yes")
    assert abroad.index("either") < abroad.index("needs")
    assert len(abroad) == len(set(abroad))


def test_to_skip_or_rather_talk_is_not_to_go_on() -> None:
    for answer in (SKIPPED, RATHER_TALK):
        assert "late" not in asked(**HERE, go_on=answer)


def test_a_question_that_comes_later_stands_in_the_chapter_that_asks_it() -> None:
    walked = walk(LATER, answered(LATER, **HERE, go_on="yes"))
    assert [stop.slot for stop in walked.in_chapter("more")][:2] == ["late", "either"]
    assert [stop.slot for stop in walked.in_chapter("talk")] == ["school"]
    assert walked.progress(walked.path[-1]).chapter_number == 3


def test_addresses_of_a_repeat_go_on_counting_later() -> None:
    stop = stop_at(LATER, "timing-2", **HERE, go_on="yes")
    assert (stop.slot, stop.chapter.id) == ("timing.dutch", "more")


def test_going_on_and_stopping_again_keeps_what_was_said() -> None:
    said = answered(LATER, **HERE, go_on="yes", late="yes")
    stopped = {**said, **answered(LATER, go_on="no")}
    assert "late" not in walk(LATER, stopped).heard
    assert walk(LATER, {**stopped, **answered(LATER, go_on="yes")}).heard["late"] == said["late"]


def test_of_what_was_chosen_the_first_few_can_be_picked() -> None:
    stop = stop_at(MANY, "first", needs=("housing", "dutch"))
    assert list(stop.options) == ["housing", "dutch"]
    assert (stop.least, stop.most) == (1, 2)
    assert "first" not in path(MANY, answered(MANY, needs="nothing"))


def test_what_was_picked_is_on_top_of_its_own_line() -> None:
    said = answered(MANY, needs=("housing", "dutch", "bus"), first=("bus", "dutch"))
    statements = build(MANY, said).statements
    assert [(one.id, one.top) for one in statements] == [
        ("needs/bus", True),
        ("needs/dutch", True),
        ("needs/housing", False),
    ]


def test_a_choice_that_is_taken_back_is_picked_no_longer() -> None:
    said = answered(MANY, needs=("dutch", "bus"), first=("bus", "dutch"))
    less = {**said, "needs": chosen("dutch")}
    assert walk(MANY, less).heard["first"] == chosen("dutch")


def test_one_is_picked_where_the_flow_says_so() -> None:
    few, some = ({"talent_one": "yes", "talent_two": "not", "talent_three": last} for last in ("not", "a_bit"))
    flow = TINY_FLOWS["just one"]
    assert stop_at(flow, "top", **few).most == 1
    assert (
        stop_at(
            flow,
            "top",
            **some,
        ).most
        == 1
    )
    assert stop_at(flow, "top", **some | {"talent_two": "a_bit"}).most == 2


def test_what_leads_the_way_says_nothing() -> None:
    flow = TINY_FLOWS["silent"]
    for said in ("yes", "no", SKIPPED, RATHER_TALK):
        assert build(flow, answered(flow, go_on=said)).statements == ()
