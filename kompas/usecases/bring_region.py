"""Bring along how many jobs there are as a file: what can be used is taken, what can't is told row by row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kompas.profile.tightness import Level, Tightness
from kompas.store.audit import add_deed
from kompas.store.region import put_rows
from kompas.usecases.keeping import must_keep
from kompas.usecases.parties import Desk
from kompas.usecases.region import ASKED_FOR, NotARow, Row, checked
from kompas.usecases.table_file import Line, NotATable, read_table

COLUMNS = {
    "code": ("code",),
    "field": ("field of work", "werkveld"),
    "occupation": ("occupation", "beroep"),
    "level": ("jobs", "banen", "vacatures", "spanning"),
    "source": ("source", "bron"),
    "since": ("date", "datum"),
}
"""What each column may be called, in the languages of the desk."""

LEVEL_WORDS: Mapping[str, Level] = {
    **dict.fromkeys(("many", "veel", "zeer krap", "krap"), "many"),
    **dict.fromkeys(("normal", "normaal", "gemiddeld"), "normal"),
    **dict.fromkeys(("few", "weinig", "ruim", "zeer ruim"), "few"),
}
"""Ours, and what the UWV calls a labour market: tight for who looks for people is many jobs for who looks for work."""

DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")

NO_COLUMNS = (
    "The first row must name the columns: occupation or field of work, jobs, source and date. Our own file has them."
)
UNKNOWN_WORK = "We know no field of work or occupation like this."
UNKNOWN_LEVEL = "Write many, normal or few."
UNKNOWN_DAY = "Write the day like 2026-03-31 or 31-3-2026, not one that is still to come."
TWICE = "This work stands in row %(row)s already."

_IN_A_FILE = ASKED_FOR | {"work": UNKNOWN_WORK, "level": UNKNOWN_LEVEL, "since": UNKNOWN_DAY}


@dataclass(frozen=True)
class Works:
    """The work there is: codes with anything, and codes by what people call it (`casefold`)."""

    all: Mapping[str, object]
    fields: Mapping[str, str]
    occupations: Mapping[str, str]


@dataclass(frozen=True)
class Unused:
    """A row that wasn't taken: its number, what it is about as it stood there, and all that is why (English source)."""

    number: int
    about: str
    sentences: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Brought:
    taken: int
    unused: tuple[Unused, ...]


def bring_in(desk: Desk, content: bytes, works: Works, now: datetime, today: date) -> Brought:
    """Each usable row in the place of what was known of the same work; a row without anything on jobs changes nothing.

    All in one transaction. Raises `NotATable`, and `NotAllowed` for who doesn't keep the tables.
    """
    must_keep(desk)
    taken: dict[str, Tightness] = {}
    table = read_table(content, _NAMES)
    columns = {_NAMES[name] for name in table.columns}
    if not columns >= _SAID or columns.isdisjoint(_WORK):
        raise NotATable(NO_COLUMNS)
    unused = tuple(_take(table.lines, works, today, taken))
    if taken:
        with desk.archive.writing(desk.organisation_id) as records:
            put_rows(records, taken)
            add_deed(records, now, desk.caseworker.id, "bring in region", "rows", str(len(taken)))
    return Brought(len(taken), unused)


_SAID = {"level", "source", "since"}
_WORK = {"code", "field", "occupation"}
_NAMES = {name: column for column, names in COLUMNS.items() for name in names}


def _take(lines: Iterable[Line], works: Works, today: date, taken: dict[str, Tightness]) -> Iterator[Unused]:
    """Puts into `taken` what can be used, and tells of the rest."""
    rows: dict[str, int] = {}
    for line in lines:
        cells = {_NAMES[name]: said for name, said in line.cells.items()}
        if not any(cells.get(part) for part in _SAID):
            continue
        about = cells.get("occupation") or cells.get("field") or cells.get("code") or ""
        row = _row(cells, works)
        if row.work in rows:
            yield Unused(line.number, about, (TWICE,), {"row": rows[row.work]})
            continue
        try:
            taken[row.work] = checked(row, works.all, today)
            rows[row.work] = line.number
        except NotARow as wrong:
            yield Unused(line.number, about, tuple(_IN_A_FILE[part] for part in wrong.sentences))


def _row(cells: Mapping[str, str], works: Works) -> Row:
    level = LEVEL_WORDS.get(cells.get("level", "").casefold(), "")
    return Row(_work(cells, works), level, cells.get("source", ""), _day(cells.get("since", "")))


def _work(cells: Mapping[str, str], works: Works) -> str:
    """By its code; else the occupation by its name; else the field by its name. Empty for what nobody knows."""
    code = cells.get("code", "").rpartition("/")[2]
    if code in works.all:
        return code
    if occupation := cells.get("occupation"):
        return works.occupations.get(occupation.casefold(), "")
    return works.fields.get(cells.get("field", "").casefold(), "")


def _day(said: str) -> date | None:
    for pattern in DAYS:
        try:
            return datetime.strptime(said, pattern).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
