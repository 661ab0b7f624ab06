"""What was answered under an old name is understood under the new one, and nothing else is."""

import pytest

from kompas.conversation.accepting import MOVED_ON, NOT_OFFERED, NotAccepted, Reply, accept, in_todays_ids
from kompas.conversation.answers import RATHER_TALK, Answer
from kompas.conversation.flow import Flow
from kompas.conversation.former import first_name, in_todays_words, todays_name, todays_slot
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.walking import walk
from tests.conversation.talking import SCALES, Content, a_flow, answered, as_written, question, stop_at
from tests.conversation.tiny_flows import CARDS, DECK, NEEDS

FIELDS = {
    "kind": {"kind": "one", "ask": "What was it?", "options": {"work": {"text": "Work"}}},
    "what": {"kind": "text", "ask": "What did you do?"},
}


def option(text: str, *was: str) -> Content:
    return {"text": text, "was": list(was)}


def timing(*was: str, source: str = "wants") -> Content:
    return question("when", for_each={"question": source, "most": 2}, was=list(was))


BEFORE = a_flow(NEEDS, timing(source="needs"))
AFTER = a_flow(
    question("wants", "many", options={"language": option("Dutch", "dutch"), "bus": option("Bus")}, was=["needs"]),
    timing(),
)


def test_a_renamed_question_keeps_its_answer() -> None:
    flow = a_flow(question("time", was=["hours"]))
    assert walk(flow, {"hours": Answer("given", "yes")}).heard == answered(flow, time="yes")
    assert walk(flow, {"hours": RATHER_TALK}).heard == {"time": RATHER_TALK}


def test_a_renamed_option_stays_chosen_in_its_place() -> None:
    said = answered(BEFORE, needs=("bus", "dutch", "housing"))
    assert walk(AFTER, said).heard["wants"].options == ("bus", "language")


def test_a_repeat_stays_with_the_choice_it_was_about() -> None:
    said = answered(BEFORE, needs=("bus", "dutch"), when__dutch="yes", when__bus="no")
    heard = walk(AFTER, said).heard
    assert (heard["when.language"].value, heard["when.bus"].value) == ("yes", "no")


def test_a_renamed_card_stays_picked_with_what_was_asked_about_it() -> None:
    top = question("top", "pick", **{"from": DECK}, most=2)
    shown = question("shown", "text", for_each={"question": "top", "most": 2})
    said = answered(
        a_flow(*CARDS, top, shown),
        talent_one="yes",
        talent_two="yes",
        top=("talent_two", "talent_one"),
        shown__talent_two="So",
    )
    helping = question("talent_helping", "faces", was=["talent_two"])
    deck = {"questions": ["talent_one", "talent_helping"]}
    flow = a_flow(CARDS[0], helping, question("top", "pick", **{"from": deck}, most=2), shown)
    heard = walk(flow, said).heard
    assert heard["top"].options == ("talent_helping", "talent_one")
    assert heard["shown.talent_helping"].value == "So"


def test_what_was_told_in_a_renamed_field_stays_told() -> None:
    fields = {
        "sort": FIELDS["kind"] | {"options": {"job": option("Work", "work")}, "was": ["kind"]},
        "words": FIELDS["what"] | {"was": ["what"]},
    }
    flow = a_flow(question("past", "entries", fields=fields, was=["told"]))
    told = {"told.1": Answer("given", {"kind": "work", "what": "work"})}
    assert walk(flow, told).heard["past.1"].value == {"sort": "job", "words": "work"}


def test_a_step_of_a_scale_can_be_renamed_for_all_that_use_it() -> None:
    agree = SCALES["agree"]["options"]
    options = {"surely": agree["yes"] | {"was": ["yes"]}, "a_bit": agree["a_bit"], "not": agree["not"]}
    flow = a_flow(*CARDS, scales=SCALES | {"agree": {"options": options}})
    said = {"talent_one": Answer("given", "yes"), "talent_two": Answer("given", "not")}
    assert {slot: one.value for slot, one in walk(flow, said).heard.items()} == {
        "talent_one": "surely",
        "talent_two": "not",
    }


def test_two_options_that_became_one_are_chosen_once() -> None:
    flow = a_flow(question("times", "many", options={"day": option("Day", "morning", "noon"), "evening": option("E")}))
    assert walk(flow, {"times": Answer("given", ("noon", "evening", "morning"))}).heard["times"].options == (
        "day",
        "evening",
    )


@pytest.mark.parametrize("order", [1, -1])
def test_what_was_said_under_the_youngest_name_counts(order: int) -> None:
    """However they lie in the store: under the new name was answered later."""
    flow = a_flow(question("time", options="a b c", was=["first", "second"]))
    said = {"first": Answer("given", "a"), "second": Answer("given", "b"), "time": Answer("given", "c")}
    by_order = dict(list(said.items())[::order])
    assert in_todays_words(flow, by_order)["time"].value == "c"
    del by_order["time"]
    assert in_todays_words(flow, by_order)["time"].value == "b"


def test_what_was_never_renamed_is_left_as_it_is() -> None:
    said = answered(BEFORE, needs="bus")
    assert in_todays_words(BEFORE, said) is said


@pytest.mark.parametrize("strange", [None, "", "dutch.x", ("dutch", ""), {"dutch": "dutch"}])
def test_strange_answers_are_no_more_than_strange(strange: object) -> None:
    for slot in ("needs", "when.dutch", "when", ".dutch", "", "elsewhere.dutch"):
        walk(AFTER, {slot: Answer("given", strange)})  # type: ignore[arg-type]


def test_names_lead_forward_and_back() -> None:
    assert todays_name(AFTER, "needs.dutch") == "wants.language"
    assert todays_slot(AFTER, "when.dutch") == "when.language"
    assert first_name(AFTER, "wants.language") == "needs.dutch"
    assert first_name(AFTER, "wants.bus") == "needs.bus"
    assert first_name(AFTER, "elsewhere") == "elsewhere"


# --- A page that was opened before ------------------------------------------------------------------------------------


def test_an_old_address_leads_to_the_question_of_today() -> None:
    there = walk(AFTER, answered(AFTER, wants=("bus", "language")))
    assert there.find("needs") is there.find("wants") is not None


def test_an_old_page_answers_by_the_old_names() -> None:
    stop = stop_at(AFTER, "wants")
    assert accept(stop, Reply(choices=("dutch",), about="needs")).options == ("language",)
    assert accept(stop, Reply(choices=("dutch", "language"), about="wants")).options == ("language",)
    repeat = stop_at(AFTER, "when-1", wants=("language",))
    assert accept(repeat, Reply(choices=("yes",), about="when.dutch")) == Answer("given", "yes")


def test_an_old_page_about_another_choice_answers_nothing() -> None:
    with pytest.raises(NotAccepted, match=MOVED_ON):
        accept(stop_at(AFTER, "when-1", wants=("bus",)), Reply(choices=("yes",), about="when.dutch"))


def test_an_option_that_is_gone_is_refused_and_the_others_stay_chosen() -> None:
    stop, reply = stop_at(AFTER, "wants"), Reply(choices=("dutch", "housing"))
    with pytest.raises(NotAccepted, match=NOT_OFFERED):
        accept(stop, reply)
    assert in_todays_ids(stop, reply).choices == ("language", "housing")


def test_an_old_page_of_a_list_tells_by_the_old_names() -> None:
    fields = {
        "sort": FIELDS["kind"] | {"options": {"job": option("Work", "work")}, "was": ["kind"]},
        "words": FIELDS["what"] | {"was": ["what"]},
    }
    stop = stop_at(a_flow(question("past", "entries", fields=fields, was=["told"])), "past-1")
    reply = Reply(fields={"kind": "work", "what": "A bus"}, about="told.1")
    assert accept(stop, reply) == Answer("given", {"sort": "job", "words": "A bus"})
    assert accept(stop, Reply(do="done", fields={"what": "A bus"})) == Answer("given", {"words": "A bus"})


# --- What a content designer can get wrong ----------------------------------------------------------------------------


def complaint(*questions: Content, **more: object) -> str:
    with pytest.raises(FlowMistakes) as found:
        a_flow(*questions, **more)
    (mistake,) = found.value.mistakes
    return str(mistake)


def many(options: Content) -> Content:
    return question("needs", "many", options=options)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ([question("hours", was=["place"]), question("place")], "“place” is in use"),
        ([question("hours", was=["time"]), question("place", was=["time"])], "“hours” was “time” already"),
        ([question("hours", was=["time", "time"])], "“hours” was “time” already"),
        ([many({"a": option("A", "b"), "b": option("B")})], "“b” is in use"),
        ([many({"a": option("A", "c"), "b": option("B", "c")})], "“a” was “c” already"),
        (
            [question("told", "entries", fields=FIELDS | {"more": FIELDS["what"] | {"was": ["kind"]}})],
            "“kind” is in use",
        ),
        ([question("hours", was="time")], "was"),
        ([question("hours", was=["Time"])], "“Time” can't be used here"),
    ],
)
def test_an_old_name_belongs_to_one_thing_that_is_gone(wrong: list[Content], sentence: str) -> None:
    assert sentence in complaint(*wrong)


def test_an_old_name_is_told_with_its_line() -> None:
    written = as_written(question("hours", was=["place"]), question("place"))
    line = next(number for number, text in enumerate(written.splitlines(), start=1) if "was:" in text)
    assert complaint(question("hours", was=["place"]), question("place")).startswith(f"small.yaml:{line}: ")


def test_what_is_retired_became_nothing_else() -> None:
    assert "“time” is retired" in complaint(question("hours", was=["time"]), retired=["time"])
    assert "“needs.b” is retired" in complaint(many({"a": option("A", "b")}), retired=["needs.b"])


def test_an_old_name_on_a_scale_is_told_once() -> None:
    agree = SCALES["agree"]["options"]
    scales: Content = SCALES | {"agree": {"options": {"yes": agree["yes"] | {"was": ["not"]}, "not": agree["not"]}}}
    assert "“not” is in use" in complaint(*CARDS, scales=scales)


def test_conditions_speak_in_names_of_today() -> None:
    later = question("later", when={"question": "needs", "has": "bus"})
    assert "There is no question “needs”" in complaint(question("wants", "many", was=["needs"]), later)


def test_the_same_old_name_may_stand_in_two_questions() -> None:
    two = [question(name, options={"a": option("A", "b")}) for name in ("hours", "place")]
    assert isinstance(a_flow(*two), Flow)
