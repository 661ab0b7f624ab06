"""How well work fits (7.2): `100 (w1 field + w2 (r + 1) / 2 + w3 values + w4 wishes)`, the raw ranking.

What is unknown counts in the middle and isn't weighed anew: weighing anew pushed work that nobody was asked about to
the top.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kompas.occupations.likeness import Shape, likeness, shape_of
from kompas.occupations.occupation import LETTERS, Letter, Occupation
from kompas.profile.because import Figured
from kompas.profile.heard import Heard
from kompas.profile.interests import enjoyed
from kompas.profile.rules import Drivers, Fitting, Interests, Rules


class Fit(NamedTuple):
    """From 0 to 100."""

    value: float
    occupation: Occupation


@dataclass(frozen=True)
class Looking:
    """What somebody looks for in work, ready to be held beside an occupation."""

    shape: Shape | None
    fields: Mapping[str, float]
    values: tuple[str, ...]
    wishes: Mapping[str, int]
    """What is wished of each tag, 0 to 2."""
    drawn: frozenset[str] = frozenset()
    """Fields of work that they enjoy, perhaps, or did without saying no to them since."""

    def likes(self, field: str) -> bool:
        """Are they drawn to this field? As long as nothing is known that draws them: did they not say no to it?"""
        return field in self.drawn if self.drawn else self.fields.get(field) != 0


def looking(
    rules: Rules, heard: Heard, letters: Mapping[Letter, Figured | None], fields: Mapping[str, Figured]
) -> Looking:
    known = [figure.value for letter in LETTERS if (figure := letters.get(letter)) is not None]
    return Looking(
        shape_of(known) if len(known) == len(LETTERS) else None,
        {field: figure.value for field, figure in fields.items()},
        wanted_values(rules.drivers, heard),
        _wishes(rules.fit, heard),
        drawn_to(rules.interests, heard),
    )


def drawn_to(rules: Interests, heard: Heard) -> frozenset[str]:
    """A card counts more than what was done: who did the work and says no to it now is not drawn to it. What somebody
    says they like most counts whatever is on the cards."""
    answered = {field for field, cards in rules.by_field.items() if any(card in heard.weights for card in cards)}
    liked = {field for field, cards in rules.by_field.items() if enjoyed(cards, heard.weights, 1)}
    did = rules.by_field.keys() & {*heard.chosen(rules.experience)}
    most = rules.by_field.keys() & {*heard.chosen(rules.liked)}
    return frozenset(liked | (did - answered) | most)


def wanted_values(rules: Drivers, heard: Heard) -> tuple[str, ...]:
    """The work values behind the reasons that matter most; some reasons have none."""
    top = [rules.cards.get(card, "") for card in heard.chosen(rules.top)[: rules.counted]]
    return tuple(rules.work_values[code] for code in top if code in rules.work_values)


def _wishes(rules: Fitting, heard: Heard) -> dict[str, int]:
    asked = ((wish, heard.one(question)) for question, wish in rules.wishes.items())
    return {wish.tag: wish.options[option] for wish, option in asked if option in wish.options}


def rank(rules: Fitting, person: Looking, occupations: Iterable[Occupation]) -> list[Fit]:
    """The best fit first; equal fits by ESCO code."""
    found = [Fit(fit(rules, person, one), one) for one in occupations]
    return sorted(found, key=lambda one: (-round(one.value, 6), one.occupation.code))


def fit(rules: Fitting, person: Looking, occupation: Occupation) -> float:
    weights, unknown = rules.weights, rules.unknown
    shape, given, tags = occupation.shape, occupation.values, occupation.tags
    alike = unknown if person.shape is None or shape is None else (likeness(person.shape, shape) + 1) / 2
    values = [(given[value] - 1) / 6 for value in person.values if value in given]
    wishes = [1 - abs(wished - tags[tag]) / 2 for tag, wished in person.wishes.items() if tag in tags] if tags else ()
    return 100 * (
        weights.field * person.fields.get(occupation.field, unknown)
        + weights.interests * alike
        + weights.values * (sum(values) / len(values) if values else unknown)
        + weights.wishes * (sum(wishes) / len(wishes) if wishes else unknown)
    )


def label(rules: Fitting, value: float) -> str | None:
    """The label in words of a fit, of which one decimal counts; `None` below all of them."""
    return next((one.id for one in rules.labels if round(value, 1) >= one.from_), None)
