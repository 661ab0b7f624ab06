"""What both sides make of a line: worked out from the newest word of each, and the same for both.

The table is in the project's design ("Sharing and confirming"). "We see this differently" is a full outcome, not a
failure to agree; "not now" puts the line on the table for the talk.
"""

from collections.abc import Iterable
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
class Item:
    """One shared line with what both sides said of it.

    `number` is its place in the shared version (what URLs carry). `changed` says that the line rests on other answers
    now than when the caseworker spoke.
    """

    number: int
    statement: Statement
    standing: Standing
    caseworker: Verdict | None
    client: Verdict | None
    changed: bool = False

    @property
    def settled(self) -> bool:
        """Both have spoken: agreed, or seen differently with both views standing."""
        return self.standing in ("confirmed", "confirmed_as_put", "seen_differently") and not self.changed


def items(profile: Profile, verdicts: Iterable[Verdict]) -> tuple[Item, ...]:
    """Every line of a shared profile with its standing. `verdicts` may come in any order, of any version."""
    in_order = sorted(verdicts, key=lambda one: one.number)
    newest = {(verdict.statement_id, verdict.side): verdict for verdict in in_order}
    return tuple(
        _item(number, statement, newest.get((statement.id, "caseworker")), newest.get((statement.id, "client")))
        for number, statement in enumerate(profile.statements, start=1)
    )


def _item(number: int, statement: Statement, said: Verdict | None, by_client: Verdict | None) -> Item:
    answer = by_client if by_client and said and by_client.answers_verdict == said.number else None
    changed = said is not None and said.ground != statement.ground
    return Item(number, statement, _standing(said, answer), said, answer, changed)


def _standing(said: Verdict | None, answer: Verdict | None) -> Standing:
    if said is None:
        return "said"
    if said.word == "not_now":
        return "to_talk_about"
    if answer is None:
        return "waits_for_client"
    return _both_spoke(said.word, answer.word)


def _both_spoke(caseworker: str, client: str) -> Standing:
    """A client who no longer stands behind their own line wants to talk about it, whoever else agreed."""
    if caseworker == "agreed":
        return "confirmed" if client == "agreed" else "to_talk_about"
    return "confirmed_as_put" if client == "agreed" else "seen_differently"
