"""Two profiles compared in words: what was added since. Never a grade, and what got less is not told."""

from collections.abc import Iterator
from dataclasses import dataclass

from kompas.profile.because import Because
from kompas.profile.figures import Known
from kompas.profile.rules import Changes, Figure, Rules
from kompas.profile.strengths import Foremost
from kompas.profile.worked_out import WorkedOut

HELPED_ALREADY = "helped_already"
GROWN: tuple[Figure, ...] = ("confidence", "clarity", "plan")


@dataclass(frozen=True)
class Change:
    """`code` has its words in the rule file, under `changes`; `about` names the strength, field or need, if any."""

    code: str
    about: str | None
    because: Because


def changes(rules: Rules, then: WorkedOut, now: WorkedOut) -> tuple[Change, ...]:
    """What is there now and wasn't then, in the order of a profile: strengths first."""
    return tuple(
        Change(code, about, Because(f"changes.{code}", because.slots))
        for code, about, because in (
            *_new("new_strength", _said(then.strengths), _said(now.strengths)),
            *_new("new_driver", _said(then.drivers), _said(now.drivers)),
            *_new("new_field", _enjoyed(rules.changes, then), _enjoyed(rules.changes, now)),
            *_grown(rules.changes, then.figures, now.figures),
            *_arranged(then, now),
        )
    )


Found = Iterator[tuple[str, str | None, Because]]


def _said(clearly: tuple[Foremost, ...]) -> dict[str, Because]:
    return {one.code: one.because for one in clearly}


def _new(code: str, then: dict[str, Because], now: dict[str, Because]) -> Found:
    for name, because in now.items():
        if name not in then:
            yield code, name, because


def _enjoyed(rules: Changes, profile: WorkedOut) -> dict[str, Because]:
    return {name: field.because for name, field in profile.fields.items() if field.value >= rules.from_}


def _grown(rules: Changes, then: Known, now: Known) -> Found:
    """Known now and enough, and then not known or less. Somebody who is surer than sure reads nothing about it."""
    for name in GROWN:
        before, after = then.get(name), now.get(name)
        if after is not None and after.value >= rules.from_ and (before is None or before.value < rules.from_):
            yield name, None, after.because


def _arranged(then: WorkedOut, now: WorkedOut) -> Found:
    before = {need.code: need.timing for need in then.needs}
    for need in now.needs:
        if need.timing == HELPED_ALREADY and before.get(need.code, HELPED_ALREADY) != HELPED_ALREADY:
            yield "help_arranged", need.code, need.because
        elif need.code not in before and need.timing != HELPED_ALREADY:
            yield "new_need", need.code, need.because
