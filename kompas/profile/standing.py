"""The first rule that holds gives the step (7.5) and the hint (7.7). A rule about something unknown doesn't hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import ge, le, lt
from typing import Protocol, TypeVar

from kompas.profile.because import Because, Figured, one_of_each
from kompas.profile.figures import Known
from kompas.profile.rules import Figure, Hints, Steps, When

SITUATION = "situation"


class Conditional(Protocol):
    @property
    def when(self) -> When: ...


Rule = TypeVar("Rule", bound=Conditional)


@dataclass(frozen=True)
class Standing:
    """What steps and hints look at. `no_statement` says why nothing is said about this person, if so."""

    figures: Known
    situation: str | None = None
    no_statement: Because | None = None


@dataclass(frozen=True)
class Outcome:
    """The step or hint that came out, which of the rules gave it (from 0), and why."""

    id: str
    place: int
    because: Because


def step(rules: Steps, standing: Standing) -> Outcome:
    return _first("steps", rules.rules, standing)


def hint(rules: Hints, standing: Standing) -> Outcome:
    """With the few answers that it rests on."""
    return _first("hints", rules.rules, standing, rules.most_answers)


def holds(when: When, standing: Standing) -> bool:
    known = {name: figure.value for name, figure in standing.figures.items() if figure is not None}
    return (
        (not when.no_statement or standing.no_statement is not None)
        and (when.situation is None or when.situation == standing.situation)
        and _all(ge, when.at_least, known)
        and _all(le, when.at_most, known)
        and _all(lt, when.below, known)
        and all(name not in known or known[name] < bound for name, bound in when.short_of.items())
        and all(name in known for name in when.known)
        and all(name not in known for name in when.unknown)
    )


def grounds(when: When, standing: Standing) -> Iterable[Because]:
    """What a rule that holds rests on: the figures that it looks at, and the situation."""
    if when.no_statement and standing.no_statement is not None:
        yield standing.no_statement
    if when.situation is not None:
        yield Because(SITUATION, (SITUATION,))
    for name in when.figures:
        figure: Figured | None = standing.figures.get(name)
        if figure is not None:
            yield figure.because


def _all(
    compare: Callable[[float, float], bool], bounds: Mapping[Figure, float], known: Mapping[Figure, float]
) -> bool:
    return all(name in known and compare(known[name], bound) for name, bound in bounds.items())


def _first(part: str, rules: Iterable[Rule], standing: Standing, most: int | None = None) -> Outcome:
    place, rule = next((place, rule) for place, rule in enumerate(rules) if holds(rule.when, standing))
    name = str(getattr(rule, "id", ""))
    return Outcome(name, place, Because(f"{part}.{name}", one_of_each(grounds(rule.when, standing), most)))
