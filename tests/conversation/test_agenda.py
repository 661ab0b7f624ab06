"""What a client wants to talk about: drawn from what they said, in the order they choose, with topics of their own."""

import pytest

from kompas.conversation.accepting import NOT_OFFERED, NotAccepted, Reply, accept
from kompas.conversation.agenda import DEEDS, OWN, chosen_again, has_room, on_agenda, with_own
from kompas.conversation.answers import SKIPPED, Answer
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.walking import walk
from kompas.conversation.wiping import what_goes
from tests.conversation.talking import a_flow, answered, question, stop_at

NEEDS = question("needs", "many", options="dutch housing bus nothing", none="nothing")
OPTIONS = {"hours": {"text": "Hours"}, "money": {"text": "Money"}}
AGENDA = {"from": {"chosen": "needs"}, "says": "topic/*"}


def agenda(**more: object) -> dict[str, object]:
    return question("agenda", "topics", options=OPTIONS, **AGENDA | more)


FLOW = a_flow(NEEDS, agenda())


def test_the_topics_are_what_somebody_said_would_help_and_a_few_for_everybody() -> None:
    assert list(stop_at(FLOW, "agenda", needs=("bus", "dutch")).options) == ["bus", "dutch", "hours", "money"]
    assert list(stop_at(FLOW, "agenda", needs="nothing").options) == ["hours", "money"]
    assert list(stop_at(FLOW, "agenda").options) == ["hours", "money"]


def test_what_is_left_open_is_on_no_list_and_that_is_an_answer_too() -> None:
    stop = stop_at(FLOW, "agenda", needs="bus")
    assert accept(stop, Reply(fields={"bus": "yes", "hours": "no"})).value == {"bus": "yes", "hours": "no"}
    assert accept(stop, Reply()).value == {}
    assert walk(FLOW, answered(FLOW, needs="bus", agenda={})).next is None


@pytest.mark.parametrize("fields", [{"housing": "yes"}, {"bus": "perhaps"}, {"own_1": "My words"}])
def test_only_what_stands_there_can_be_chosen(fields: dict[str, str]) -> None:
    with pytest.raises(NotAccepted, match=NOT_OFFERED):
        accept(stop_at(FLOW, "agenda", needs="bus"), Reply(fields=fields))


def test_a_topic_goes_with_the_need_it_came_from_and_comes_back_with_it() -> None:
    said = {"bus": "yes", "own_1": "My dog", "hours": "yes"}
    without = walk(FLOW, answered(FLOW, needs="dutch", agenda=said)).heard["agenda"]
    assert without.value == {"own_1": "My dog", "hours": "yes"}
    assert walk(FLOW, answered(FLOW, needs=("dutch", "bus"), agenda=said)).heard["agenda"].value == said


def test_topics_move_up_and_down_and_stay_at_the_ends() -> None:
    topics = {"bus": "yes", "hours": "later", "money": "yes", "own_1": "My dog"}
    assert on_agenda(topics) == ("bus", "money", "own_1")
    assert on_agenda(DEEDS["up"](topics, "own_1")) == ("bus", "own_1", "money")
    assert on_agenda(DEEDS["down"](topics, "bus")) == ("money", "bus", "own_1")
    assert on_agenda(DEEDS["up"](topics, "bus")) == on_agenda(DEEDS["down"](topics, "own_1")) == on_agenda(topics)


def test_a_topic_is_put_off_and_put_on_again_at_the_end() -> None:
    topics = {"bus": "yes", "money": "yes", "own_1": "My dog"}
    off = DEEDS["off"](topics, "bus")
    assert (on_agenda(off), off["bus"]) == (("money", "own_1"), "later")
    assert on_agenda(DEEDS["on"](off, "bus")) == ("money", "own_1", "bus")
    assert "own_1" not in DEEDS["off"](topics, "own_1")


def test_there_is_room_for_five_topics_of_ones_own() -> None:
    topics: dict[str, str] = {"bus": "yes"}
    for _ in OWN:
        assert has_room(topics)
        topics = with_own(topics, "Words")
    assert on_agenda(topics) == ("bus", *OWN)
    assert not has_room(topics)


def test_who_looks_at_the_topics_again_keeps_their_order_and_their_own() -> None:
    before = Answer("given", {"own_1": "My dog", "money": "yes", "bus": "yes"})
    again = chosen_again(before, Answer("given", {"bus": "yes", "hours": "yes", "money": "no"}))
    assert list((again.value or {}).items()) == [
        ("own_1", "My dog"),
        ("money", "no"),
        ("bus", "yes"),
        ("hours", "yes"),
    ]
    assert chosen_again(before, SKIPPED) == SKIPPED


def test_a_need_that_is_wiped_takes_its_topic_along_and_nothing_else() -> None:
    said = answered(FLOW, needs=("bus", "dutch"), agenda={"hours": "yes", "bus": "yes", "own_1": "My dog"})
    going = what_goes(FLOW, said, said, "needs")
    assert going.instead["agenda"] == Answer("given", {"hours": "yes", "own_1": "My dog"})
    assert going.takes(FLOW, "agenda", "bus")
    assert not going.takes(FLOW, "agenda", "hours")
    assert not going.takes(FLOW, "agenda", "own_1")


def test_a_renamed_topic_is_found_under_its_old_name() -> None:
    needs = question("needs", "many", options={"tram": {"text": "Tram", "was": ["bus"]}, "dutch": {"text": "Dutch"}})
    options = {"pay": {"text": "Pay", "was": ["money"]}}
    flow = a_flow(needs, question("agenda", "topics", options=options, **AGENDA))
    old = answered(FLOW, needs=("bus", "dutch"), agenda={"money": "yes", "own_1": "My dog", "bus": "later"})
    assert walk(flow, old).heard["agenda"].value == {"pay": "yes", "own_1": "My dog", "tram": "later"}
    stop = stop_at(flow, "agenda", needs="tram")
    assert accept(stop, Reply(fields={"bus": "yes", "money": "no"})).value == {"tram": "yes", "pay": "no"}


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"says": "topic/it"}, "Each topic is a line"),
        ({"options": {"bus": {"text": "Bus"}}}, "is the name of another topic"),
        ({"options": {"own_1": {"text": "Mine"}}}, "is the name of another topic"),
        ({"options": {"money": {"text": "Money", "says": "money/it"}}}, "leave “says” out"),
        ({"from": {"questions": ["needs"]}}, "drawn from what was chosen in one question"),
        ({"for_each": {"question": "needs", "most": 2}}, "can't be asked again for each"),
        ({"options": {}}, "needs “options”"),
    ],
)
def test_a_slip_in_an_agenda_is_told(more: dict[str, object], sentence: str) -> None:
    with pytest.raises(FlowMistakes, match=sentence):
        a_flow(NEEDS, {**agenda(), **more})
