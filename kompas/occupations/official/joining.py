"""ESCO's occupations with O*NET's figures: by the crosswalk, else as the mean of their group of ISCO, else none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from kompas.occupations.occupation import LETTERS
from kompas.occupations.official.esco import Named
from kompas.occupations.official.fields import field_of
from kompas.occupations.official.onet import Figures
from kompas.occupations.reading import VALUES

Linked = Literal["crosswalk", "isco", ""]
SKILLED, DIPLOMA = "123", "2"
SMALLEST_GROUP = 2
"""Digits of ISCO below which two occupations have too little in common."""


def joined(
    named: Mapping[str, Named],
    labels: Mapping[str, Mapping[str, str]],
    links: Mapping[str, Sequence[str]],
    interests: Figures,
    values: Figures,
) -> Iterator[dict[str, str]]:
    """Row by row as in the table of the hundred, with a column `label_…` for each language.

    What only we can judge (places, people, hours, what it asks) stays empty: it isn't known. Work of ISCO's groups 1
    to 3 asks for a diploma by what those groups are. The name is ESCO's label in English where there is one, else its
    first.
    """
    direct = {esco: _mean([interests[code] for code in codes if code in interests]) for esco, codes in links.items()}
    groups = _groups(named, {esco: figures for esco, figures in direct.items() if figures})
    for esco, one in named.items():
        figures, linked = _figures(one, direct.get(esco) or {}, groups)
        given = _mean([values[code] for code in links.get(esco, ()) if code in values])
        told = {language: of[esco] for language, of in labels.items() if esco in of}
        yield {
            "name": told.get("en", one.label),
            "field": field_of(one.isco),
            "esco": esco,
            "code": one.code,
            "isco": one.isco,
            **{f"label_{language}": told.get(language, "") for language in labels},
            **{letter: _written(figures, letter) for letter in LETTERS},
            "linked": linked,
            **{value: _written(given, value) for value in VALUES},
            "schooling": DIPLOMA if one.isco[0] in SKILLED else "",
        }


def _groups(named: Mapping[str, Named], direct: Figures) -> Mapping[str, Mapping[str, float]]:
    """The mean of each group, by the first two, three or four digits of ISCO."""
    members: dict[str, list[Mapping[str, float]]] = defaultdict(list)
    for esco, figures in direct.items():
        for length in range(SMALLEST_GROUP, 5):
            members[named[esco].isco[:length]].append(figures)
    return {group: _mean(all_) for group, all_ in members.items()}


def _figures(one: Named, direct: Mapping[str, float], groups: Figures) -> tuple[Mapping[str, float], Linked]:
    if direct:
        return direct, "crosswalk"
    nearest = (groups.get(one.isco[:length]) for length in range(4, SMALLEST_GROUP - 1, -1))
    mean = next((group for group in nearest if group), {})
    return mean, "isco" if mean else ""


def _mean(all_: Iterable[Mapping[str, float]]) -> dict[str, float]:
    figures = list(all_)
    return {name: sum(one[name] for one in figures) / len(figures) for name in figures[0]} if figures else {}


def _written(figures: Mapping[str, float], name: str) -> str:
    return f"{figures[name]:.2f}" if name in figures else ""
