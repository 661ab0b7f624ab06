"""What counts as an answer; whatever else comes back gets a sentence that says what to do."""

import pytest

from kompas.conversation import accepting
from kompas.conversation.accepting import NotAccepted, Reply, accept
from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer
from tests.conversation.talking import a_flow, question, stop_at
from tests.conversation.tiny_flows import CARDS, DECK, TINY_FLOWS


def refused(feature: str, address: str, **reply: object) -> NotAccepted:
    with pytest.raises(NotAccepted) as refusal:
        accept(stop_at(TINY_FLOWS[feature], address), Reply(**reply))  # type: ignore[arg-type]
    return refusal.value


def taken(feature: str, address: str, **reply: object) -> Answer:
    return accept(stop_at(TINY_FLOWS[feature], address), Reply(**reply))  # type: ignore[arg-type]


@pytest.mark.parametrize("feature", TINY_FLOWS)
def test_every_question_can_be_skipped_or_talked_about(feature: str) -> None:
    flow = TINY_FLOWS[feature]
    first = next(iter(flow.questions.values()))
    stop = stop_at(flow, f"{first.id}-1" if first.kind == "entries" else first.id)
    assert accept(stop, Reply(do="skip")) == SKIPPED
    assert accept(stop, Reply(do="talk")) == RATHER_TALK


def test_one_choice_is_an_answer() -> None:
    assert taken("one", "hours", choices=("yes",)) == Answer("given", "yes")
    assert taken("one", "hours", choices=("yes", "yes")) == Answer("given", "yes")
    assert taken("faces", "talent_one", choices=("a_bit",)) == Answer("given", "a_bit")
    assert taken("stairs", "sure", choices=("4",)) == Answer("given", "4")


def test_several_choices_keep_their_order() -> None:
    assert taken("many", "times", choices=("noon", "morning", "noon")) == Answer("given", ("noon", "morning"))


def test_one_choice_of_many_is_still_a_row() -> None:
    assert taken("many", "times", choices=("noon",)) == Answer("given", ("noon",))


@pytest.mark.parametrize(("feature", "address"), [("one", "hours"), ("many", "times"), ("stairs", "sure")])
def test_choosing_nothing_is_told_kindly(feature: str, address: str) -> None:
    assert refused(feature, address).sentence == accepting.CHOOSE_SOMETHING


@pytest.mark.parametrize(("feature", "address"), [("one", "hours"), ("many", "times"), ("faces", "talent_one")])
def test_a_choice_of_another_question_is_refused(feature: str, address: str) -> None:
    assert refused(feature, address, choices=("elsewhere",)).sentence == accepting.NOT_OFFERED


def test_too_many_and_too_few_are_told_with_numbers() -> None:
    many = refused("many", "times", choices=("morning", "noon", "evening"))
    assert many.sentence % many.values == "Choose at most 2. You have 3 now."
    few = refused("least", "times", choices=("noon",))
    assert few.sentence % few.values == "Choose 2. You have 1 now."
    one = refused("one", "hours", choices=("yes", "no"))
    assert one.sentence % one.values == "Choose at most 1. You have 2 now."


def test_nothing_stands_alone() -> None:
    assert taken("none", "needs", choices=("nothing",)) == Answer("given", ("nothing",))
    assert refused("none", "needs", choices=("nothing", "bus")).sentence == accepting.ALONE


def test_nothing_is_enough_where_several_are_asked_for() -> None:
    flow = a_flow(question("needs", "many", options="dutch bus nothing", none="nothing", least=2))
    assert accept(stop_at(flow, "needs"), Reply(choices=("nothing",))) == Answer("given", ("nothing",))


def test_picking_is_among_the_cards_that_are_there() -> None:
    flow = a_flow(*CARDS, question("top", "pick", **{"from": DECK}, most=2))
    stop = stop_at(flow, "top", talent_one="yes", talent_two="not", talent_three="yes")
    assert accept(stop, Reply(choices=("talent_three", "talent_one"))).options == ("talent_three", "talent_one")
    with pytest.raises(NotAccepted):
        accept(stop, Reply(choices=("talent_two",)))


def test_words_are_kept_as_they_were_written() -> None:
    assert taken("text", "words", words="  I sing.\r\nEvery day \U0001f600 ") == Answer(
        "given", "I sing.\nEvery day \U0001f600"
    )
    assert taken("text", "words", words="می‌خواهم") == Answer("given", "می‌خواهم")


def test_what_hides_or_turns_words_is_taken_out() -> None:
    assert taken("text", "words", words="ab\x00c\u202ed\u200b\ud800") == Answer("given", "abcd")


@pytest.mark.parametrize("nothing", ["", "   ", "\n", "\u200b", "\u200d", " \u200c\n"])
def test_no_words_are_no_answer(nothing: str) -> None:
    assert refused("text", "words", words=nothing).sentence == accepting.SAY_SOMETHING


def test_too_many_words_are_told_with_numbers() -> None:
    assert taken("text", "words", words="x" * 20).value == "x" * 20
    long = refused("text", "words", words="x" * 5000)
    assert long.sentence % long.values == "Use at most 20 letters. You have 5000 now."


def test_an_entry_holds_what_was_told_and_nothing_else() -> None:
    told = taken("entries", "told-1", fields={"what": " A bus ", "elsewhere": "Something"})
    assert told == Answer("given", {"what": "A bus"})


def test_an_empty_entry_is_told_kindly() -> None:
    assert refused("entries", "told-1").sentence == accepting.SAY_SOMETHING
    assert refused("entries", "told-1", fields={"what": " "}).sentence == accepting.SAY_SOMETHING
    assert refused("entries", "told-1", fields={"what": "x" * 21}).sentence == accepting.TOO_LONG


def test_an_entry_offers_choices_too() -> None:
    fields = {
        "kind": {"kind": "one", "ask": "What was it?", "options": {"work": {"text": "Work"}}},
        "what": {"kind": "text", "ask": "What did you do?"},
    }
    stop = stop_at(a_flow(question("told", "entries", fields=fields)), "told-1")
    assert accept(stop, Reply(fields={"kind": "work"})) == Answer("given", {"kind": "work"})
    with pytest.raises(NotAccepted) as refusal:
        accept(stop, Reply(fields={"kind": "elsewhere", "what": "A bus"}))
    assert refusal.value.sentence == accepting.NOT_OFFERED


def test_that_is_all_ends_a_list_and_nothing_else() -> None:
    assert taken("entries", "told-1", do="done") == END_OF_LIST
    assert refused("one", "hours", do="done").sentence == accepting.CHOOSE_SOMETHING


def test_that_is_all_under_a_filled_in_entry_keeps_the_entry() -> None:
    assert taken("entries", "told-1", do="done", fields={"what": "A bus"}) == Answer("given", {"what": "A bus"})
    assert taken("entries", "told-1", do="done", fields={"what": " "}) == END_OF_LIST


def test_an_old_tab_does_not_answer_another_question() -> None:
    stop = stop_at(TINY_FLOWS["repeat of many"], "timing-1", needs=("bus",))
    assert accept(stop, Reply(choices=("yes",), about="timing.bus")) == Answer("given", "yes")
    for do in ("answer", "skip", "talk", "done"):
        with pytest.raises(NotAccepted) as refusal:
            accept(stop, Reply(do=do, choices=("yes",), about="timing.dutch"))
        assert refusal.value.sentence == accepting.MOVED_ON
