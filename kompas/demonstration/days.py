"""When things happen in Waterrijk: talks on working days, deeds before them, and none later than yesterday.

Everything follows from the day on which the demonstration is filled, so that the same day gives the same moments,
whatever the hour.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kompas.demonstration.chance import Chance
from kompas.demonstration.person import Person

ZONE = ZoneInfo("Europe/Amsterdam")
ONE_DAY = timedelta(days=1)
SATURDAY = 6


@dataclass(frozen=True)
class Moments:
    """When one person is invited, answers, shares; when the caseworker opens it; the talk, and what comes after."""

    invited: datetime
    renewed: datetime
    walked: datetime
    shared: datetime
    opened: datetime
    spoke: datetime
    left: datetime
    after: datetime


def working_day(today: date, days: int) -> date:
    """So many working days from today, or at a weekend from Monday: nobody is invited on a Sunday."""
    day = today
    while day.isoweekday() >= SATURDAY:
        day += ONE_DAY
    step, left = ONE_DAY if days > 0 else -ONE_DAY, abs(days)
    while left:
        day += step
        left -= day.isoweekday() < SATURDAY
    return day


def moment(day: date, clock: str) -> datetime:
    """A moment of that day, by the clock in Waterrijk."""
    return datetime.combine(day, time.fromisoformat(clock), ZONE)


def talk_of(days: int, clock: str, today: date) -> datetime:
    return moment(working_day(today, days), clock)


def moments(person: Person, today: date) -> Moments:
    """Of their first talk."""
    return _moments(person.key, person.days, person.clock, today)


def moments_again(person: Person, today: date) -> Moments:
    """Of the talk that they are invited to a year later."""
    if person.again is None:
        raise ValueError(f"{person.name} was not invited again.")
    return _moments(f"{person.key} again", person.again.days, person.again.clock, today)


def _moments(key: str, days: int, clock: str, today: date) -> Moments:
    """Counted back from the talk; from the last working day when the talk is still to come."""
    chance = Chance(key, "moments")
    held = days < 0
    desk = working_day(today, days if held else -1)
    spoke = moment(desk, clock if held else chance.one(("14:10", "15:20", "16:05"))) + timedelta(minutes=8)
    shared = moment(desk - ONE_DAY, chance.one(("18:50", "19:35", "20:10"))) + timedelta(minutes=chance.number(0, 20))
    walked = moment(desk - chance.number(1, 4) * ONE_DAY, chance.one(("10:15", "13:40", "16:30")))
    invited = working_day(desk, -chance.number(6, 10))
    return Moments(
        invited=moment(invited, chance.one(("09:20", "11:05", "15:45"))),
        renewed=moment(working_day(desk, -5), chance.one(("09:40", "13:15"))),
        walked=walked + timedelta(minutes=chance.number(0, 25)),
        shared=shared,
        opened=spoke - timedelta(minutes=chance.number(20, 50)),
        spoke=spoke,
        left=spoke + timedelta(minutes=25),
        after=moment(desk, "19:00") + timedelta(minutes=chance.number(0, 90)),
    )
