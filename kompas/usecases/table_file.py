"""A table that somebody brings along as a file (CSV or a spreadsheet): rows of plain cells, none of them believed.

Whatever it is, it costs little time and memory, and what can't be read gets a sentence that says what to do.
"""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from kompas.conversation.readable import one_line
from kompas.usecases import sheet_apart

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_CELLS = 50
LONGEST_CELL = 1000
SECONDS_TO_READ = 15

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP = b"PK\x03\x04"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

NOTHING = "Choose a file with something in it."
TOO_BIG = "This file is larger than 5 MB. Leave out what isn't needed, or bring it in parts."
TOO_LONG = "This file has more than 20,000 rows. Bring it in parts."
TOO_WIDE = "This file has more than 50 columns, or a cell of more than 1,000 letters. Leave out what isn't needed."
NO_TABLE = "This is no table that we can read. Save it as CSV or as XLSX, and try again."
OTHER_LETTERS = "This file is written in UTF-16. Save it as “CSV UTF-8” or as XLSX, and try again."


@dataclass
class NotATable(Exception):
    """The file can't be read; `sentence` (English source) says what to do."""

    sentence: str


@dataclass(frozen=True)
class Line:
    """One row of the file: its number as a spreadsheet shows it, and its cells by the name of their column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """The columns that were asked for and are there, and the rows that have anything in these."""

    columns: frozenset[str]
    lines: tuple[Line, ...]


def read_table(content: bytes, names: Collection[str]) -> Table:
    """The first row with anything in it names the columns, in any case and order; only `names` are kept.

    Raises `NotATable`.
    """
    rows = _rows(content)
    if len(rows) > MOST_ROWS + 1:
        raise NotATable(TOO_LONG)
    if any(len(row) > MOST_CELLS or any(len(cell) > LONGEST_CELL for cell in row) for row in rows):
        raise NotATable(TOO_WIDE)
    plain = [[one_line(cell) for cell in row] for row in rows]
    top = next((place for place, row in enumerate(plain) if any(row)), None)
    if top is None:
        raise NotATable(NOTHING)
    head, below = plain[top], plain[top + 1 :]
    known = {column: name.casefold() for column, name in enumerate(head) if name.casefold() in names}
    lines = [
        Line(number, {name: _without_guard(row[column]) for column, name in known.items() if column < len(row)})
        for number, row in enumerate(below, start=top + 2)
    ]
    return Table(frozenset(known.values()), tuple(line for line in lines if any(line.cells.values())))


def as_csv(rows: Iterable[Sequence[str]], delimiter: str) -> bytes:
    """For a spreadsheet program: it knows by the first sign that this is UTF-8, and no cell starts a formula."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows([_guarded(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _without_guard(cell: str) -> str:
    """What `as_csv` put in front goes again."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def _rows(content: bytes) -> list[list[str]]:
    if not content:
        raise NotATable(NOTHING)
    if len(content) > MOST_BYTES:
        raise NotATable(TOO_BIG)
    if content.startswith(_UTF_16):
        raise NotATable(OTHER_LETTERS)
    if content.startswith(_ZIP):
        return _rows_of_sheet(content)
    if b"\0" in content:
        raise NotATable(NO_TABLE)
    return _rows_of_text(_text(content))


def _text(content: bytes) -> str:
    """UTF-8, or what an older spreadsheet program writes in western Europe."""
    for letters in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(letters)
        except UnicodeDecodeError:
            continue
    raise NotATable(NO_TABLE)


def _rows_of_text(text: str) -> list[list[str]]:
    """The first line tells which sign stands between two cells."""
    head = text.lstrip().partition("\n")[0]
    delimiter = max((";", ",", "\t"), key=head.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error:
        raise NotATable(NO_TABLE) from None
    return rows


def _rows_of_sheet(content: bytes) -> list[list[str]]:
    """The first sheet, read apart: see there."""
    bounds = map(str, (MOST_ROWS + 1, MOST_CELLS, LONGEST_CELL))
    command = [sys.executable, "-I", sheet_apart.__file__, *bounds]
    try:
        read = subprocess.run(  # noqa: S603 (our own program; of the file it gets the content alone)
            command, input=content, capture_output=True, timeout=SECONDS_TO_READ, check=False
        )
    except subprocess.TimeoutExpired:
        raise NotATable(NO_TABLE) from None
    if read.returncode:
        raise NotATable(TOO_WIDE if read.returncode == sheet_apart.TOO_MUCH else NO_TABLE)
    return [json.loads(line) for line in read.stdout.splitlines()]
