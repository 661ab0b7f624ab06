"""Occupations of ESCO as it gives them out: `occupations_nl.csv` and the same file in other languages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kompas.occupations.official.tables import OfficialFile, rows

ADDRESS = "http://data.europa.eu/esco/occupation/"
GROUP = "http://data.europa.eu/esco/isco/"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ISCO = re.compile(r"\d{4}")
_CODE = re.compile(r"\d{4}(\.\d+)+")


@dataclass(frozen=True)
class Named:
    """An occupation as ESCO has it: the last part of its address, its codes, and its preferred label."""

    esco: str
    code: str
    isco: str
    label: str


def occupations(file: OfficialFile) -> dict[str, Named]:
    """By id, in the order of the file."""
    found: dict[str, Named] = {}
    lines: dict[str, int] = {}
    for line, row in rows(file, ("conceptUri", "uri"), "iscoGroup", "preferredLabel", "code"):
        address, label = row["conceptUri"], _plain(row["preferredLabel"])
        one = Named(address.removeprefix(ADDRESS), row["code"], row["iscoGroup"], label)
        if wrong := _wrong(address, one):
            file.refuse(line, wrong)
        elif one.esco in lines:
            file.refuse(line, f"This occupation stood on line {lines[one.esco]} already.")
        else:
            found[one.esco], lines[one.esco] = one, line
    return found


def _wrong(address: str, one: Named) -> str:
    if not is_occupation(address):
        return f"“{address}” is no address of an occupation in ESCO."
    if not _ISCO.fullmatch(one.isco):
        return f"“{one.isco}” is no group of ISCO-08: four digits."
    if not _CODE.fullmatch(one.code):
        return f"“{one.code}” is no code of ESCO, such as 9112.1."
    return "" if one.label else "This occupation has no label."


def labels(file: OfficialFile, known: Iterable[str]) -> Mapping[str, str]:
    """The labels in one more language, by id."""
    found: dict[str, str] = {}
    ids = set(known)
    for line, row in rows(file, ("conceptUri", "uri"), "preferredLabel"):
        esco = row["conceptUri"].removeprefix(ADDRESS)
        if row["conceptUri"].startswith(GROUP):
            continue
        if esco not in ids:
            file.refuse(line, f"“{row['conceptUri']}” is no occupation in the first file.")
        elif esco in found:
            file.refuse(line, "This occupation has a label already.")
        elif not row["preferredLabel"]:
            file.refuse(line, "This occupation has no label.")
        else:
            found[esco] = _plain(row["preferredLabel"])
    return found


def _plain(label: str) -> str:
    return " ".join(label.split())


def is_occupation(address: str) -> bool:
    return address.startswith(ADDRESS) and _ID.fullmatch(address.removeprefix(ADDRESS)) is not None
