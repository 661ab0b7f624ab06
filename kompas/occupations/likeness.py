"""How alike two rows of six interests are: Pearson's correlation, plain, on raw figures.

Reference: scipy.stats.pearsonr; the tests hold the published figures to 1e-6. It isn't standardised: on test persons
that gave worse lists.
"""

from collections.abc import Sequence
from math import sqrt
from operator import mul

Shape = tuple[float, ...]
"""A row of figures, brought to mean 0 and length 1: what is left is its form."""


def shape_of(figures: Sequence[float]) -> Shape | None:
    """The form of a row; `None` for a row without differences, which has none."""
    mean = sum(figures) / len(figures)
    apart = [figure - mean for figure in figures]
    length = sqrt(sum(part * part for part in apart))
    return tuple(part / length for part in apart) if length > 1e-9 else None


def likeness(one: Shape, other: Shape) -> float:
    """From -1, opposite, to 1, the same form."""
    together: float = sum(map(mul, one, other))
    return together


def high_points(figures: Sequence[float]) -> tuple[int, ...]:
    """The places of the figures, the highest first; equal ones in their own order. The first is the high point."""
    return tuple(sorted(range(len(figures)), key=lambda place: -figures[place]))
