"""Where somebody is, follows from what they said: each time anew, with nothing lost on the way."""

from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer
from kompas.conversation.walking import minutes, walk
from tests.conversation.talking import a_flow, answered, chapter, path, question, stop_at
from tests.conversation.tiny_flows import CARDS, DECK, NEEDS, OPENING, TINY_FLOWS


def test_the_next_question_is_the_first_without_an_answer() -> None:
    flow = a_flow(question("school"), question("hours"), question("place"))
    ahead = walk(flow, answered(flow, school="yes", place="no")).next
    assert ahead is not None
    assert ahead.slot == "hours"


def test_a_skip_and_rather_talking_count_as_said() -> None:
    flow = a_flow(question("school"), question("hours"))
    assert walk(flow, answered(flow, school=SKIPPED, hours=RATHER_TALK)).next is None


def test_back_and_on_lead_along_the_path() -> None:
    walked = walk(a_flow(question("school"), question("hours")), {})
    first, last = walked.path
    assert (walked.before(first), walked.after(first)) == (None, last)
    assert (walked.before(last), walked.after(last)) == (first, None)


def test_a_question_off_the_path_is_not_found() -> None:
    flow = TINY_FLOWS["is"]
    assert walk(flow, answered(flow, school="here")).find("later") is None
    assert walk(flow, answered(flow, school="abroad")).find("later") is not None
    assert walk(flow, {}).find("another_flow") is None


def test_a_changed_answer_keeps_what_was_said() -> None:
    flow = TINY_FLOWS["is"]
    said = answered(flow, school="abroad", later="no")
    elsewhere = {**said, **answered(flow, school="here")}
    assert "later" not in walk(flow, elsewhere).heard
    assert walk(flow, {**elsewhere, **answered(flow, school="abroad")}).heard["later"] == said["later"]


def test_what_fits_is_proposed_first_and_all_of_it_can_be_chosen() -> None:
    flow = TINY_FLOWS["proposes"]
    step = stop_at(flow, "step", school="abroad")
    assert (step.proposed, list(step.options)) == (("course", "talk"), ["ask", "course", "look", "talk"])


def test_where_little_fits_the_first_others_are_proposed_too() -> None:
    flow = TINY_FLOWS["proposes"]
    assert stop_at(flow, "step", school="here").proposed == ("talk", "ask")
    assert stop_at(flow, "step").proposed == ("ask", "course")


# --- Repeats ----------------------------------------------------------------------------------------------------------


def test_a_question_is_asked_for_each_choice_in_the_order_chosen() -> None:
    flow = TINY_FLOWS["repeat of many"]
    assert path(flow, answered(flow, needs=("bus", "dutch"))) == ["needs", "timing.bus", "timing.dutch"]


def test_a_question_is_asked_for_the_first_few_only() -> None:
    flow = TINY_FLOWS["repeat of many"]
    assert path(flow, answered(flow, needs=("housing", "bus", "dutch"))) == ["needs", "timing.housing", "timing.bus"]


def test_nothing_is_asked_about_nothing() -> None:
    flow = TINY_FLOWS["repeat of many"]
    assert path(flow, answered(flow, needs="nothing")) == ["needs"]


def test_an_answer_stays_with_its_choice_when_the_order_changes() -> None:
    flow = TINY_FLOWS["repeat of many"]
    said = answered(flow, needs=("dutch", "bus"), timing__dutch="yes", timing__bus="no")
    turned = {**said, **answered(flow, needs=("bus", "dutch"))}
    assert walk(flow, turned).heard["timing.dutch"] == said["timing.dutch"]


def test_the_screen_knows_what_a_repeat_is_about() -> None:
    stop = stop_at(TINY_FLOWS["repeat of many"], "timing-2", needs=("dutch", "bus"))
    assert stop.about is not None
    assert stop.about.text == "bus"


def test_an_address_never_carries_what_was_chosen() -> None:
    flow = TINY_FLOWS["repeat of many"]
    addresses = [stop.address for stop in walk(flow, answered(flow, needs=("housing", "bus"))).path]
    assert addresses == ["needs", "timing-1", "timing-2"]


# --- Picks ------------------------------------------------------------------------------------------------------------


def test_only_cards_that_were_answered_strongly_enough_can_be_picked() -> None:
    stop = stop_at(TINY_FLOWS["pick"], "top", talent_one="yes", talent_two="not", talent_three="a_bit")
    assert list(stop.options) == ["talent_one", "talent_three"]


def test_without_cards_there_is_nothing_to_pick() -> None:
    flow = TINY_FLOWS["pick"]
    assert "top" not in path(flow, answered(flow, talent_one="not", talent_two=SKIPPED, talent_three=RATHER_TALK))


def test_a_card_that_is_no_longer_there_is_no_longer_picked_and_comes_back() -> None:
    flow = TINY_FLOWS["repeat of pick"]
    said = answered(flow, talent_one="yes", talent_two="yes", top=("talent_two", "talent_one"), shown__talent_two="Yes")
    changed = {**said, **answered(flow, talent_two="not")}
    assert walk(flow, changed).heard["top"].options == ("talent_one",)
    assert "shown.talent_two" not in walk(flow, changed).heard
    assert walk(flow, {**changed, "talent_two": said["talent_two"]}).heard == walk(flow, said).heard


def test_fewer_cards_than_asked_for_are_enough() -> None:
    flow = a_flow(*CARDS, question("top", "pick", **{"from": DECK}, least=3, most=3))
    assert stop_at(flow, "top", talent_one="yes").least == 1
    assert stop_at(flow, "top", talent_one="yes", talent_two="yes", talent_three="yes").least == 3


# --- Lists ------------------------------------------------------------------------------------------------------------


def test_a_list_grows_by_one_screen_for_each_entry() -> None:
    flow = TINY_FLOWS["entries"]
    assert path(flow, answered(flow, told__1={"what": "A bus"})) == ["told.1", "told.2", "later"]


def test_that_is_all_ends_a_list() -> None:
    flow = TINY_FLOWS["entries"]
    assert path(flow, answered(flow, told__1={"what": "A bus"}, told__2=None)) == ["told.1", "told.2", "later"]
    assert path(flow, answered(flow, told__1=None)) == ["told.1", "later"]


def test_a_full_list_asks_no_further() -> None:
    flow = a_flow(question("told", "entries", most=2))
    told = answered(flow, told__1={"what": "A bus"}, told__2={"what": "A shop"}, told__3={"what": "A farm"})
    assert path(flow, told) == ["told.1", "told.2"]
    assert walk(flow, told).next is None


def test_an_entry_that_is_taken_out_leaves_the_later_ones() -> None:
    flow = TINY_FLOWS["entries"]
    told = answered(flow, told__1={"what": "A bus"}, told__2={"what": "A shop"}, told__3=None)
    for instead in (SKIPPED, RATHER_TALK):
        assert walk(flow, {**told, "told.1": instead}).heard["told.2"] == told["told.2"]


def test_what_was_told_after_the_end_of_a_list_is_off_the_path() -> None:
    flow = TINY_FLOWS["entries"]
    told = answered(flow, told__1={"what": "A bus"}, told__2=None, told__3={"what": "A shop"})
    assert path(flow, told) == ["told.1", "told.2", "later"]
    assert path(flow, {**told, "told.1": SKIPPED}) == ["told.1", "later"]


def test_skipping_the_open_entry_ends_the_list() -> None:
    flow = TINY_FLOWS["entries"]
    assert path(flow, answered(flow, told__1=SKIPPED)) == ["told.1", "later"]
    assert path(flow, answered(flow, told__1={"what": "A bus"}, told__2=SKIPPED)) == ["told.1", "told.2", "later"]


def test_that_is_all_in_place_of_the_last_entry_asks_nobody_again() -> None:
    flow = TINY_FLOWS["entries"]
    told = answered(flow, told__1={"what": "A bus"}, told__2=SKIPPED, told__3={"what": "A shop"}, later="yes")
    after = walk(flow, {**told, "told.3": END_OF_LIST})
    assert after.heard["told.1"] == told["told.1"]
    assert after.next is None


def test_to_rather_talk_at_the_last_entry_after_a_skipped_one_is_kept() -> None:
    flow = TINY_FLOWS["entries"]
    told = answered(flow, told__1={"what": "A bus"}, told__2=SKIPPED, told__3={"what": "A shop"}, later="yes")
    after = walk(flow, {**told, "told.3": RATHER_TALK})
    assert after.heard["told.3"] == RATHER_TALK
    assert after.next is None


# --- Answers of an older or newer flow --------------------------------------------------------------------------------


def test_an_answer_for_a_question_that_is_gone_does_nothing() -> None:
    flow = TINY_FLOWS["one"]
    assert walk(flow, {"gone": Answer("given", "yes")}).heard == {}


def test_an_option_that_is_gone_is_asked_again() -> None:
    flow = TINY_FLOWS["one"]
    ahead = walk(flow, answered(flow, hours="gone")).next
    assert ahead is not None
    assert ahead.slot == "hours"


def test_of_several_choices_those_that_are_still_there_count() -> None:
    flow = TINY_FLOWS["many"]
    assert walk(flow, answered(flow, times=("gone", "noon"))).heard["times"].options == ("noon",)
    assert "times" not in walk(flow, answered(flow, times=("gone",))).heard


def test_one_choice_is_understood_where_several_can_be_made_and_the_other_way_round() -> None:
    many, one = TINY_FLOWS["many"], TINY_FLOWS["one"]
    assert walk(many, {"times": Answer("given", "noon")}).heard["times"] == Answer("given", ("noon",))
    assert walk(one, {"hours": Answer("given", ("yes",))}).heard["hours"] == Answer("given", "yes")


def test_two_choices_where_one_can_be_made_are_asked_again() -> None:
    flow = TINY_FLOWS["one"]
    assert "hours" not in walk(flow, {"hours": Answer("given", ("yes", "no"))}).heard


def test_words_are_words_and_nothing_else() -> None:
    text, told = TINY_FLOWS["text"], TINY_FLOWS["entries"]
    for strange in (None, ("a", "b"), {"what": "A bus"}, ""):
        assert "words" not in walk(text, {"words": Answer("given", strange)}).heard
    for strange in (("a", "b"), "A bus"):
        assert "told.1" not in walk(told, {"told.1": Answer("given", strange)}).heard
    assert walk(told, {"told.1": END_OF_LIST}).heard["told.1"] == END_OF_LIST


def test_a_state_of_a_newer_version_is_asked_again() -> None:
    flow = TINY_FLOWS["one"]
    assert "hours" not in walk(flow, {"hours": Answer.from_plain({"state": "thinking", "value": "yes"})}).heard


# --- How far somebody is ----------------------------------------------------------------------------------------------


def test_progress_counts_what_is_on_the_path() -> None:
    flow = a_flow(
        chapter("first", OPENING),
        chapter("second", question("later"), when={"question": "school", "is": "abroad"}),
        chapter("third", question("hours"), question("place"), *CARDS),
    )
    walked = walk(flow, answered(flow, school="here"))
    progress = walked.progress(walked.path[-2])
    assert (progress.chapter_number, progress.chapters) == (2, 2)
    assert (progress.in_deck, progress.deck_size) == (2, 3)
    assert 0 < progress.share < 1


def test_minutes_are_those_of_the_screens_that_are_left() -> None:
    words = a_flow(*(question(name, "text") for name in "abcde"))
    assert minutes(walk(words, {}).path) == 3
    assert minutes(()) == 1


def test_needs_keep_the_order_in_which_they_were_chosen() -> None:
    flow = a_flow(NEEDS)
    assert walk(flow, answered(flow, needs=("bus", "dutch"))).heard["needs"].options == ("bus", "dutch")
