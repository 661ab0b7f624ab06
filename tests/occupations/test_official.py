"""The full official lists can be brought in, and whatever can't be used of them is told by its line."""

import csv
from pathlib import Path

import pytest

from kompas.app import occupations_here
from kompas.commands.set_up import write_secrets
from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import read_occupations
from kompas.profile.worked_out import work_out
from kompas.settings import NotConfigured, Settings, load_settings
from tests.occupations.official_files import BAKER, CLERK, MILLER, OCCUPATION, OFFICER, Files, esco_line, files
from tests.profile.working import REFERENCE, cards, heard, our_occupations, our_rules, with_reference

__all__ = ["files"]


def table(file: Path) -> dict[str, Occupation]:
    return {one.esco: one for one in read_occupations(file.read_text(encoding="utf-8"), file.name)}


def wanting_all(folder: Path) -> Settings:
    write_secrets(folder / "kompas.env", mode="demonstration", public_url=None)
    return load_settings(instance=folder, occupations="full")


def test_all_occupations_are_written_with_what_is_known_of_them(files: Files) -> None:
    told = files.imported()
    assert (told.exit_code, told.stderr) == (0, "")
    assert "4 occupations stand in" in told.stdout
    found = table(files.table)
    baker = found[BAKER]
    assert (baker.name, baker.label_nl, baker.code, baker.field) == ("bakker", "bakker", "7512.1", "cooking")
    assert baker.interests == (6.5, 1.5, 3.5, 1.5, 2.5, 4.5)  # two exact matches; the broad one doesn't count
    assert baker.values["working_conditions"] == 2
    assert (baker.tags, baker.hours) == ({}, None)


def test_work_without_a_link_gets_the_mean_of_its_group_or_nothing(files: Files) -> None:
    files.imported()
    found = table(files.table)
    assert found[MILLER].interests == found[BAKER].interests
    assert found[OFFICER].interests == ()
    with files.table.open(encoding="utf-8") as rows:
        linked = {row["esco"]: row["linked"] for row in csv.DictReader(line for line in rows if line[0] != "#")}
    assert linked == {BAKER: "crosswalk", MILLER: "isco", CLERK: "crosswalk", OFFICER: ""}


def test_without_a_crosswalk_nothing_is_known_of_the_work_and_that_is_said(files: Files) -> None:
    files.crosswalk.write_text("O*NET Id,ESCO or ISCO URI,Type of Match\n", encoding="utf-8")
    assert "Interests by the crosswalk: 0" in files.imported().stdout


def test_labels_in_other_languages_come_along(files: Files) -> None:
    files.write_esco(esco_line(BAKER, "7512", "baker"), esco_line(CLERK, "4110", "clerk"), name="occupations_en.csv")
    files.write_esco(esco_line(BAKER, "7512", "piekarz"), name="occupations_pl.csv")
    assert "Labels: nl, en, pl." in files.imported().stdout
    found = table(files.table)
    assert found[BAKER].name == "baker"
    assert found[BAKER].labels == {"nl": "bakker", "en": "baker", "pl": "piekarz"}
    assert found[MILLER].labels == {"nl": "molenaar"}
    assert found[MILLER].name == "molenaar"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (esco_line("not-an-id", "7512", "bakker"), "is no address of an occupation"),
        (esco_line(BAKER[:-1] + "e", "75", "bakker"), "four digits"),
        (esco_line(BAKER[:-1] + "e", "7512", "bakker", "x"), "no code of ESCO"),
        (esco_line(BAKER[:-1] + "e", "7512", " "), "has no label"),
        (esco_line(BAKER, "7512", "bakker"), "stood on line 2 already"),
        (f"Occupation,{OCCUPATION}{BAKER}", "This line has 2 columns, and needs 14"),
        ('Occupation,"half', "can't be read"),
    ],
    ids=["address", "group", "code", "label", "twice", "half a line", "half a quote"],
)
def test_a_line_of_esco_that_cannot_be_used_is_told(files: Files, line: str, sentence: str) -> None:
    files.write_esco(esco_line(BAKER, "7512", "bakker"), line, esco_line(CLERK, "4110", "klerk"))
    told = files.imported()
    assert told.exit_code == 1
    assert "occupations_nl.csv:4: " in told.stderr
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr
    assert BAKER in table(files.table)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("51-3011\t1\tRealistic\tOI\t6\t\t", "no code of O*NET"),
        ("51-3013.00\t1\tReal\tOI\t6\t\t", "“Real” is none of Realistic"),
        ("51-3013.00\t1\tRealistic\tOI\tsix\t\t", "“six” is no figure from 1 to 7"),
        ("51-3013.00\t1\tRealistic\tOI\t7.1\t\t", "“7.1” is no figure"),
        ("51-3013.00\t1\tRealistic\tOI\tnan\t\t", "“nan” is no figure"),
        ("51-3013.00\t1\tRealistic\tOI\t5\t\t", "51-3013.00 stays without figures: it has none for Investigative"),
        ("51-3013.00\tRealistic", "This line has 2 columns"),
    ],
)
def test_a_line_of_onet_that_cannot_be_used_is_told(files: Files, line: str, sentence: str) -> None:
    files.write_onet(line)
    told = files.imported()
    assert told.exit_code == 1
    assert "Interests.txt:2: " in told.stderr
    assert sentence in told.stderr


def test_a_link_to_what_is_not_there_is_told(files: Files) -> None:
    files.write_crosswalk(
        f"11-1111.11,T,D,{OCCUPATION}{BAKER},T,D,exactMatch", f"51-3011.00,T,D,{OCCUPATION}{BAKER[:-1]}f,T,D,exactMatch"
    )
    told = files.imported().stderr
    assert "crosswalk.csv:5: O*NET has no figures for “11-1111.11”." in told
    assert "crosswalk.csv:6: " in told
    assert "is no occupation in the file of ESCO" in told


def test_a_file_of_another_kind_is_a_sentence_and_leaves_the_table_alone(files: Files) -> None:
    files.table.write_text("the table of before", encoding="utf-8")
    files.write_esco("a,b", header="something,else")
    told = files.imported()
    assert told.exit_code == 2
    assert "occupations_nl.csv:1: No line at the top of this file names the columns conceptUri or uri," in told.stderr
    (files.esco / "occupations_nl.csv").write_bytes(b"\xff\xfe\x00")
    assert "save it as UTF-8" in files.imported().stderr
    (files.esco / "occupations_nl.csv").unlink()
    assert "holds no file of ESCO" in files.imported().stderr
    (files.onet / "Interests.txt").unlink()
    assert files.imported().exit_code == 2
    assert files.table.read_text(encoding="utf-8") == "the table of before"


def test_an_installation_that_wants_all_of_them_has_ours_first(files: Files) -> None:
    ours = our_occupations()[0]
    files.write_esco(esco_line(BAKER, "7512", "bakker"), esco_line(ours.esco, ours.isco, "schoonmaker gebouwen"))
    assert files.imported("--to", str(files.folder / "occupations.csv")).exit_code == 1  # two links lead nowhere now
    settings = wanting_all(files.folder)
    catalogue = occupations_here(settings)
    assert catalogue.occupations[:100] == our_occupations()
    assert [one.name for one in catalogue.official] == ["bakker"]
    assert catalogue.labels == {"bakker": {"nl": "bakker"}}
    assert catalogue.read_from[0] == "occupations_nl.csv"


def test_a_table_that_is_away_or_broken_is_told_at_the_start(files: Files) -> None:
    settings = wanting_all(files.folder)
    with pytest.raises(NotConfigured, match="kompas occupations import"):
        occupations_here(settings)
    (files.folder / "occupations.csv").write_text("esco,name\nx,y\n", encoding="utf-8")
    with pytest.raises(NotConfigured, match=r"occupations\.csv:2"):
        occupations_here(settings)


@with_reference
def test_the_files_of_the_reference_come_in_whole_and_give_its_figures(files: Files, record_property) -> None:
    files.esco, files.onet = REFERENCE / "esco", REFERENCE / "onet"
    files.crosswalk = REFERENCE / "occupations_riasec_nl.csv"
    told = files.imported()
    assert "Traceback" not in told.stderr
    found = table(files.table)
    with files.crosswalk.open(encoding="utf-8", newline="") as file:
        theirs = {row["esco_uri"].removeprefix(OCCUPATION): row for row in csv.DictReader(file)}
    assert found.keys() == theirs.keys()
    same = 0
    for esco, row in theirs.items():
        figures = tuple(float(row[letter]) for letter in "RIASEC" if row[letter])
        assert found[esco].interests == pytest.approx(figures, abs=0.0101), row["label_nl"]
        assert found[esco].label_nl == " ".join(row["label_nl"].split())
        same += bool(figures)
    record_property("counted", f"{same} of {len(theirs)} occupations with the same six figures")
    worked_out = work_out(our_rules(), tuple(found.values()), heard(cards(caring=2, health=2)))
    assert len(worked_out.ranked) == len(theirs)
