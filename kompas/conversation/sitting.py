"""How long somebody has been at it, worked out from the moments at which they answered. Nobody is hurried by it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=30)
"""Whoever answers nothing for longer than this has been away, and begins anew."""

LONG = 15
"""Minutes after which a chapter's end is a good place to stop for today (domain content, branching)."""


def minutes_used(moments: Iterable[datetime], now: datetime) -> int:
    """Whole minutes since the first answer of this sitting, given the `moments` of all answers, in any order."""
    began = now
    for moment in sorted(moments, reverse=True):
        if began - moment > PAUSE:
            break
        began = min(began, moment)
    return int((now - began) / timedelta(minutes=1))
