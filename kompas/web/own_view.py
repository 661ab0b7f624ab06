"""The line on "what we heard" that its client says isn't right: it stands open, with room for their own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask import request

from kompas.conversation.own_word import LONGEST_VIEW, own_view
from kompas.conversation.walking import Walk
from kompas.usecases.own_view import as_it_was, hide, say_myself
from kompas.usecases.parties import Phone
from kompas.usecases.problems import NotFound
from kompas.web.lines import Line
from kompas.web.unsent import unsent

TOLD = {"say": "line-said", "hide": "line-hidden", "back": "line-as-it-was"}
"""The notice by what was done."""


@dataclass(frozen=True)
class NotRight:
    """A line by its id, with what they typed about it and what is wrong with that."""

    line: str
    words: str
    mistake: str = ""
    longest: int = LONGEST_VIEW


def do_about(phone: Phone, do: str, line: str, words: str, now: datetime) -> None:
    """Raises `NotAccepted` with a sentence, `NotFound` for what nobody offers, and `Stale` when the line is gone."""
    if do == "say":
        say_myself(phone, line, words, now)
    elif do == "hide":
        hide(phone, line, now)
    elif do == "back":
        as_it_was(phone, line, now)
    else:
        raise NotFound


def may_be_not_right(line: Line) -> bool:
    """A topic for the talk is put off on the agenda itself."""
    return line.statement.part != "agenda"


def asked_about(lines: Iterable[Line], walked: Walk) -> NotRight | None:
    """The line whose place the address names, or the one that stood open with words unsent. Addresses tell no more."""
    typed = unsent()
    for one in filter(may_be_not_right, lines):
        name = one.statement.id
        if "line" in typed and typed["line"] == name:
            return NotRight(name, typed.get("words", ""))
        if "line" not in typed and str(one.number) == request.args.get("line"):
            return NotRight(name, own_view(walked.own_word).get(name, ""))
    return None
