"""Size limits catch drift: a file that people put things into grows without end."""

from statistics import median, quantiles

import pytest

from tests.architecture.sources import ROOT, functions, lines, modules, named, templates


def test_no_module_is_longer_than_300_lines() -> None:
    assert [f"{named(path)}: {lines(path)}" for path in modules() if lines(path) > 300] == []


def test_nine_modules_of_ten_stay_within_200_lines() -> None:
    assert quantiles(map(lines, modules()), n=10)[-1] <= 200


def test_half_of_the_modules_stay_within_80_lines() -> None:
    assert median(map(lines, modules())) <= 80


def test_no_function_is_longer_than_40_lines() -> None:
    assert [f"{where}: {long}" for path in modules() for where, long in functions(path) if long > 40] == []


def test_half_of_the_functions_stay_within_9_lines() -> None:
    assert median(long for path in modules() for _, long in functions(path)) <= 9


def test_no_template_is_longer_than_120_lines() -> None:
    assert [f"{named(path)}: {lines(path)}" for path in templates() if lines(path) > 120] == []


@pytest.mark.parametrize("conftest", sorted((ROOT / "tests").rglob("conftest.py")), ids=named)
def test_a_conftest_stays_small(conftest) -> None:
    assert lines(conftest) <= 150


def test_nothing_is_named_after_a_kind_of_thing() -> None:
    kinds = {"utils", "util", "helpers", "helper", "common", "forms", "models", "services", "misc", "base"}
    assert [named(path) for path in modules() if path.stem in kinds or path.parent.name in kinds] == []
