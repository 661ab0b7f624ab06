"""Tests that need the same costly thing go to one test process, which makes it once (`--dist loadgroup`).

Whatever a module makes for all its tests is such a thing; and so are these, made for the tests of several modules.
"""

import pytest

COSTLY = {"everybody", "waterrijk"}
"""A town in which people of every standing walked to every screen; sixty lives, lived on throw-away databases."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and (group := _shares(item)):
            item.add_marker(pytest.mark.xdist_group(group))


def _shares(item: pytest.Function) -> str:
    """What it shares with others: a costly thing, or its module; nothing when it stands by itself."""
    if costly := sorted(COSTLY.intersection(item.fixturenames)):
        return costly[0]
    made_by = item._fixtureinfo.name2fixturedefs
    of_module = any(made_by[name][-1].scope == "module" for name in item.fixturenames if name in made_by)
    return item.path.stem if of_module else ""
