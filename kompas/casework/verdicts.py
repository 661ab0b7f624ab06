"""What both sides make of a line: worked out from the newest word of each, and the same for both.

The table is in the project's design ("Sharing and confirming"). "We see this differently" is a full outcome, not a
failure to agree; "not now" puts the line on the table for the talk.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from kompas.casework.people import Verdict
from kompas.profile.statements import Profile, Statement

Standing = Literal["said", "to_talk_about", "waits_for_client", "confirmed", "confirmed_as_put", "seen_differently"]
CaseworkerWord = Literal["agreed", "seen_differently", "not_now"]
ClientWord = Literal["agreed", "not_agreed"]
CASEWORKER_WORDS: tuple[str, ...] = get_args(CaseworkerWord)
CLIENT_WORDS: tuple[str, ...] = get_args(ClientWord)


@dataclass(frozen=True)
class Words:
    """The newest word of each side on one statement. A client's word counts for the verdict that it answers alone."""

    caseworker: Verdict | None
    client: Verdict | None

    @property
    def last(self) -> Verdict | None:
        """Who spoke last, of the two."""
        return self.client or self.caseworker

    @property
    def standing(self) -> Standing:
        if self.caseworker is None:
            return "said"
        if self.caseworker.word == "not_now":
            return "to_talk_about"
        if self.client is None:
            return "waits_for_client"
        return _both_spoke(self.caseworker.word, self.client.word)


NOBODY_SPOKE = Words(None, None)


@dataclass(frozen=True)
class Seen:
    """What somebody had before their eyes when they spoke: a word must never land on anything else.

    `ground` is what the line rested on; `newest` the number of the newest verdict on it, 0 while nobody had spoken.
    """

    statement_id: str
    ground: str
    newest: int = 0


@dataclass(frozen=True)
class Item:
    """One shared line with what both sides said of it.

    `number` is its place in the shared version (what URLs carry). `changed` says that the line rests on other answers
    now than when the caseworker spoke.
    """

    number: int
    statement: Statement
    words: Words = NOBODY_SPOKE
    changed: bool = False

    @property
    def standing(self) -> Standing:
        return self.words.standing

    @property
    def caseworker(self) -> Verdict | None:
        return self.words.caseworker

    @property
    def client(self) -> Verdict | None:
        return self.words.client

    @property
    def seen(self) -> Seen:
        """This line as it is on the screen now: what a word on it carries along."""
        last = self.words.last
        return Seen(self.statement.id, self.statement.ground, last.number if last else 0)

    @property
    def open_to_client(self) -> bool:
        """The caseworker took a stand on this very line: the client answers it, and may change that answer later."""
        return self.caseworker is not None and self.caseworker.word != "not_now" and not self.changed


def items(profile: Profile, verdicts: Iterable[Verdict]) -> tuple[Item, ...]:
    """Every line of a shared profile with its standing. `verdicts`: of this round of talks, in any order."""
    said = newest_words(verdicts)
    return tuple(
        _item(number, statement, said.get(statement.id, NOBODY_SPOKE))
        for number, statement in enumerate(profile.statements, start=1)
    )


def newest_words(verdicts: Iterable[Verdict]) -> Mapping[str, Words]:
    """What both sides say now, by statement id, the one that was spoken of last at the end."""
    newest: dict[str, dict[str, Verdict]] = {}
    for verdict in sorted(verdicts, key=lambda one: one.number):
        sides = newest.pop(verdict.statement_id, {})
        newest[verdict.statement_id] = sides | {verdict.side: verdict}
    return {name: _words(sides.get("caseworker"), sides.get("client")) for name, sides in newest.items()}


def _words(caseworker: Verdict | None, client: Verdict | None) -> Words:
    answers = client is not None and caseworker is not None and client.answers_verdict == caseworker.number
    return Words(caseworker, client if answers else None)


def _item(number: int, statement: Statement, words: Words) -> Item:
    changed = words.caseworker is not None and words.caseworker.ground != statement.ground
    return Item(number, statement, words, changed)


def _both_spoke(caseworker: str, client: str) -> Standing:
    """A client who no longer stands behind their own line wants to talk about it, whoever else agreed."""
    if caseworker == "agreed":
        return "confirmed" if client == "agreed" else "to_talk_about"
    return "confirmed_as_put" if client == "agreed" else "seen_differently"
