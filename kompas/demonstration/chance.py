"""Chance that falls the same way every time: from a seed and a name, whatever the machine or the Python."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """One person's row of throws. Of all that Python offers, `random()` alone is promised to stay as it is."""

    def __init__(self, *seeds: object) -> None:
        self._random = Random(" ".join(map(str, seeds)))  # noqa: S311 (people who are made up keep no secrets)

    def likely(self, chance: float) -> bool:
        return self._random.random() < chance

    def one(self, among: Sequence[T]) -> T:
        return among[int(self._random.random() * len(among))]

    def some(self, among: Sequence[T], count: int) -> tuple[T, ...]:
        """So many of these, none twice, in a new order; all of them when there are no more."""
        left = list(among)
        return tuple(left.pop(int(self._random.random() * len(left))) for _ in range(min(count, len(left))))

    def number(self, least: int, most: int) -> int:
        return least + int(self._random.random() * (most - least + 1))
