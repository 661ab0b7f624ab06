"""Lines that were spoken about and are no longer shared, as the client reads them back."""

from collections.abc import Iterable
from dataclasses import dataclass

from kompas.usecases.no_longer_shared import NoLongerShared
from kompas.web.lines import Line, line
from kompas.web.standing import what_was_said


@dataclass(frozen=True)
class LineLost:
    """The line in the wording of then, and what both sides said of it, each in a sentence."""

    line: Line
    said: tuple[str, ...]


def lines_lost(found: Iterable[NoLongerShared]) -> list[LineLost]:
    return [
        LineLost(line(number, one.statement, wording=one.wording), what_was_said(one.words))
        for number, one in enumerate(found, start=1)
    ]
