"""How something was answered, in words that client and caseworker both read: with whom beside, or from paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.conversation.beside import PAPER, Record
from kompas.profile.statements import Beside, Statement
from kompas.web.paper_words import only_if
from kompas.web.phone import current_flow
from kompas.web.wording import say

ANSWERED: dict[str, LazyString] = {
    "relative": _("Answered with a relative or friend"),
    "interpreter": _("Answered with an interpreter"),
    "caseworker": _("Answered with the caseworker"),
    "someone_else": _("Answered together with someone else"),
}

BESIDE_YOU: dict[str, LazyString] = {
    "relative": _("With a relative or friend beside you"),
    "interpreter": _("With an interpreter beside you"),
    "caseworker": _("With your caseworker beside you"),
    "someone_else": _("With someone else beside you"),
}


@dataclass(frozen=True)
class Way:
    """One way in which lines of a part were answered. `chapters`: their titles, where it is not true of every line."""

    words: str
    chapters: tuple[str, ...] = ()


def say_ways(app: Flask) -> None:
    app.jinja_env.globals.update(answered=answered, beside_you=lambda who: BESIDE_YOU.get(who, ""), only_if=only_if)


def answered(record: Record) -> list[str]:
    """What stands on record of one chapter."""
    return [_answered(who, by) for who, by in record.items()]


def ways_of(statements: Iterable[Statement]) -> tuple[Way, ...]:
    """How these lines were answered, each way once."""
    lines = [one for one in statements if one.kind != "talk"]
    found: dict[str, list[Beside]] = {}
    for beside in (one for line in lines for one in line.beside):
        found.setdefault(_answered(*beside[1:]), []).append(beside)
    return tuple(Way(words, () if len(of) >= len(lines) else _titles(of)) for words, of in found.items())


def with_whom(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Who sat beside when these lines were answered, each once; from paper nobody did."""
    records = (one[1:] for statement in statements if statement.kind != "talk" for one in statement.beside)
    return tuple(dict.fromkeys(_answered(*one) for one in records if one[0] != PAPER))


def _answered(who: str, by: str) -> str:
    return str(_("From paper, typed in by %(name)s", name=by)) if who == PAPER else str(ANSWERED.get(who, ""))


def _titles(of: Iterable[Beside]) -> tuple[str, ...]:
    chapters = (current_flow().chapter(name) for name in dict.fromkeys(one[0] for one in of))
    return tuple(say(chapter.title) for chapter in chapters if chapter is not None)
