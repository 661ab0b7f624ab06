"""Two profiles compared in words: what is told now and wasn't then. Never a grade, and what got less is not told."""

from collections.abc import Iterator
from dataclasses import dataclass

from kompas.profile.because import Because
from kompas.profile.figures import Known, figures
from kompas.profile.heard import Heard
from kompas.profile.interests import fields, flat_pattern
from kompas.profile.needs import UNKNOWN, needs
from kompas.profile.rules import Figure, Rules, Said
from kompas.profile.strengths import foremost

HELPED_ALREADY = "helped_already"
GROWN: tuple[Figure, ...] = ("confidence", "clarity", "plan")


@dataclass(frozen=True)
class Change:
    """`code` has its words in the rule file, under `changes`; `about` names the strength, field or need, if any."""

    code: str
    about: str | None
    because: Because


Found = Iterator[tuple[str, str | None, Because]]


def changes(rules: Rules, then: Heard, now: Heard) -> tuple[Change, ...]:
    """What is told now and wasn't then, in the order of a profile: strengths first.

    Whether it is new to somebody, or was known and not told then, nobody can read in it.
    """
    return tuple(
        Change(code, about, Because(f"changes.{code}", because.slots))
        for code, about, because in (
            *_clearer("new_strength", rules.strengths, then, now),
            *_clearer("new_driver", rules.drivers, then, now),
            *_enjoyed(rules, then, now),
            *_grown(rules.changes.from_, figures(rules, then), figures(rules, now)),
            *_help(rules, then, now),
        )
    )


def _clearer(code: str, said: Said, then: Heard, now: Heard) -> Found:
    """Of the few that are shown now those that weren't said clearly then, shown or not."""
    before = {*then.chosen(said.top), *(card for card in said.cards if then.weights.get(card, -1) >= said.from_weight)}
    for one in foremost(said, now, code):
        if one.question not in before:
            yield code, one.code, one.because


def _enjoyed(rules: Rules, then: Heard, now: Heard) -> Found:
    """What is said to be liked most, and what the cards say; but who likes all cards alike tells nothing by them."""
    before = {*_on_cards(rules, then), *then.chosen(rules.interests.liked)}
    flat = flat_pattern(rules.flat_pattern, rules.interests.cards, now) is not None
    liked = dict.fromkeys(now.chosen(rules.interests.liked), Because("interests", (rules.interests.liked,)))
    for name, because in (liked | ({} if flat else _on_cards(rules, now))).items():
        if name not in before:
            yield "new_field", name, because


def _on_cards(rules: Rules, heard: Heard) -> dict[str, Because]:
    enjoyed = fields(rules.interests, heard).items()
    return {name: field.because for name, field in enjoyed if field.value >= rules.changes.from_}


def _grown(enough: float, then: Known, now: Known) -> Found:
    """Known now and enough, and then not known or less. Somebody who is surer than sure reads nothing about it."""
    for name in GROWN:
        before, after = then.get(name), now.get(name)
        if after is not None and after.value >= enough and (before is None or before.value < enough):
            yield name, None, after.because


def _help(rules: Rules, then: Heard, now: Heard) -> Found:
    """Help is arranged where it was wanted then and is there now. A need that isn't told any more is not arranged."""
    before = {need.code: need.timing for need in needs(rules, then)}
    for need in needs(rules, now):
        if need.timing == HELPED_ALREADY and before.get(need.code, UNKNOWN) not in (HELPED_ALREADY, UNKNOWN):
            yield "help_arranged", need.code, need.because
        elif need.code not in before and need.timing != HELPED_ALREADY:
            yield "new_need", need.code, need.because
