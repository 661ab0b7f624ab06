"""Reads a spreadsheet in a process of its own: `python -I sheet_apart.py ROWS CELLS LETTERS < file`, a JSON row a line.

A small file can ask for endless time or memory (packed zeros, a cell at the far end). Here it gets so much and no more;
whatever goes wrong ends this process alone. Nothing in the file runs: values are all that is read.
"""

import json
import resource
import sys
from datetime import date, datetime
from io import BytesIO

SECONDS = 5
BYTES = 768 * 1024 * 1024
MOST_LETTERS = 10_000_000
TOO_MUCH = 3
"""What this program ends with when the values are more than that together."""


def main(most_rows: int, most_cells: int, most_letters: int) -> None:
    """At most one row, one cell and one letter more than may be: enough to see that there is too much."""
    import python_calamine

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    sheet = python_calamine.CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read())).get_sheet_by_index(0)
    first = sheet.start[0] if sheet.start else 0
    sys.stdout.write("[]\n" * min(first, most_rows + 1))
    letters = 0
    for row in sheet.to_python(nrows=most_rows + 1):
        line = json.dumps([_said(cell)[: most_letters + 1] for cell in row[: most_cells + 1]])
        letters += len(line)
        if letters > MOST_LETTERS:
            sys.exit(TOO_MUCH)
        sys.stdout.write(f"{line}\n")


def _said(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
