"""How alike interests are: held beside figures that others published."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from kompas.occupations.likeness import high_points, likeness, shape_of
from kompas.occupations.occupation import LETTERS
from tests.profile.working import REFERENCE, reference, with_reference


def alike(one: list[float], other: list[float]) -> float | None:
    first, second = shape_of(one), shape_of(other)
    return None if first is None or second is None else likeness(first, second)


@cache
def published() -> dict[str, dict[str, float]]:
    """O*NET's figures by occupation, by the name of the figure."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    with (REFERENCE / "onet" / "Interests_30.2.txt").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["O*NET-SOC Code"]][row["Element Name"]] = float(row["Data Value"])
    return found


NAMES = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


def six(figures: dict[str, float]) -> list[float]:
    return [figures[name] for name in NAMES]


def test_the_same_form_is_one_and_the_opposite_minus_one() -> None:
    assert alike([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12]) == pytest.approx(1)
    assert alike([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]) == pytest.approx(-1)


def test_it_is_pearsons_correlation() -> None:
    # By hand: deviations (-1, 0, 1) and (-1, 1, 0): 1 / (√2 · √2).
    assert alike([1, 2, 3], [1, 3, 2]) == pytest.approx(0.5)


def test_what_is_all_alike_has_no_form() -> None:
    assert shape_of([3, 3, 3, 3, 3, 3]) is None
    assert shape_of([0.1] * 6) is None


def matches() -> Iterator[tuple[str, list[float], dict[str, object]]]:
    for case in reference("golden_riasec.json")["cases"]:
        for match in (*(case.get("top10") or ()), *(case.get("bottom3") or ())):
            yield case["name"], case["person"], match


@with_reference
def test_the_published_people_match_to_a_millionth(record_property) -> None:
    apart = Counter()
    found = list(matches())
    for name, person, match in found:
        assert alike(person, match["oi"]) == pytest.approx(match["r"], abs=1e-6)
        assert match["oi"] == six(published()[match["onet"]])
        apart[name] += 1
    assert found
    record_property("counted", ", ".join(f"{name} {count} of {count} correlations" for name, count in apart.items()))


@with_reference
@pytest.mark.parametrize("case", reference("golden_riasec.json")["cases"], ids=lambda case: case["name"])
def test_the_published_people_find_the_same_occupations_first(case) -> None:
    scored = [(alike(case["person"], six(figures)), code) for code, figures in published().items()]
    if not case.get("top10"):
        assert {r for r, _ in scored} == {None}
        return
    best = sorted(scored, key=lambda one: -one[0])[:10]
    assert [r for r, _ in best] == pytest.approx([match["r"] for match in case["top10"]], abs=1e-6)
    assert {code for _, code in best} == {match["onet"] for match in case["top10"]}


@with_reference
def test_our_highest_letter_is_the_high_point_of_every_published_occupation(record_property) -> None:
    """Where two letters are equally high, the published one is among them."""
    same, all_, shared = Counter(), Counter(), 0
    for figures in published().values():
        theirs, row = int(figures["First Interest High-Point"]) - 1, six(figures)
        ours = high_points(row)[0]
        all_[LETTERS[theirs]] += 1
        same[LETTERS[theirs]] += row[ours] == row[theirs]
        shared += ours != theirs
    assert same == all_
    assert shared <= 1
    table = ", ".join(f"{letter} {same[letter]} of {all_[letter]}" for letter in LETTERS)
    record_property("counted", f"{table}; together {same.total()} of {all_.total()}, {shared} by an equal figure")
