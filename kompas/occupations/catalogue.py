"""All occupations of an installation: the hundred, and where it wants them the official ones that it imported."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import read_occupations

READ_FROM = "# Read from: "
"""Begins a line at the top of an imported table that names the files it was made from."""


@dataclass(frozen=True)
class Catalogue:
    """`ours` stand first, with names for clients; the others carry the labels that ESCO has."""

    ours: tuple[Occupation, ...]
    official: tuple[Occupation, ...] = ()
    read_from: tuple[str, ...] = ()

    @cached_property
    def occupations(self) -> tuple[Occupation, ...]:
        return self.ours + self.official

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The official labels by language, by the name of the occupation."""
        return {one.name: one.labels for one in self.official}


def with_official(ours: Sequence[Occupation], text: str, name: str) -> Catalogue:
    """Where both tables hold an occupation, ours counts. Raises `OccupationMistakes`."""
    known = {one.esco for one in ours}
    official = tuple(one for one in read_occupations(text, name) if one.esco not in known)
    return Catalogue(tuple(ours), official, tuple(_read_from(text)))


def _read_from(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if line.startswith(READ_FROM):
            yield line.removeprefix(READ_FROM)
