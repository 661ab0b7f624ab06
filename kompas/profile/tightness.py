"""How many jobs there are in the region, as an organisation fills it in. What isn't in the table is neutral (7.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kompas.occupations.occupation import Occupation

Level = Literal["many", "normal", "few"]

GROWS_OLD = timedelta(days=365)


@dataclass(frozen=True)
class Tightness:
    """Many, normal or few vacancies: who says so, and as of which day."""

    level: Level
    source: str
    since: date

    def is_old(self, today: date) -> bool:
        """Older than a year: shown, and said so."""
        return today - self.since > GROWS_OLD


Region = Mapping[str, Tightness]
"""By ESCO id of an occupation, or by field of work."""

PLACE = {"many": 0, "normal": 1, "few": 2}


def tightness_of(region: Region, occupation: Occupation) -> Tightness | None:
    """The row of the occupation itself, else that of its field."""
    return region.get(occupation.esco) or region.get(occupation.field)


def place(tightness: Tightness | None) -> int:
    """The more vacancies the earlier; what isn't known stands with what is normal."""
    return PLACE[tightness.level] if tightness else PLACE["normal"]
