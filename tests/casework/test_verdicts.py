"""Who says what of a line, and what that comes to: the table of the design, row by row, the same for both sides."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from kompas.casework.people import Verdict
from kompas.casework.verdicts import Item, Seen, items
from kompas.profile.building import build
from kompas.profile.statements import Profile
from tests.conversation.talking import a_flow, answered, question

FLOW = a_flow(question("needs", "many", options="dutch bus"), question("words", "text"))
SHARED = build(FLOW, answered(FLOW, needs=("dutch", "bus"), words="I sing."))
CHANGED = build(FLOW, answered(FLOW, needs=("dutch", "bus"), words="I swim."))
AT = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
LINE = "words/it"


def caseworker(word: str, number: int = 1, line: str = LINE, words: str = "", on: Profile = SHARED) -> Verdict:
    ground = on.by_id[line].ground
    return Verdict(number, 1, line, "caseworker", word, "staff1", "Fatima", AT, words, None, ground)


def client(word: str, number: int = 2, to: int = 1, line: str = LINE) -> Verdict:
    return Verdict(number, 1, line, "client", word, "client1", "Samira", AT, "", to, SHARED.by_id[line].ground)


def item(*verdicts: Verdict, on: Profile = SHARED, line: str = LINE) -> Item:
    return next(one for one in items(on, verdicts) if one.statement.id == line)


def test_before_anyone_speaks_it_is_what_the_client_said() -> None:
    assert item().standing == "said"


@pytest.mark.parametrize("answer", [(), (client("agreed"),), (client("not_agreed"),)])
def test_not_now_puts_a_line_on_the_table_whatever_the_client_says(answer: tuple[Verdict, ...]) -> None:
    assert item(caseworker("not_now"), *answer).standing == "to_talk_about"


@pytest.mark.parametrize("word", ["agreed", "seen_differently"])
def test_what_the_caseworker_says_waits_for_the_client(word: str) -> None:
    assert item(caseworker(word, words="Sings in a choir")).standing == "waits_for_client"


@pytest.mark.parametrize("word", ["agreed", "seen_differently"])
def test_agreement_with_an_older_wording_is_none_with_a_newer(word: str) -> None:
    older = caseworker("seen_differently", number=1, words="Sings")
    newer = caseworker(word, number=3, words="Sings in a choir")
    found = item(older, client("agreed", number=2, to=1), newer)
    assert (found.standing, found.caseworker, found.client) == ("waits_for_client", newer, None)


def test_both_agreed_is_confirmed_together() -> None:
    found = item(caseworker("agreed"), client("agreed"))
    assert found.standing == "confirmed"
    assert found.caseworker is not None
    assert found.client is not None
    assert (found.caseworker.by_name, found.client.by_name, found.client.at) == ("Fatima", "Samira", AT)


def test_a_client_who_no_longer_stands_behind_a_line_wants_to_talk_about_it() -> None:
    assert item(caseworker("agreed"), client("not_agreed")).standing == "to_talk_about"


def test_a_caseworkers_words_are_confirmed_when_the_client_agrees() -> None:
    found = item(caseworker("seen_differently", words="Sings in a choir"), client("agreed"))
    assert found.standing == "confirmed_as_put"
    assert found.caseworker is not None
    assert found.caseworker.words == "Sings in a choir"
    assert found.statement.details[0].text == "I sing."


def test_seeing_it_differently_is_a_full_outcome() -> None:
    found = item(caseworker("seen_differently", words="Sings in a choir"), client("not_agreed"))
    assert found.standing == "seen_differently"


def test_a_line_that_was_taken_back_is_gone() -> None:
    left = build(FLOW, answered(FLOW, needs=("dutch", "bus")))
    assert LINE not in [one.statement.id for one in items(left, [caseworker("agreed"), client("agreed")])]


def test_a_client_alone_settles_nothing() -> None:
    assert item(client("agreed")).standing == "said"


def test_the_newest_word_of_each_side_counts() -> None:
    found = item(
        caseworker("not_now", number=1),
        caseworker("agreed", number=2),
        client("not_agreed", 3, 2),
        client("agreed", 4, 2),
    )
    assert found.standing == "confirmed"


def test_verdicts_in_any_order_come_to_the_same() -> None:
    said = (
        caseworker("agreed", 1),
        client("agreed", 2, 1),
        caseworker("seen_differently", 3, words="Sings in a choir"),
        client("not_agreed", 4, 3),
        client("agreed", 5, 3, line="needs/bus"),
    )
    assert {item(*order).standing for order in permutations(said)} == {"seen_differently"}
    assert {item(*order, line="needs/bus").standing for order in permutations(said)} == {"said"}


def test_a_verdict_holds_for_its_own_line() -> None:
    standings = {one.statement.id: one.standing for one in items(SHARED, [caseworker("agreed", line="needs/bus")])}
    assert standings == {"needs/dutch": "said", "needs/bus": "waits_for_client", LINE: "said"}


def test_a_line_that_rests_on_other_answers_has_changed_since() -> None:
    said = caseworker("agreed"), client("agreed")
    assert not item(*said).changed
    found = item(*said, on=CHANGED)
    assert found.changed


def test_what_is_said_anew_of_a_changed_line_holds_again() -> None:
    found = item(caseworker("agreed"), client("agreed"), caseworker("agreed", number=3, on=CHANGED), on=CHANGED)
    assert (found.changed, found.standing) == (False, "waits_for_client")


def test_a_line_nobody_spoke_of_has_not_changed() -> None:
    assert not item(on=CHANGED).changed


def test_lines_are_numbered_as_they_were_shared() -> None:
    assert [(one.number, one.statement.id) for one in items(SHARED, [])] == [
        (1, "needs/dutch"),
        (2, "needs/bus"),
        (3, LINE),
    ]


def test_what_was_seen_of_a_line_carries_the_newest_word_of_either_side() -> None:
    assert item().seen == Seen(LINE, SHARED.by_id[LINE].ground, 0)
    assert item(caseworker("agreed", number=3)).seen.newest == 3
    assert item(caseworker("agreed", number=3), client("agreed", number=7, to=3)).seen.newest == 7


@pytest.mark.parametrize(("word", "open_to_client"), [("agreed", True), ("seen_differently", True), ("not_now", False)])
def test_a_client_answers_a_stand_and_not_a_delay(word: str, open_to_client: bool) -> None:
    assert item(caseworker(word, words="Sings")).open_to_client == open_to_client
    assert item(caseworker(word, words="Sings"), client("agreed")).open_to_client == open_to_client
    assert not item().open_to_client
    assert not item(caseworker(word, words="Sings"), on=CHANGED).open_to_client
