"""How many jobs there are in the region: read by all, row by row kept up to date by who keeps the tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import get_args

from kompas.conversation.readable import one_line
from kompas.profile.concluding import Adviser
from kompas.profile.tightness import Level, Region, Tightness
from kompas.store.archive import Records
from kompas.store.audit import add_deed
from kompas.store.region import drop_rows, put_rows, region_of
from kompas.usecases.keeping import must_keep
from kompas.usecases.parties import Desk

LONGEST_SOURCE = 120
EARLIEST = date(2000, 1, 1)
LEVELS: tuple[Level, ...] = get_args(Level)

ASKED_FOR = {
    "work": "Choose a field of work or an occupation.",
    "level": "Choose whether there are many jobs, a normal number, or few.",
    "source": "Write who says so, in at most 120 letters.",
    "since": "Write the day it was said, not one that is still to come.",
}
"""What to do about each field (English source: the catalogues find sentences in constants)."""


@dataclass(frozen=True)
class Row:
    """What is said about one piece of work, as it came in: `level` is a code, `since` may be missing."""

    work: str
    level: str
    source: str
    since: date | None


@dataclass
class NotARow(Exception):
    """It can't be kept like this: a sentence (English source) for each part that needs something."""

    sentences: Mapping[str, str] = field(default_factory=dict)


def in_region(records: Records, adviser: Adviser) -> Adviser:
    """The same adviser, who knows where this organisation's region has many jobs."""
    return replace(adviser, region=region_of(records))


def region_here(desk: Desk) -> Region:
    with desk.archive.reading(desk.organisation_id) as records:
        return region_of(records)


def put_row(desk: Desk, row: Row, works: Mapping[str, object], now: datetime, today: date) -> None:
    """In the place of what was said about the same work. `works` are all there are; `today` is the organisation's day.

    Raises `NotARow`, and `NotAllowed` for who doesn't keep the tables.
    """
    must_keep(desk)
    keep(desk, {row.work: checked(row, works, today)}, now, "change region")


def take_row_away(desk: Desk, work: str, now: datetime) -> None:
    """From now on nobody says how many jobs there are in this: it counts as not known. Raises `NotAllowed`."""
    must_keep(desk)
    with desk.archive.writing(desk.organisation_id) as records:
        if drop_rows(records, [work]):
            add_deed(records, now, desk.caseworker.id, "take out of region", "work", work)


def keep(desk: Desk, rows: Mapping[str, Tightness], now: datetime, deed: str) -> None:
    """All of these in one transaction, each with its line in the log."""
    with desk.archive.writing(desk.organisation_id) as records:
        put_rows(records, rows)
        for work in rows:
            add_deed(records, now, desk.caseworker.id, deed, "work", work)


def checked(row: Row, works: Mapping[str, object], today: date) -> Tightness:
    """As it can be kept. Raises `NotARow` with all that is missing."""
    source = one_line(row.source)
    level = next((one for one in LEVELS if one == row.level), None)
    fine = {
        "work": row.work in works,
        "level": level is not None,
        "source": 0 < len(source) <= LONGEST_SOURCE,
        "since": row.since is not None and EARLIEST <= row.since <= today,
    }
    if level is None or row.since is None or not all(fine.values()):
        raise NotARow({part: ASKED_FOR[part] for part, is_fine in fine.items() if not is_fine})
    return Tightness(level, source, row.since)
