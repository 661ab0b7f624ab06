"""Why a line is there: the rule that gave it, and the answers that it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, zip_longest


@dataclass(frozen=True)
class Because:
    """`rule` is its place in the rule file (`hints.make_room`), `slots` the answers, the most telling first."""

    rule: str
    slots: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figured:
    """A figure from 0 to 1, or a count, with what it rests on."""

    value: float
    because: Because


def one_of_each(grounds: Iterable[Because], most: int | None = None) -> tuple[str, ...]:
    """The answers under several grounds, no answer twice: the first of each, then the second of each …"""
    rounds = zip_longest(*(ground.slots for ground in grounds))
    return tuple(dict.fromkeys(slot for slot in chain.from_iterable(rounds) if slot is not None))[:most]
