"""What is asked after a story: only what was not said yet, and nothing that somebody left to the talk."""

from kompas.conversation.answers import RATHER_TALK, SKIPPED, Answer, Answers, chosen, given
from kompas.conversation.own_words_lists import read_lists
from kompas.conversation.own_words_offers import MOST_OFFERS, Offer, accepted, offers, story_of
from kompas.conversation.walking import walk
from tests.conversation.talking import a_flow, question

LISTS = read_lists(
    {
        "nl": """
        card_helping: geholpen
        card_handy: genaaid
        card_new: geverfd
        done: {cooking: gekookt, green: tuin, cleaning: gepoetst, shop: verkocht, nothing: niets}
        elsewhere: weg
        """
    }
)
FLOW = a_flow(
    question("done", "many", options="cooking green cleaning shop nothing", none="nothing", most=3),
    question("card_helping", "faces"),
    question("card_handy", "faces"),
    question("proud_day", "text", suggests=True, longest=200),
    question("own", "text"),
    question("card_new", "faces"),
)
ALL = "geholpen, genaaid, geverfd, gekookt, tuin, gepoetst, verkocht, niets, weg"


def offered(story: str = ALL, **said: Answer) -> dict[str, Offer]:
    walked = walk(FLOW, {"proud_day": Answer("given", story), **said})
    stop = walked.find("proud_day")
    assert stop is not None
    return {one.name: one for one in offers(LISTS, walked, stop, "nl")}


def test_a_card_that_was_skipped_not_asked_or_half_answered_may_become_a_yes() -> None:
    found = offered("geholpen, genaaid, geverfd", card_helping=SKIPPED, card_handy=given("a_bit"))
    assert {name: one.answer for name, one in found.items()} == dict.fromkeys(
        ("card_helping", "card_handy", "card_new"), given("yes")
    )


def test_yes_not_yet_and_rather_talk_are_left_in_peace() -> None:
    assert offered("geholpen", card_helping=given("yes")) == {}
    assert offered("geholpen", card_helping=given("not")) == {}
    assert offered("geholpen", card_helping=RATHER_TALK) == {}
    assert offered("gekookt", done=RATHER_TALK) == {}


def test_a_choice_is_added_behind_the_others_of_a_question_that_was_seen() -> None:
    assert offered("gekookt", done=chosen("green"))["done.cooking"].answer == chosen("green", "cooking")
    assert offered("gekookt", done=SKIPPED)["done.cooking"].answer == chosen("cooking")
    assert offered("gekookt", done=chosen("cooking")) == {}
    assert offered("gekookt") == {}


def test_nothing_stays_nothing_and_what_is_full_stays_as_it_is() -> None:
    assert offered("gekookt", done=chosen("nothing")) == {}
    assert offered("gekookt", done=chosen("green", "cleaning", "shop")) == {}


def test_of_two_choices_that_were_accepted_the_second_stands_behind_the_first() -> None:
    first, second = offered("gekookt tuin", done=chosen("shop")).values()
    walked = walk(FLOW, {"done": first.answer})
    again = accepted(walked, second)
    assert again is not None
    assert again.answer == chosen("shop", "cooking", "green")
    assert accepted(walk(FLOW, {"done": again.answer}), second) is None


def test_a_few_are_offered_at_once() -> None:
    assert len(offered(done=SKIPPED)) == MOST_OFFERS


def test_only_a_story_that_was_told_to_a_question_that_suggests_says_anything() -> None:
    said: Answers = {"own": Answer("given", "geholpen"), "proud_day": SKIPPED}
    walked = walk(FLOW, said)
    for name in ("own", "proud_day", "done"):
        stop = walked.find(name)
        assert stop is not None
        assert story_of(walked, stop) == ""
        assert offers(LISTS, walked, stop, "nl") == ()
