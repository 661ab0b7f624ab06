"""What somebody enjoys: six letters, sixteen fields of work, and whether the cards tell a direction at all (7.2)."""

from collections.abc import Iterable, Mapping

from kompas.occupations.occupation import Letter
from kompas.profile.because import Because, Figured
from kompas.profile.heard import Heard
from kompas.profile.rules import FlatPattern, Interests


def letters(rules: Interests, heard: Heard) -> dict[Letter, Figured | None]:
    """The mean of each letter's cards, from 0 to 1; all unknown as long as too few cards were answered."""
    enough = len(_answered(rules.cards, heard)) >= rules.deck_share * rules.first_deck
    return {
        letter: _mean(rules, heard, cards, f"interests.{letter}") if enough else None
        for letter, cards in rules.by_letter.items()
    }


def fields(rules: Interests, heard: Heard) -> dict[str, Figured]:
    """How much each field of work attracts, from 0 to 1. A field of which no card was answered is absent."""
    experienced = set(heard.chosen(rules.experience))
    found = {}
    for field, cards in rules.by_field.items():
        enjoyed = _mean(rules, heard, cards, f"interests.{field}")
        if enjoyed is not None and field in experienced:
            slots = (*enjoyed.because.slots, rules.experience)
            more = min(1.0, enjoyed.value + rules.experience_adds)
            enjoyed = Figured(more, Because(enjoyed.because.rule, slots))
        if enjoyed is not None:
            found[field] = enjoyed
    return found


def flat_pattern(rules: FlatPattern, cards: Iterable[str], heard: Heard) -> Because | None:
    """Why the cards tell no direction: many of them, all answered alike. `None` when they do, or are too few."""
    answered = _answered(cards, heard)
    alike = len({heard.weights[card] for card in answered}) == 1
    return Because("flat_pattern", answered) if alike and len(answered) >= rules.least else None


def enjoyed(cards: Iterable[str], weights: Mapping[str, int], least: int) -> tuple[str, ...]:
    """Those of the cards that were answered with at least this weight."""
    return tuple(card for card in cards if weights.get(card, -1) >= least)


def _answered(cards: Iterable[str], heard: Heard) -> tuple[str, ...]:
    return tuple(card for card in cards if card in heard.weights)


def _mean(rules: Interests, heard: Heard, cards: Iterable[str], rule: str) -> Figured | None:
    answered = _answered(cards, heard)
    if not answered:
        return None
    mean = sum(heard.weights[card] for card in answered) / len(answered) / rules.full_weight
    return Figured(mean, Because(rule, answered))
