"""What a client is shown out of the raw ranking: little, varied, promising first, and always with reasons."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kompas.occupations.occupation import Occupation
from kompas.profile.fit import Fit, Looking, label
from kompas.profile.heard import Heard
from kompas.profile.needed import Requirement, still_needed
from kompas.profile.reasons import Reason, reasons
from kompas.profile.rules import Rules, Suggesting
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
    return tuple(_varied(rules.suggested, person, list(_spoken_for(rules, heard, person, open_, region))))


def promising(rules: Rules, ranked: Sequence[Fit], region: Region) -> list[Fit]:
    """What fits: of what fits well enough the work with many jobs first, then by fit; the rest after it."""
    shown = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.from_, ranked))
    well = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.promising_from, shown))
    return sorted(well, key=lambda one: place(tightness_of(region, one.occupation))) + shown[len(well) :]


def _spoken_for(
    rules: Rules, heard: Heard, person: Looking, order: Sequence[Fit], region: Region
) -> Iterator[Suggestion]:
    """Work that something speaks for, in order; of each field as much as could ever be shown."""
    counts: Counter[str] = Counter()
    for value, one in order:
        liked = [
            min(number, rules.suggested.most_of_a_field) for field, number in counts.items() if person.likes(field)
        ]
        if sum(liked) >= rules.suggested.most and len(liked) >= rules.suggested.fields:
            return
        if counts[one.field] >= (rules.suggested.most if person.likes(one.field) else 1):
            continue
        if because := reasons(rules, heard, person, one):
            counts[one.field] += 1
            needed = still_needed(rules, heard, one)
            yield Suggestion(one, value, label(rules.fit, value) or "", because, needed, tightness_of(region, one))


def _varied(rules: Suggesting, person: Looking, order: list[Suggestion]) -> list[Suggestion]:
    """The best of the first three fields, then what comes next: first a few of each field, then what is left.

    A field that somebody isn't drawn to comes in only as the third, so that there are three to look at;
    it stands last.
    """
    places: dict[str, list[int]] = {}
    for number, one in enumerate(order):
        places.setdefault(one.occupation.field, []).append(number)
    liked = {field: of for field, of in places.items() if person.likes(field)}
    first = sorted(of[0] for of in liked.values())[: rules.fields]
    if len(places) >= rules.fields:
        others = [of[0] for field, of in places.items() if field not in liked]
        first += others[: rules.fields - len(first)]
    some = sorted(number for of in liked.values() for number in of[: rules.most_of_a_field])
    left = sorted(number for of in liked.values() for number in of)
    chosen = list(dict.fromkeys((*first, *some, *left)))[: rules.most]
    return [order[number] for number in sorted(chosen, key=lambda number: (number not in left, number))]
