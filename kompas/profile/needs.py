"""What somebody wants help with, and by name what there is for it (7.6, section 8)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kompas.conversation.answers import slot_of
from kompas.profile.because import Because
from kompas.profile.heard import Heard
from kompas.profile.rules import Rules
from kompas.profile.standing import Standing, grounds, holds

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Need:
    """`timing` is when help is wanted, `unknown` while that wasn't told."""

    code: str
    timing: str
    supports: tuple[str, ...]
    because: Because


@dataclass(frozen=True)
class Crossing:
    """A kind of support that bridges the way: to a need, to a step, or to what work still needs."""

    support: str
    to: str
    because: Because


def needs(rules: Rules, heard: Heard) -> tuple[Need, ...]:
    """Those that want help first stand first; else as they were put in order, or chosen."""
    said, timing = rules.needs, heard.each(rules.needs.timing)
    chosen = [code for code in heard.chosen(said.chosen) if code != said.none]
    named = dict.fromkeys((*heard.chosen(said.top), *chosen, *timing))
    # Sorting keeps the order of what is equal.
    codes = sorted(named, key=lambda code: said.order.index(_time(rules, timing.get(code))))
    return tuple(_need(rules, code, timing.get(code), code in chosen) for code in codes)


def _time(rules: Rules, time: str | None) -> str:
    return time if time in rules.needs.order else UNKNOWN


def _need(rules: Rules, code: str, time: str | None, chosen: bool) -> Need:
    slots = ((rules.needs.chosen,) if chosen else ()) + ((slot_of(rules.needs.timing, code),) if time else ())
    return Need(code, _time(rules, time), rules.supports.by_need.get(code, ()), Because(f"needs.{code}", slots))


def bridge(
    rules: Rules, found: Iterable[Need], standing: Standing, wanted: Iterable[tuple[str, Because]]
) -> tuple[Crossing, ...]:
    """Support by support, each once. `wanted` is what the chosen work still needs: kinds of support, with why."""
    each: dict[str, Crossing] = {}
    for one in _crossings(rules, found, standing, wanted):
        each.setdefault(one.support, one)
    return tuple(each.values())


def _crossings(
    rules: Rules, found: Iterable[Need], standing: Standing, wanted: Iterable[tuple[str, Because]]
) -> Iterator[Crossing]:
    for need in found:
        if need.timing in rules.needs.bridged:
            yield from (Crossing(support, need.code, need.because) for support in need.supports)
    for step in rules.bridge.steps if standing.no_statement is None else ():
        if holds(step.when, standing):
            slots = tuple(slot for ground in grounds(step.when, standing) for slot in ground.slots)
            yield Crossing(step.support, "step", Because(f"bridge.{step.support}", slots))
    yield from (Crossing(support, "work", because) for support, because in wanted)
