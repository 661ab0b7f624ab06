"""An occupation, and what is known of it. What isn't known is absent, and nobody is judged by it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from kompas.occupations.likeness import Shape, shape_of

Letter = Literal["R", "I", "A", "S", "E", "C"]
LETTERS: tuple[Letter, ...] = ("R", "I", "A", "S", "E", "C")
"""Realistic, investigative, artistic, social, enterprising, conventional: always in this order."""


@dataclass(frozen=True)
class Occupation:
    """One occupation.

    `esco` is the last part of its ESCO address and `code` its ESCO code; `name` an English source sentence for clients
    and `label_nl` the exact Dutch label of ESCO. `interests` are six O*NET figures from 1 to 7 in the order of
    `LETTERS`; `values` O*NET work values from 1 to 7 by name; `tags` judgements of ours, 0 to 2 by name. `needs` names
    what the work asks for, `hours` the smallest and largest number a week that is usual. `labels` are ESCO's labels by
    language: for work that has no name of ours.
    """

    esco: str
    code: str
    isco: str
    name: str
    label_nl: str
    field: str
    interests: tuple[float, ...] = ()
    values: Mapping[str, float] = dataclasses.field(default_factory=dict)
    tags: Mapping[str, int] = dataclasses.field(default_factory=dict)
    needs: tuple[str, ...] = ()
    irregular: bool = False
    hours: tuple[int, int] | None = None
    labels: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @cached_property
    def shape(self) -> Shape | None:
        """The form of its six interests, ready to be compared; `None` where they aren't known."""
        return shape_of(self.interests) if self.interests else None

    @property
    def address(self) -> str:
        return f"http://data.europa.eu/esco/occupation/{self.esco}"
