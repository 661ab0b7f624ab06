"""The hundred occupations: whole, varied, and true to the figures that they were taken from."""

import csv
from collections import Counter

import pytest

from kompas.commands.sentences import table_sentences
from kompas.occupations.occupation import Occupation
from kompas.occupations.reading import TAGS, OccupationMistakes, read_occupations
from tests.profile.working import PACKAGE, REFERENCE, our_occupations, our_rules, with_reference

HEADER = (
    "name,field,esco,code,isco,label_nl,R,I,A,S,E,C,linked,achievement,independence,recognition,relationships,support,"
    "working_conditions,outside,customers,physical,team,irregular,licence,schooling,dutch,conduct,hours"
)
BAKER = "Baking bread,making,b1,8160.2,8160,bakker,6,1,2,1,1,4,nesta,,,,5,,,0,1,1,2,1,B,1,0,1,16-40"


def test_there_are_a_hundred_in_every_field_of_work() -> None:
    found = our_occupations()
    assert len(found) == len({one.esco for one in found}) == len({one.name for one in found}) == 100
    assert {one.field for one in found} == our_rules().interests.by_field.keys()


def test_all_that_a_rule_looks_at_is_known_of_each() -> None:
    for one in our_occupations():
        assert len(one.interests) == 6
        assert one.shape is not None
        assert one.tags.keys() == set(TAGS)
        assert set(one.tags.values()) <= {0, 1, 2}
        assert set(one.needs) <= our_rules().needed.words.keys()
        assert one.hours is not None
        assert 1 <= one.hours[0] < one.hours[1] <= 40


def test_part_time_is_possible_in_many_of_them() -> None:
    assert sum(one.hours is not None and one.hours[0] <= 16 for one in our_occupations()) >= 50


def test_a_name_says_what_one_does_in_a_few_words() -> None:
    for one in our_occupations():
        assert len(one.name.split()) <= 7, one.name
        assert one.name[0].isupper()


def test_the_names_can_be_found_for_translation() -> None:
    with (PACKAGE / "occupations" / "occupations.csv").open("rb") as file:
        found = [(line, sentence) for line, _, sentence, _ in table_sentences(file)]
    file_lines = (PACKAGE / "occupations" / "occupations.csv").read_text(encoding="utf-8").splitlines()
    assert [sentence for _, sentence in found] == [one.name for one in our_occupations()]
    assert all(file_lines[line - 1].startswith(f"{sentence},") for line, sentence in found)


def test_the_file_names_its_sources() -> None:
    head = (PACKAGE / "occupations" / "occupations.csv").read_text(encoding="utf-8").partition("name,field")[0]
    for words in ("uses the ESCO classification", "CC BY 4.0", "USDOL/ETA has not approved", "Ours, a judgement"):
        assert words in " ".join(head.replace("#", " ").split())


def read(*lines: str) -> Occupation:
    (one,) = read_occupations("\n".join(("# Ours", HEADER, *lines)), "some.csv")
    return one


def test_a_line_is_an_occupation() -> None:
    one = read(BAKER)
    assert one.address == "http://data.europa.eu/esco/occupation/b1"
    assert one.interests == (6, 1, 2, 1, 1, 4)
    assert one.values == {"relationships": 5}
    assert one.tags == {"outside": 0, "customers": 1, "physical": 1, "team": 2}
    assert one.needs == ("licence_b", "short_course", "conduct")
    assert (one.irregular, one.hours) == (True, (16, 40))


def test_an_empty_cell_is_unknown_and_no_zero() -> None:
    one = read(BAKER.replace(",0,1,1,2,1,B,1,0,1,16-40", ",,,,,,,,,,"))
    assert (one.tags, one.needs, one.hours) == ({}, (), None)


def test_every_line_that_cannot_be_used_is_told_at_once() -> None:
    table = "\n".join(("# Ours", HEADER, BAKER, BAKER.replace(",6,1,2,", ",six,1,2,"), BAKER.replace("-40", "")))
    with pytest.raises(OccupationMistakes) as wrong:
        read_occupations(table, "some.csv")
    assert [(one.file, one.line) for one in wrong.value.mistakes] == [("some.csv", 4), ("some.csv", 5)]


@with_reference
def test_the_figures_are_those_of_the_reference(record_property) -> None:
    with (REFERENCE / "shortlist_beroepen.csv").open(encoding="utf-8", newline="") as file:
        theirs = {row["esco_uri"]: row for row in csv.DictReader(file)}
    compared = Counter()
    for one in our_occupations():
        row = theirs.pop(one.address)
        assert one.interests == tuple(float(row[letter]) for letter in "RIASEC")
        assert (one.field, one.code, one.isco) == (row["field"], row["esco_code"], row["isco08"])
        tags = ("buiten", "klanten", "lichamelijk", "team")
        assert one.tags == {tag: int(row[theirs_]) for tag, theirs_ in zip(TAGS, tags, strict=True)}
        compared[one.field] += 1
    assert not theirs
    record_property("counted", ", ".join(f"{field} {count}" for field, count in compared.items()))
