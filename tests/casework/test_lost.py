"""Lines that were spoken about and are no longer shared: which, what was said, and when; the same however they went."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

from kompas.casework.lost import lost_ground
from kompas.casework.people import Verdict
from kompas.profile.building import build
from kompas.profile.statements import Profile
from tests.conversation.talking import a_flow, answered, question

FLOW = a_flow(question("needs", "many", options="dutch bus"), question("words", "text"))
SHARED = build(FLOW, answered(FLOW, needs=("dutch", "bus"), words="I sing."))
LEFT = build(FLOW, answered(FLOW, needs=("bus",)))
AT = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


def said(line: str, number: int, side: str = "caseworker", to: int | None = None) -> Verdict:
    at = AT + timedelta(minutes=number)
    return Verdict(number, 1, line, side, "agreed", "staff1", "Fatima", at, "", to, SHARED.by_id[line].ground)


def test_a_line_that_nobody_spoke_about_is_not_missed() -> None:
    assert lost_ground(LEFT, []) == ()
    assert lost_ground(LEFT, [said("needs/bus", 1)]) == ()


def test_what_was_spoken_of_last_comes_first_with_its_moment() -> None:
    lost = lost_ground(LEFT, [said("words/it", 1), said("needs/dutch", 2), said("words/it", 3, "client", to=1)])
    assert [(one.statement_id, one.at) for one in lost] == [
        ("words/it", AT + timedelta(minutes=3)),
        ("needs/dutch", AT + timedelta(minutes=2)),
    ]
    assert lost[0].words.client is not None


def test_the_order_in_which_facts_are_read_changes_nothing() -> None:
    facts = said("words/it", 1), said("needs/dutch", 2), said("words/it", 3, "client", to=1), said("needs/bus", 4)
    assert len({lost_ground(LEFT, order) for order in permutations(facts)}) == 1


def test_when_everything_is_taken_back_every_line_that_was_spoken_about_is_lost() -> None:
    assert len(lost_ground(Profile(()), [said("words/it", 1), said("needs/bus", 2)])) == 2


def test_a_line_that_is_shared_again_is_no_longer_lost() -> None:
    assert lost_ground(SHARED, [said("words/it", 1)]) == ()
