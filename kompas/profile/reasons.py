"""Why this work: "because you …", each time with the answers that say so."""

from collections.abc import Iterator
from dataclasses import dataclass

from kompas.occupations.likeness import high_points, likeness
from kompas.occupations.occupation import LETTERS, Occupation
from kompas.profile.because import Because
from kompas.profile.fit import Looking
from kompas.profile.heard import Heard
from kompas.profile.interests import enjoyed
from kompas.profile.needed import hours_match
from kompas.profile.rules import Rules


@dataclass(frozen=True)
class Reason:
    """`code` has its words in the rule file, under `reasons`."""

    code: str
    because: Because


def against_wishes(rules: Rules, heard: Heard, occupation: Occupation) -> tuple[Reason, ...]:
    """The wishes that this work goes straight against."""
    return tuple(
        Reason(wished, Because(f"suggested.against.{wished}", (one.wish,)))
        for wished, one in rules.suggested.against.items()
        if heard.one(one.wish) == wished and occupation.tags.get(rules.fit.wishes[one.wish].tag) in one.of
    )


def reasons(rules: Rules, heard: Heard, person: Looking, occupation: Occupation) -> tuple[Reason, ...]:
    """All that speaks for this work. Work of which nothing does is never shown."""
    found = (
        *_field(rules, heard, occupation),
        *_alike(rules, heard, person, occupation),
        *_values(rules, person, occupation),
        *_wishes(rules, heard, person, occupation),
    )
    return tuple(Reason(code, Because(f"reasons.{code}", slots)) for code, slots in found)


Found = Iterator[tuple[str, tuple[str, ...]]]


def _field(rules: Rules, heard: Heard, occupation: Occupation) -> Found:
    cards = rules.interests.by_field.get(occupation.field, ())
    if occupation.field in heard.chosen(rules.interests.liked):
        yield "likes_most", (rules.interests.liked,)
    if clear := enjoyed(cards, heard.weights, rules.interests.full_weight):
        yield "enjoys", clear
    elif perhaps := enjoyed(cards, heard.weights, 1):
        yield "may_enjoy", perhaps
    if occupation.field in heard.chosen(rules.interests.experience):
        yield "did", (rules.interests.experience,)


def _alike(rules: Rules, heard: Heard, person: Looking, occupation: Occupation) -> Found:
    """The cards that make it alike: those that were liked, of the two letters that say most of the occupation."""
    if person.shape is None or occupation.shape is None:
        return
    if likeness(person.shape, occupation.shape) >= rules.reasons.alike_from:
        letters = [LETTERS[place] for place in high_points(occupation.interests)[:2]]
        cards = [card for letter in letters for card in rules.interests.by_letter[letter]]
        own = rules.interests.by_field.get(occupation.field, ())
        if liked := enjoyed((card for card in cards if card not in own), heard.weights, 1):
            yield "alike", liked


def _values(rules: Rules, person: Looking, occupation: Occupation) -> Found:
    known = [occupation.values[value] for value in person.values if value in occupation.values]
    if any((value - 1) / 6 >= rules.reasons.value_from for value in known):
        yield "values", (rules.drivers.top,)


def _wishes(rules: Rules, heard: Heard, person: Looking, occupation: Occupation) -> Found:
    for question, wish in rules.fit.wishes.items():
        wished = person.wishes.get(wish.tag)
        if wished is not None and occupation.tags.get(wish.tag) == wished:
            yield question, (question,)
    if hours_match(rules.needed, heard, occupation):
        yield rules.needed.hours, (rules.needed.hours,)
