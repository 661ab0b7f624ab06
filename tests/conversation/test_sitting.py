"""How long somebody has been at it: a sitting ends with a pause, and nobody is hurried."""

from datetime import UTC, datetime, timedelta

import pytest

from kompas.conversation.conditions import Context
from kompas.conversation.sitting import minutes_used
from kompas.conversation.walking import walk
from tests.conversation.tiny_flows import TINY_FLOWS

NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def ago(*minutes: float) -> list[datetime]:
    return [NOW - timedelta(minutes=one) for one in minutes]


@pytest.mark.parametrize(
    ("moments", "used"),
    [
        (ago(), 0),
        (ago(16, 9, 1), 16),
        (ago(9, 1, 16), 16),
        (ago(50, 25, 5), 50),
        (ago(200, 90, 12, 3), 12),
        (ago(31), 0),
        (ago(14.99), 14),
        (ago(-3, 2), 2),
    ],
    ids=[
        "nothing answered yet",
        "since the first answer",
        "in any order",
        "slowly",
        "since they came back",
        "away since",
        "whole minutes",
        "a clock that was ahead",
    ],
)
def test_a_sitting_begins_after_a_pause(moments: list[datetime], used: int) -> None:
    assert minutes_used(moments, NOW) == used


def test_it_is_long_after_a_quarter_of_an_hour_and_for_who_listens() -> None:
    def is_long(**known: object) -> bool:
        return walk(TINY_FLOWS["one"], {}, Context(**known)).is_long  # type: ignore[arg-type]

    assert not is_long(minutes_used=15)
    assert is_long(minutes_used=16)
    assert is_long(read_aloud=True)
