"""What a client is shown out of the raw ranking: little, varied, promising first, and always with reasons."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kompas.occupations.occupation import Occupation
from kompas.profile.fit import Fit, Looking, label
from kompas.profile.heard import Heard
from kompas.profile.needed import Requirement, still_needed
from kompas.profile.reasons import Reason, reasons
from kompas.profile.rules import Rules
from kompas.profile.tightness import Region, Tightness, place, tightness_of


@dataclass(frozen=True)
class Suggestion:
    """Work that may fit: the label in words, why, what is still needed, and how many jobs there are if known."""

    occupation: Occupation
    value: float
    label: str
    reasons: tuple[Reason, ...]
    needed: tuple[Requirement, ...]
    tightness: Tightness | None


def suggest(
    rules: Rules,
    heard: Heard,
    person: Looking,
    ranked: Sequence[Fit],
    region: Region,
    not_for_me: Collection[str],
) -> tuple[Suggestion, ...]:
    """At most six, from three fields where three fit. What somebody crossed out, a field or this work, stays away."""
    order = promising(rules, ranked, region)
    vetoed = heard.chosen(rules.suggested.vetoed)
    open_ = [one for one in order if one.occupation.field not in vetoed and one.occupation.esco not in not_for_me]
    return tuple(_chosen(rules, list(_with_reasons(rules, heard, person, open_, region))))


def promising(rules: Rules, ranked: Sequence[Fit], region: Region) -> list[Fit]:
    """What fits: of what fits well enough the work with many jobs first, then by fit; the rest after it."""
    shown = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.from_, ranked))
    well = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.promising_from, shown))
    return sorted(well, key=lambda one: place(tightness_of(region, one.occupation))) + shown[len(well) :]


def _with_reasons(
    rules: Rules, heard: Heard, person: Looking, order: Sequence[Fit], region: Region
) -> Iterator[Suggestion]:
    """As many as are worth a look: once there are enough, only the first of each other field."""
    fields: set[str] = set()
    found = 0
    for value, one in order:
        if found >= rules.suggested.most and (one.field in fields or len(fields) >= rules.suggested.fields):
            continue
        if because := reasons(rules, heard, person, one):
            fields.add(one.field)
            found += 1
            words = label(rules.fit, value) or ""
            needed = still_needed(rules, heard, one)
            yield Suggestion(one, value, words, because, needed, tightness_of(region, one))


def _chosen(rules: Rules, order: list[Suggestion]) -> list[Suggestion]:
    """The best of the first three fields, filled up with what comes next; in the same order."""
    first: dict[str, int] = {}
    for number, one in enumerate(order):
        first.setdefault(one.occupation.field, number)
    kept = sorted(first.values())[: rules.suggested.fields]
    rest = [number for number in range(len(order)) if number not in kept]
    return [order[number] for number in sorted([*kept, *rest[: rules.suggested.most - len(kept)]])]
