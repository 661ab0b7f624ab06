"""The caseworkers' diaries: talks in working hours, and never two at once."""

from collections.abc import Iterable

from kompas.demonstration.chance import Chance
from kompas.demonstration.person import Person
from kompas.demonstration.stories import When

MINUTES = 60
"""That a talk takes, with what is written down after it."""

CLOCKS = ("09:00", "09:30", "10:30", "11:00", "11:45", "13:15", "14:00", "15:00", "15:30", "16:00")

DAYS: dict[When, range] = {
    "today": range(1),
    "this_week": range(1, 5),
    "next_week": range(5, 10),
    "later": range(10, 20),
    "held": range(-6, 0),
    "a_year_ago": range(-285, -275),
}
"""Working days from today. Those of a year ago lie so far back that answers of then have expired when
somebody is invited again."""


class Diary:
    def __init__(self, people: Iterable[Person]) -> None:
        self._taken = {(one.caseworker, one.days, _minutes(one.clock)) for one in people}

    def find(self, chance: Chance, caseworker: str, when: When) -> tuple[int, str]:
        """A free hour of this caseworker: working days from today, and the clock."""
        days = DAYS[when]
        for day in chance.some(days, len(days)):
            for clock in chance.some(CLOCKS, len(CLOCKS)):
                if self._is_free(caseworker, day, _minutes(clock)):
                    self._taken.add((caseworker, day, _minutes(clock)))
                    return day, clock
        raise ValueError(f"The diary of {caseworker} is full.")

    def _is_free(self, caseworker: str, day: int, minutes: int) -> bool:
        that_day = [at for who, on, at in self._taken if (who, on) == (caseworker, day)]
        return all(abs(at - minutes) >= MINUTES for at in that_day)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
