"""A file of somebody else as rows with their lines: whatever can't be used becomes a mistake with its line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kompas.conversation.mistakes import Mistake

MOST_LINES_ABOUT = 40
"""So many lines may tell about a file before its header comes."""

Row = tuple[int, dict[str, str]]


@dataclass
class OfficialFile:
    """A file by its name, as it is, and all that was found wrong with it so far."""

    name: str
    content: bytes
    mistakes: list[Mistake] = field(default_factory=list)

    def refuse(self, line: int, sentence: str) -> None:
        self.mistakes.append(Mistake(self.name, line, sentence))


def rows(file: OfficialFile, *columns: str | tuple[str, ...]) -> Iterator[Row]:
    """Each row with the line on which it begins, of these columns only; nothing where one of them lacks.

    A column may have several names, in capitals or not. What stands above the header tells about the file.
    """
    lines = _text(file).splitlines(keepends=True)
    names = [one if isinstance(one, tuple) else (one,) for one in columns]
    header, places = _header(lines, names)
    if places is None:
        wanted = ", ".join(" or ".join(one) for one in names)
        file.refuse(1, f"No line at the top of this file names the columns {wanted}.")
        return
    for line, cells in _records(file, lines, header):
        if len(cells) <= max(places):
            file.refuse(line, f"This line has {len(cells)} columns, and needs {max(places) + 1}.")
        else:
            yield line, {name[0]: cells[place].strip() for name, place in zip(names, places, strict=True)}


def _text(file: OfficialFile) -> str:
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        file.refuse(file.content[: wrong.start].count(b"\n") + 1, "This file isn't UTF-8: save it as UTF-8.")
        return ""


def _header(lines: Sequence[str], names: Sequence[tuple[str, ...]]) -> tuple[int, list[int] | None]:
    """On which line (from 0) the header stands, and the place of each column in it."""
    for number, line in enumerate(lines[:MOST_LINES_ABOUT]):
        cells = [cell.strip().strip('"').lower() for cell in line.split("\t" if "\t" in line else ",")]
        found = [next((cells.index(one.lower()) for one in each if one.lower() in cells), -1) for each in names]
        if min(found) >= 0:
            return number, found
    return 0, None


def _records(file: OfficialFile, lines: Sequence[str], header: int) -> Iterator[tuple[int, list[str]]]:
    """A text in quotes may run over several lines, but not in a file with tabs: there a quote is a quote."""
    if "\t" in lines[header]:
        reader = csv.reader(lines[header + 1 :], delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(lines[header + 1 :], strict=True)
    while True:
        line = header + 2 + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            file.refuse(line, f"What begins on this line can't be read: {wrong}.")
            continue
        if cells:
            yield line, cells
