"""What a client is shown out of the raw ranking: little, varied, promising first, and always with reasons."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kompas.occupations.occupation import Occupation
from kompas.profile.fit import Fit, Looking, label
from kompas.profile.heard import Heard
from kompas.profile.needed import Requirement, still_needed
from kompas.profile.reasons import Reason, against_wishes, reasons
from kompas.profile.rules import Rules, Suggesting
from kompas.profile.tightness import PLACE, Region, Tightness, place, tightness_of


@dataclass(frozen=True)
class Suggestion:
    """Work that may fit: the label in words, why, what is still needed, and how many jobs there are if known."""

    occupation: Occupation
    value: float
    label: str
    reasons: tuple[Reason, ...]
    needed: tuple[Requirement, ...]
    tightness: Tightness | None
    against: tuple[Reason, ...] = ()
    """Wishes that it goes straight against."""


@dataclass(frozen=True)
class OwnChoice:
    """By ESCO id: work that the client put aside, and work that they want to go for."""

    aside: Collection[str] = ()
    chosen: Collection[str] = ()


def suggest(
    rules: Rules,
    heard: Heard,
    person: Looking,
    ranked: Sequence[Fit],
    region: Region,
    own: OwnChoice,
) -> tuple[Suggestion, ...]:
    """At most six, from three fields where three fit. What somebody crossed out, a field or this work, stays away.

    What they want to go for stands first, also where it fits less.
    """
    closed = {"", *heard.chosen(rules.suggested.vetoed)}
    best = [one for one in promising(rules, ranked, region) if one.occupation.field not in closed]
    order = _as_on_the_card(rules, heard, best, region)
    open_ = [one for one in order if one.occupation.esco not in own.aside]
    wished = [one for one in open_ if not against_wishes(rules, heard, one.occupation)]
    against = [one for one in open_ if one not in wished]
    grounds = rules.suggested.grounds
    found = [one for part in (wished, against) for one in _spoken_for(rules, heard, person, part, region, grounds)]
    if found:
        shown = {one.occupation.field for one in found}
        new = [one for one in wished if one.occupation.field not in shown and not person.likes(one.occupation.field)]
        found += _spoken_for(rules, heard, person, new, region, rules.reasons.words)
    first = list(_gone_for(rules, heard, person, ranked, region, own))
    taken = {one.occupation.esco for one in first}
    others = [one for one in _varied(rules.suggested, person, found) if one.occupation.esco not in taken]
    return tuple([*first, *others][: rules.suggested.most])


def _as_on_the_card(rules: Rules, heard: Heard, order: Sequence[Fit], region: Region) -> list[Fit]:
    """In each field, of work that fits and is wanted as much, what stands on an enjoyed card before the rest."""
    enjoyed = [card for name, card in rules.interests.cards.items() if heard.weights.get(name, 0) > 0]
    shows = {code for card in enjoyed for code in card.shows}

    def place_of(one: Fit) -> tuple[int, bool]:
        well = round(one.value, 1) >= rules.suggested.promising_from
        return place(tightness_of(region, one.occupation)) if well else len(PLACE), one.occupation.code not in shows

    fields: dict[str, list[Fit]] = {}
    for one in order:
        fields.setdefault(one.occupation.field, []).append(one)
    sorted_fields = {field: iter(sorted(of, key=place_of)) for field, of in fields.items()}
    return [next(sorted_fields[one.occupation.field]) for one in order]


def _gone_for(
    rules: Rules, heard: Heard, person: Looking, ranked: Sequence[Fit], region: Region, own: OwnChoice
) -> Iterator[Suggestion]:
    """Work that they want to go for, in their order, as long as any of these answers speaks for it."""
    for esco in own.chosen:
        one = next((one for one in ranked if one.occupation.esco == esco and esco not in own.aside), None)
        if one is not None and (because := reasons(rules, heard, person, one.occupation)):
            yield _suggestion(rules, heard, one, because, region)


def promising(rules: Rules, ranked: Sequence[Fit], region: Region) -> list[Fit]:
    """What fits: of what fits well enough the work with many jobs first, then by fit; the rest after it."""
    shown = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.from_, ranked))
    well = list(takewhile(lambda one: round(one.value, 1) >= rules.suggested.promising_from, shown))
    return sorted(well, key=lambda one: place(tightness_of(region, one.occupation))) + shown[len(well) :]


def _spoken_for(
    rules: Rules, heard: Heard, person: Looking, order: Sequence[Fit], region: Region, grounds: Collection[str]
) -> Iterator[Suggestion]:
    """Work that one of these grounds speaks for, in order; of each field as much as could ever be shown."""
    counts: Counter[str] = Counter()
    for value, one in order:
        liked = [
            min(number, rules.suggested.most_of_a_field) for field, number in counts.items() if person.likes(field)
        ]
        if sum(liked) >= rules.suggested.most and len(liked) >= rules.suggested.fields:
            return
        if counts[one.field] >= (rules.suggested.most if person.likes(one.field) else 1):
            continue
        because = reasons(rules, heard, person, one)
        if any(reason.code in grounds for reason in because):
            counts[one.field] += 1
            yield _suggestion(rules, heard, Fit(value, one), because, region)


def _suggestion(rules: Rules, heard: Heard, found: Fit, because: tuple[Reason, ...], region: Region) -> Suggestion:
    value, one = found
    return Suggestion(
        one,
        value,
        label(rules.fit, value) or rules.fit.labels[-1].id,
        because,
        still_needed(rules, heard, one),
        tightness_of(region, one),
        against_wishes(rules, heard, one),
    )


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
