"""What the answers say: nothing more, nothing twice, and always with what it rests on."""

from kompas.casework.sharing import shareable
from kompas.conversation.answers import RATHER_TALK, SKIPPED, Answer
from kompas.conversation.flow import Flow
from kompas.conversation.walking import walk
from kompas.profile.building import RATHER_TALK as RATHER_TALK_WORDS
from kompas.profile.building import build
from kompas.profile.statements import Profile
from tests.conversation.talking import Said, a_flow, answered, chapter, question
from tests.conversation.tiny_flows import DECK, NEEDS, TINY_FLOWS

TALENTS = a_flow(
    *(question(f"talent_{name}", "faces", says=f"strength/{name}", name=name) for name in ("one", "two", "three")),
    question("top", "pick", **{"from": DECK}, most=2),
    question("shown", options="at_work at_home", for_each={"question": "top", "most": 2}),
)
TIMED_NEEDS = a_flow(NEEDS, question("timing", options="now later", for_each={"question": "needs", "most": 3}))


def profile(flow: Flow, **said: Said) -> Profile:
    return build(flow, answered(flow, **said))


def lines(flow: Flow, **said: Said) -> dict[str, list[str]]:
    """The words beside the name of each line, by its id, in order."""
    return {one.id: [detail.text for detail in one.details] for one in profile(flow, **said).statements}


def test_nothing_said_is_nothing_known() -> None:
    assert lines(TALENTS) == {}


def test_a_skipped_answer_says_nothing() -> None:
    assert lines(TALENTS, talent_one=SKIPPED, top=SKIPPED) == {}


def test_a_yes_is_a_strength_by_itself() -> None:
    assert lines(TALENTS, talent_one="yes") == {"strength/one": []}


def test_not_yet_says_nothing() -> None:
    assert lines(TALENTS, talent_one="not") == {}


def test_not_yet_is_not_told_even_below_a_card_that_was_put_on_top() -> None:
    flow = a_flow(
        question("talent_one", "faces"),
        question("top", "pick", **{"from": {"questions": ["talent_one"], "weight": 0}}, most=1),
    )
    (statement,) = profile(flow, talent_one="not", top="talent_one").statements
    assert [spoken.slot for spoken in statement.evidence] == ["top"]


def test_a_half_yes_counts_only_below_a_pick() -> None:
    assert lines(TALENTS, talent_one="a_bit") == {}
    picked = profile(TALENTS, talent_one="a_bit", top="talent_one")
    assert [spoken.answer for spoken in picked.by_id["strength/one"].evidence] == ["a_bit", "one"]


def test_what_was_put_on_top_comes_first_in_the_order_chosen() -> None:
    found = profile(TALENTS, talent_one="yes", talent_two="yes", talent_three="yes", top=("talent_three", "talent_two"))
    assert [one.id for one in found.statements] == ["strength/three", "strength/two", "strength/one"]
    assert [one.top for one in found.statements] == [True, True, False]


def test_a_strength_tells_where_it_was_shown() -> None:
    found = lines(TALENTS, talent_one="yes", talent_two="yes", top=("talent_two",), shown__talent_two="at_work")
    assert found == {"strength/two": ["at_work"], "strength/one": []}


def test_where_it_was_shown_says_nothing_without_the_strength() -> None:
    assert lines(TALENTS, shown__talent_two="at_work") == {}


def test_each_need_is_a_line_with_when_help_is_wanted() -> None:
    found = lines(TIMED_NEEDS, needs=("bus", "dutch"), timing__dutch="now")
    assert found == {"needs/bus": [], "needs/dutch": ["now"]}


def test_needing_nothing_says_nothing() -> None:
    assert lines(TIMED_NEEDS, needs="nothing") == {}


def test_one_choice_is_told_beside_the_name_of_its_line() -> None:
    assert lines(TINY_FLOWS["one"], hours="yes") == {"hours/it": ["yes"]}


def test_own_words_are_marked_as_own() -> None:
    (statement,) = profile(TINY_FLOWS["text"], words="I sing.").statements
    assert [(detail.text, detail.own_words) for detail in statement.details] == [("I sing.", True)]
    assert [(spoken.answer, spoken.own_words) for spoken in statement.evidence] == [("I sing.", True)]


def test_own_words_about_each_choice_stand_in_its_line() -> None:
    found = profile(TINY_FLOWS["repeat of pick"], talent_one="yes", top="talent_one", shown__talent_one="At the market")
    assert [one.id for one in found.statements] == ["talent_one/it"]
    assert found.statements[0].details[-1].text == "At the market"
    assert found.statements[0].details[-1].own_words


def test_each_entry_is_a_line_in_the_order_told() -> None:
    said = {f"told__{number}": {"what": f"Job {number}"} for number in (10, 2, 1)}
    assert lines(TINY_FLOWS["endless entries"], **said) == {
        "told/1": ["Job 1"],
        "told/2": ["Job 2"],
        "told/10": ["Job 10"],
    }


def test_rather_talking_is_a_line_of_its_own_with_the_question() -> None:
    (statement,) = profile(TINY_FLOWS["one"], hours=RATHER_TALK).statements
    assert (statement.kind, statement.name) == ("talk", "What about hours?")
    assert not statement.top


def test_rather_talking_about_a_pick_puts_nothing_on_top() -> None:
    (statement,) = profile(TALENTS, top=RATHER_TALK).statements
    assert not statement.top


def test_rather_talking_about_one_need_stands_with_that_need() -> None:
    """A line of its own would tell which need it is about, also when that need is kept."""
    found = lines(TIMED_NEEDS, needs=("bus", "dutch"), timing__dutch=RATHER_TALK)
    assert found == {"needs/bus": [], "needs/dutch": [RATHER_TALK_WORDS]}


def test_lines_come_in_the_order_of_the_six_parts() -> None:
    flow = a_flow(
        chapter("last", question("step"), part="next"),
        chapter("middle", question("place"), part="how"),
        chapter("first", question("talent", "faces"), part="good_at"),
    )
    found = profile(flow, step="yes", place="yes", talent="yes")
    assert found.parts == ("good_at", "how", "next")
    assert [one.part for one in found.statements] == ["good_at", "how", "next"]


def test_what_is_private_never_leaves() -> None:
    flow = a_flow(question("important", "stairs", private="true"), question("hours"))
    for said in ("5", RATHER_TALK):
        found = profile(flow, important=said, hours="yes")
        assert len(found.statements) == 2
        assert [one.id for one in shareable(found).statements] == ["hours/it"]


def test_an_answer_that_the_flow_no_longer_knows_says_nothing() -> None:
    flow = TINY_FLOWS["one"]
    assert build(flow, {"gone": Answer("given", "yes"), "hours": Answer("given", "gone")}).statements == ()


def test_an_answer_where_none_is_asked_says_nothing() -> None:
    once, each = TINY_FLOWS["one"], TIMED_NEEDS
    assert build(once, {"hours.yes": Answer("given", "yes")}).statements == ()
    assert build(each, {"timing": Answer("given", "now")}).statements == ()
    assert build(TINY_FLOWS["entries"], {"told.x": Answer("given", {"what": "A bus"})}).statements == ()


def test_what_a_line_rests_on_can_be_compared() -> None:
    then = profile(TIMED_NEEDS, needs="dutch", timing__dutch="now").by_id["needs/dutch"]
    same = profile(TIMED_NEEDS, timing__dutch="now", needs=("bus", "dutch")).by_id["needs/dutch"]
    other = profile(TIMED_NEEDS, needs="dutch", timing__dutch="later").by_id["needs/dutch"]
    assert then.ground == same.ground != other.ground


def test_a_better_wording_rests_on_the_same_and_other_own_words_do_not() -> None:
    plain = question("hours", options={"yes": {"text": "Yes"}})
    bettered = question("hours", options={"yes": {"text": "Yes, please"}})
    then, now = (profile(a_flow(one), hours="yes").statements[0] for one in (plain, bettered))
    assert then.ground == now.ground
    sings, swims = (profile(TINY_FLOWS["text"], words=words).statements[0] for words in ("I sing", "I swim"))
    assert sings.ground != swims.ground


# --- What was renamed since -------------------------------------------------------------------------------------------


def test_a_line_that_was_confirmed_stays_the_same_line_when_ids_are_renamed() -> None:
    """Id and ground are what verdicts are compared by; a new name for the same answer is no change of mind."""
    needs = question("needs", "many", options="dutch bus")
    timing = question("timing", for_each={"question": "needs", "most": 2})
    before = a_flow(needs, timing, question("words", "text", says="own/1"))
    language = {"language": {"text": "dutch", "was": ["dutch"]}, "bus": {"text": "bus"}}
    wants = question("wants", "many", options=language, says="needs/*", was=["needs"])
    moment = question("moment", for_each={"question": "wants", "most": 2}, was=["timing"])
    after = a_flow(wants, moment, question("own", "text", says="own/1", was=["words"]))
    said = answered(before, needs=("bus", "dutch"), timing__dutch="yes", words="I sing.")
    then, now = build(before, said).by_id, build(after, said).by_id
    assert now.keys() == then.keys() == {"needs/bus", "needs/dutch", "own/1"}
    assert {name: one.ground for name, one in now.items()} == {name: one.ground for name, one in then.items()}
    assert {spoken.slot for spoken in now["needs/dutch"].evidence} == {"wants", "moment.language"}
    assert build(after, walk(after, said).heard).by_id == now


def test_what_one_would_rather_talk_about_stays_the_same_line_too() -> None:
    said = {"hours": RATHER_TALK}
    (then,) = build(a_flow(question("hours")), said).statements
    (now,) = build(a_flow(question("time", was=["hours"])), said).statements
    assert (now.id, now.ground) == (then.id, then.ground)


def test_a_renamed_answer_that_was_changed_rests_on_something_else() -> None:
    flow = a_flow(question("time", options={"little": {"text": "Few", "was": ["few"]}, "many": {"text": "Many"}}))
    few, many = (build(flow, answered(flow, time=one)).statements[0] for one in ("little", "many"))
    assert (few.id, few.ground) != (many.id, many.ground)
