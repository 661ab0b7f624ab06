"""How long an answer is kept: a length of time as a content designer writes it, "12 months".

One reading of it for everybody: the page that tells people, the register, and the night in which answers go.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

Unit = Literal["day", "week", "month", "year"]
LONGEST = {"day": 3660, "week": 520, "month": 120, "year": 10}
"""Ten years, in each unit: whoever writes more means something else."""

_WRITTEN = re.compile(r"([1-9][0-9]{0,3}) (day|week|month|year)s?")
_HOW = "write for example “12 months”, “6 weeks” or “30 days”, ten years at most"


@dataclass(frozen=True)
class Keep:
    """So many days, weeks, months or years. Months and years are those of the calendar."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"

    def before(self, now: datetime) -> datetime:
        """What was given before this moment is kept too long. A month before 31 March is the last day of February."""
        if self.unit in ("day", "week"):
            return now - timedelta(days=self.number * (7 if self.unit == "week" else 1))
        months = now.year * 12 + now.month - 1 - self.number * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


def read_keep(written: object) -> Keep:
    """Reads "12 months". Raises `ValueError` with a sentence for what is no length of time."""
    if isinstance(written, Keep):
        return written
    found = _WRITTEN.fullmatch(written) if isinstance(written, str) else None
    if found is None or int(found[1]) > LONGEST[found[2]]:
        raise ValueError(f"“{written}” is no length of time; {_HOW}")
    return Keep(int(found[1]), cast(Unit, found[2]))
