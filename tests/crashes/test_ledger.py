"""The bookkeeping of the crash tests: what it must find."""

import pytest

from kompas.conversation.answers import Answer, given
from tests.crashes.ledger import Fate, Ledger, Row

YES, NO = given("yes"), given("no")
BACK_AND_FORTH = [("a", YES, "acknowledged"), ("a", NO, "unknown"), ("a", YES, "acknowledged")]


def after(*sent: tuple[str, Answer, Fate]) -> Ledger:
    ledger = Ledger()
    for one in sent:
        ledger.notes(*one)
    return ledger


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ([("a", YES, "acknowledged")], [("a", YES)]),
        ([("a", YES, "unknown")], []),
        ([("a", YES, "unknown")], [("a", YES)]),
        ([("a", YES, "unknown"), ("a", YES, "acknowledged")], [("a", YES)]),
        ([("a", YES, "acknowledged"), ("a", NO, "unknown"), ("a", YES, "acknowledged")], [("a", YES)]),
        (
            [("a", YES, "acknowledged"), ("a", NO, "unknown"), ("a", YES, "acknowledged")],
            [("a", YES), ("a", NO), ("a", YES)],
        ),
        ([("a", YES, "refused")], []),
    ],
    ids=["kept", "never came", "came without a reply", "sent again", "nothing between", "and back again", "refused"],
)
def test_what_was_sent_explains_what_is_stored(sent: list[tuple[str, Answer, Fate]], stored: list[Row]) -> None:
    assert after(*sent).explains(stored)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ([("a", YES, "acknowledged")], []),
        ([("a", YES, "acknowledged")], [("a", YES), ("a", YES)]),
        ([("a", YES, "unknown"), ("a", YES, "acknowledged")], [("a", YES), ("a", YES)]),
        ([("a", YES, "acknowledged")], [("a", NO)]),
        ([("a", YES, "acknowledged"), ("b", NO, "acknowledged")], [("b", NO), ("a", YES)]),
        ([("a", YES, "refused")], [("a", YES)]),
        ([], [("a", YES)]),
    ],
    ids=["lost", "doubled", "doubled when sent again", "another", "in another order", "refused but kept", "unsaid"],
)
def test_what_was_not_sent_so_shows(sent: list[tuple[str, Answer, Fate]], stored: list[Row]) -> None:
    assert not after(*sent).explains(stored)
