"""Lines that were spoken about and are no longer shared, as the client reads them back."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from kompas.casework.people import Verdict
from kompas.casework.verdicts import Words
from kompas.usecases.lost import LostLine
from kompas.web.lines import Line, line
from kompas.web.moments import moment


@dataclass(frozen=True)
class LostOnScreen:
    """The line in the wording of then, and what both sides said of it, each in a sentence."""

    line: Line
    said: tuple[str, ...]


def lost_on_screen(found: Iterable[LostLine]) -> list[LostOnScreen]:
    return [
        LostOnScreen(line(number, one.statement, wording=one.wording), _what_was_said(one.words))
        for number, one in enumerate(found, start=1)
    ]


def _what_was_said(words: Words) -> tuple[str, ...]:
    """Who said what, and when."""
    return tuple(_said(one) for one in (words.caseworker, words.client) if one is not None)


def _said(verdict: Verdict) -> str:
    who = {"name": verdict.by_name, "at": moment(verdict.at)}
    if verdict.words:
        return _("%(name)s, %(at)s: “%(words)s”", **who, words=verdict.words)
    if verdict.word == "agreed":
        return _("%(name)s, %(at)s: agreed", **who)
    if verdict.word == "not_now":
        return _("%(name)s, %(at)s: not now", **who)
    return _("%(name)s, %(at)s: seen differently", **who)
