"""Figures of O*NET by occupation: the files `Interests` and `Work Values` of its database, as text or as CSV."""

import re
from collections import defaultdict
from collections.abc import Mapping

from kompas.occupations.official.tables import OfficialFile, rows

LOWEST, HIGHEST = 1, 7
_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
INTERESTS = {
    "Realistic": "R",
    "Investigative": "I",
    "Artistic": "A",
    "Social": "S",
    "Enterprising": "E",
    "Conventional": "C",
}
VALUES = {
    "Achievement": "achievement",
    "Independence": "independence",
    "Recognition": "recognition",
    "Relationships": "relationships",
    "Support": "support",
    "Working Conditions": "working_conditions",
}

Figures = Mapping[str, Mapping[str, float]]
"""By O*NET code the figures by our name."""


def interests(file: OfficialFile) -> Figures:
    """Six for each occupation, or none at all."""
    return _whole(file, "OI", INTERESTS)


def work_values(file: OfficialFile) -> Figures:
    return _whole(file, "EX", VALUES)


def _whole(file: OfficialFile, scale: str, names: Mapping[str, str]) -> Figures:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    last: dict[str, int] = {}
    for line, row in rows(file, "O*NET-SOC Code", "Element Name", "Scale ID", "Data Value"):
        code, name = row["O*NET-SOC Code"], row["Element Name"]
        if row["Scale ID"] != scale:
            continue  # high points follow from the figures
        last[code] = line
        if wrong := _wrong(code, name, row["Data Value"], names):
            file.refuse(line, wrong)
        elif names[name] in found[code]:
            file.refuse(line, f"{code} has a figure for {name} already.")
        else:
            found[code][names[name]] = float(row["Data Value"])
    for code, figures in found.items():
        if lacking := [name for name, ours in names.items() if ours not in figures]:
            file.refuse(last[code], f"{code} stays without figures: it has none for {', '.join(lacking)}.")
    return {code: figures for code, figures in found.items() if len(figures) == len(names)}


def _wrong(code: str, name: str, value: str, names: Mapping[str, str]) -> str:
    if not _CODE.fullmatch(code):
        return f"“{code}” is no code of O*NET, such as 37-2011.00."
    if name not in names:
        return f"“{name}” is none of {', '.join(names)}."
    try:
        fine = LOWEST <= float(value) <= HIGHEST
    except ValueError:
        fine = False
    return "" if fine else f"“{value}” is no figure from {LOWEST} to {HIGHEST}."
