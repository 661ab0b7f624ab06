"""From the text of a table of occupations to the occupations, or to everything that is wrong with it at once."""

import csv
from collections.abc import Iterator, Mapping

from kompas.conversation.mistakes import Mistake
from kompas.occupations.occupation import LETTERS, Occupation

LABEL = "label_"
"""Begins the name of a column with ESCO's labels in one language."""

VALUES = ("achievement", "independence", "recognition", "relationships", "support", "working_conditions")
TAGS = ("outside", "customers", "physical", "team")
NEEDS = {
    "licence": {"B": "licence_b", "C": "licence_c", "D": "licence_d", "forklift": "licence_forklift"},
    "schooling": {"1": "short_course", "2": "trade_diploma"},
    "dutch": {"1": "some_dutch", "2": "good_dutch"},
    "conduct": {"1": "conduct"},
}
"""By column, what each word in it asks for; 0 and nothing ask for nothing."""


class OccupationMistakes(Exception):
    """All that is wrong with a table, each with its line."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def read_occupations(text: str, name: str) -> tuple[Occupation, ...]:
    """The occupations in a table of ours: lines that begin with # tell about it, then a header, then one a line.

    Raises `OccupationMistakes` with every line that can't be used.
    """
    found, mistakes = [], []
    for line, row in _rows(text):
        try:
            found.append(_occupation(row))
        except (KeyError, TypeError, ValueError) as wrong:
            mistakes.append(Mistake(name, line, f"This line can't be used: {wrong}."))
    if mistakes:
        raise OccupationMistakes(mistakes)
    return tuple(found)


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    lines = text.splitlines()
    about = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(lines[about:])
    for row in reader:
        yield about + reader.line_num, row


def _occupation(row: Mapping[str, str]) -> Occupation:
    return Occupation(
        esco=row["esco"],
        code=row["code"],
        isco=row["isco"],
        name=row["name"],
        label_nl=row["label_nl"],
        field=row["field"],
        interests=_interests(row),
        values={value: float(row[value]) for value in VALUES if row[value]},
        tags={tag: int(row[tag]) for tag in TAGS if row[tag]},
        needs=tuple(_needs(row)),
        irregular=row["irregular"] == "1",
        hours=_hours(row["hours"]),
        labels={name.removeprefix(LABEL): row[name] for name in row if str(name).startswith(LABEL) and row[name]},
    )


def _interests(row: Mapping[str, str]) -> tuple[float, ...]:
    """All six, or none."""
    known = [letter for letter in LETTERS if row[letter]]
    if known and len(known) < len(LETTERS):
        raise ValueError(f"of the six interests only {', '.join(known)} are known")
    return tuple(float(row[letter]) for letter in known)


def _needs(row: Mapping[str, str]) -> Iterator[str]:
    for column, words in NEEDS.items():
        if row[column] not in ("", "0"):
            yield words[row[column]]


def _hours(written: str) -> tuple[int, int] | None:
    """`12-32`, or nothing."""
    if not written:
        return None
    least, most = map(int, written.split("-"))
    return least, most
