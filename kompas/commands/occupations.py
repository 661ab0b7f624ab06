"""`kompas occupations import`: the full official lists of ESCO and O*NET, for an organisation that has them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from kompas.conversation.mistakes import Mistake
from kompas.occupations.catalogue import READ_FROM
from kompas.occupations.occupation import LETTERS
from kompas.occupations.official import crosswalk as official_crosswalk
from kompas.occupations.official import esco as official_esco
from kompas.occupations.official import onet as official_onet
from kompas.occupations.official.joining import joined
from kompas.occupations.official.tables import OfficialFile
from kompas.occupations.reading import TAGS, VALUES
from kompas.settings import OFFICIAL_OCCUPATIONS, instance_folder

LANGUAGE = re.compile(r"(occupations|labels)_([a-z]{2})(_.*)?\.csv")
INTERESTS = ("Interests.txt", "Interests_*.txt", "Interests.csv")
VALUES_FILE = ("Work Values.txt", "Work_Values*.txt", "Work Values.csv", "Work_Values*.csv")
ABOUT = """\
# Made by `kompas occupations import`. This service uses the ESCO classification of the European Commission. Modified:
#   with figures and fields of work. Columns R to C and achievement to working_conditions are figures of the O*NET
#   Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY
#   4.0 license. O*NET(R) is a trademark of USDOL/ETA. Kompas has modified all or some of this information. USDOL/ETA
#   has not approved, endorsed, or tested these modifications.
"""
OURS_ALONE = (*TAGS, "irregular", "licence", "schooling", "dutch", "conduct", "hours")
"""Columns of the hundred that no official file fills."""

EXISTING = click.Path(exists=True, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def occupations() -> None:
    """Work that Kompas knows: its own hundred, and the full official lists when you have them."""


@occupations.command("import")
@click.option("--esco", required=True, type=EXISTING, help="occupations_nl.csv of ESCO, or the folder with it.")
@click.option("--onet", required=True, type=EXISTING, help="The folder of the O*NET database as text.")
@click.option("--crosswalk", type=EXISTING_FILE, help="The official crosswalk from O*NET to ESCO.")
@click.option("--to", type=click.Path(dir_okay=False, path_type=Path), help="Where the table goes. Else: the instance.")
def import_(esco: Path, onet: Path, crosswalk: Path | None, to: Path | None) -> None:
    """Make a table of all occupations of ESCO with the figures of O*NET.

    Every line that can't be used is told as file:line: sentence; the rest is written. Ends with 1 when there was such
    a line, and with 2 when nothing could be written. Switch it on with KOMPAS_OCCUPATIONS=full.
    """
    named_files = _esco_files(esco)
    files = [_open(file) for file in [*named_files.values(), _one(onet, INTERESTS), _one(onet, VALUES_FILE)]]
    walk = [_open(crosswalk)] if crosswalk else []
    rows = list(_rows(list(named_files), files, walk))
    mistakes = [mistake for file in [*files, *walk] for mistake in sorted(file.mistakes)]
    for mistake in mistakes:
        click.echo(str(mistake), err=True)
    if not rows:
        _refuse("Nothing was written: no occupation could be read.")
    target = to or instance_folder() / OFFICIAL_OCCUPATIONS
    _write(target, rows, [file.name for file in (*files, *walk)])
    for sentence in _told(target, rows, mistakes, walked=bool(walk)):
        click.echo(sentence)
    if mistakes:
        raise click.exceptions.Exit(1)


def _rows(
    languages: Sequence[str], files: Sequence[OfficialFile], walk: Sequence[OfficialFile]
) -> Iterator[dict[str, str]]:
    """`files` are those of ESCO by language, then the interests and the work values."""
    *translated, interests, values = files
    named = official_esco.occupations(translated[0])
    first = {esco: one.label for esco, one in named.items()}
    more = {one: official_esco.labels(file, named) for one, file in zip(languages[1:], translated[1:], strict=True)}
    figures = official_onet.interests(interests)
    linked = official_crosswalk.links(walk[0], named, figures) if walk else {}
    yield from joined(named, {languages[0]: first, **more}, linked, figures, official_onet.work_values(values))


def _esco_files(given: Path) -> dict[str, Path]:
    """By language, Dutch first, else the first there is: of that one also the codes are read."""
    files = [given] if given.is_file() else sorted(given.glob("*.csv"))
    found: dict[str, Path] = {}
    for file in files:
        if match := LANGUAGE.fullmatch(file.name):
            found.setdefault(match[2], file)
        elif given.is_file():
            found["nl"] = file
    whole = [one for one, file in found.items() if not file.name.startswith("labels_")]
    if not whole:
        _refuse(f"{given} holds no file of ESCO such as occupations_nl.csv.")
    first = "nl" if "nl" in whole else whole[0]
    return {first: found[first], **{one: file for one, file in found.items() if one != first}}


def _one(folder: Path, patterns: Sequence[str]) -> Path:
    found = [file for pattern in patterns for file in sorted(folder.glob(pattern))]
    if not found:
        _refuse(f"{folder} holds no file {patterns[0]} of the O*NET database.")
    return found[0]


def _open(file: Path) -> OfficialFile:
    try:
        return OfficialFile(file.name, file.read_bytes())
    except OSError as wrong:
        _refuse(f"{file} can't be read: {wrong.strerror}.")


def _write(target: Path, rows: Sequence[dict[str, str]], read_from: Sequence[str]) -> None:
    """Whole or not at all: a server that starts meanwhile reads the table of before."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.half")
    with half.open("w", encoding="utf-8", newline="") as file:
        file.write(ABOUT + "".join(f"{READ_FROM}{name}\n" for name in read_from))
        columns = dict.fromkeys((*rows[0], "label_nl", *LETTERS, *VALUES, *OURS_ALONE))
        writer = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    half.replace(target)


def _told(target: Path, rows: Sequence[dict[str, str]], mistakes: Sequence[Mistake], *, walked: bool) -> Iterator[str]:
    linked = Counter(row["linked"] for row in rows)
    yield f"{len(rows)} occupations stand in {target}. Switch them on with KOMPAS_OCCUPATIONS=full."
    yield (
        f"Interests by the crosswalk: {linked['crosswalk']}; as the mean of their group: {linked['isco']}; "
        f"none: {linked['']}. Without a field of work: {sum(not row['field'] for row in rows)}."
    )
    if not walked:
        yield "Without --crosswalk nothing is known of what the work is like. ESCO gives it out."
    languages = [column.removeprefix("label_") for column in rows[0] if column.startswith("label_")]
    yield f"Labels: {', '.join(languages)}. In any other language an official name stays as it is."
    if mistakes:
        yield f"Lines that could not be used: {len(mistakes)}."


def _refuse(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(2)
