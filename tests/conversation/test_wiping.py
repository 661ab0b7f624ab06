"""What has to go with an answer: everything that holds a word of it."""

from kompas.conversation.answers import SKIPPED, chosen, given
from kompas.conversation.wiping import what_goes
from tests.conversation.ours import our_flow

SAID = {
    "talent_helping": given("yes"),
    "talent_handy": given("yes"),
    "talents_top": chosen("talent_helping", "talent_handy"),
    "talents_shown.talent_helping": given("at_work"),
    "talents_shown.talent_handy": given("with_family"),
    "needs": chosen("dutch", "childcare"),
    "need_timing.dutch": given("now_first"),
    "need_timing.childcare": given("when_searching"),
    "told_more.1": given("x"),
    "told_more.2": given("y"),
}


def goes(slot: str) -> set[str]:
    return set(what_goes(our_flow(), SAID, SAID, slot).slots)


def test_an_answer_takes_along_what_was_asked_about_its_options() -> None:
    assert goes("needs") == {"needs", "need_timing.dutch", "need_timing.childcare", "agenda"}
    assert goes("talents_top") == {"talents_top", "talents_shown.talent_helping", "talents_shown.talent_handy"}


def test_what_comes_first_goes_with_what_it_was_chosen_from() -> None:
    said = SAID | {"needs_top": chosen("dutch")}
    assert "needs_top" in what_goes(our_flow(), said, said, "needs").slots
    assert set(what_goes(our_flow(), said, said, "needs_top").slots) == {"needs_top"}


def test_a_card_goes_from_what_was_chosen_out_of_the_cards() -> None:
    going = what_goes(our_flow(), SAID, SAID, "talent_helping")
    assert going.slots == {"talent_helping", "talents_top", "talents_shown.talent_helping"}
    assert going.instead == {"talent_helping": SKIPPED, "talents_top": chosen("talent_handy")}


def test_the_last_card_that_goes_leaves_a_pick_that_was_skipped() -> None:
    said = SAID | {"talents_top": chosen("talent_helping")}
    assert what_goes(our_flow(), said, said, "talent_helping").instead["talents_top"] == SKIPPED


def test_one_entry_goes_and_the_others_stay_in_their_places() -> None:
    going = what_goes(our_flow(), SAID, SAID, "told_more.1")
    assert going.slots == {"told_more.1"}
    assert going.instead == {"told_more.1": SKIPPED}


def test_what_was_asked_about_one_option_goes_alone() -> None:
    assert goes("need_timing.dutch") == {"need_timing.dutch"}
