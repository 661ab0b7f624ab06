"""What somebody said most clearly of themselves: strengths (7.1), and in the same way what drives them."""

from dataclasses import dataclass

from kompas.conversation.answers import slot_of
from kompas.profile.because import Because
from kompas.profile.heard import Heard
from kompas.profile.rules import Said


@dataclass(frozen=True)
class Foremost:
    """A strength or a driver: its code, the card that it was said on, and where it was shown, if that was told."""

    code: str
    question: str
    top: bool
    shown: str | None
    because: Because


def foremost(said: Said, heard: Heard, rule: str) -> tuple[Foremost, ...]:
    """What was put on top, as it was ordered, then every other card that was answered with a clear yes."""
    top = [card for card in dict.fromkeys(heard.chosen(said.top)) if card in said.cards]
    clear = [card for card in said.cards if heard.weights.get(card, -1) >= said.from_weight and card not in top]
    return tuple(_one(said, heard, card, card in top, rule) for card in [*top, *clear][: said.most])


def _one(said: Said, heard: Heard, card: str, top: bool, rule: str) -> Foremost:
    slot = slot_of(said.shown, card) if said.shown else ""
    place = heard.one(slot)
    slots = [said.top] if top else []
    slots += [card] if card in heard.weights else []
    slots += [slot] if place else []
    return Foremost(said.cards[card], card, top, place, Because(rule, tuple(slots)))
