"""Migrating: forwards, backwards, forwards again, on databases with rows in them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Boolean, Date, DateTime, Integer, LargeBinary, MetaData, Table, create_engine, func, select

from kompas.store.migrating import FACTS, KEYS, Steps, differences, downgrade, missing, upgrade
from tests.databases import Databases

BOTH = pytest.mark.parametrize("steps", [FACTS, KEYS], ids=lambda steps: steps.name)


def url_of(steps: Steps, databases: Databases) -> str:
    return databases.facts if steps is FACTS else databases.keys


def steps_in(steps: Steps) -> list[str]:
    return sorted(file.stem for file in (steps.folder / "versions").glob("[0-9]*.py"))


def fill(steps: Steps, url: str) -> None:
    """One row in every table as the database has it at this step, whatever the program's own tables say."""
    engine = create_engine(url)
    found = MetaData()
    with engine.begin() as connection:
        found.reflect(connection)
        for table in found.sorted_tables:
            if table.name != steps.version_table and not connection.scalar(select(func.count()).select_from(table)):
                connection.execute(table.insert(), a_row(table))
    engine.dispose()


def a_row(table: Table) -> dict[str, Any]:
    return {column.name: a_value(column.type) for column in table.columns}


def a_value(kind: object) -> Any:
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Integer):
        return 1
    if isinstance(kind, LargeBinary):
        return b"sealed"
    if isinstance(kind, Date):
        return date(2027, 3, 1)
    return datetime(2027, 3, 1, tzinfo=UTC) if isinstance(kind, DateTime) else "x"


def counts(steps: Steps, url: str) -> dict[str, int]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in tables_in(url)}
    engine.dispose()
    return {name: count or 0 for name, count in found.items() if name != steps.version_table}


def tables_in(url: str) -> list[Table]:
    engine = create_engine(url)
    found = MetaData()
    found.reflect(engine)
    engine.dispose()
    return found.sorted_tables


@BOTH
def test_the_steps_lead_to_the_tables_of_the_program(steps: Steps, migrated: Databases) -> None:
    assert differences(steps, url_of(steps, migrated)) == []


@BOTH
def test_up_down_and_up_again(steps: Steps, databases: Databases) -> None:
    url, names = url_of(steps, databases), steps_in(steps)
    assert missing(steps, url) == names
    assert upgrade(steps, url) == names
    assert upgrade(steps, url) == missing(steps, url) == []
    fill(steps, url)
    downgrade(steps, url)
    assert counts(steps, url) == {}
    assert upgrade(steps, url) == names
    assert differences(steps, url) == []


@BOTH
def test_each_step_keeps_what_people_wrote(steps: Steps, databases: Databases) -> None:
    url, before = url_of(steps, databases), dict[str, int]()
    for name in steps_in(steps):
        upgrade(steps, url, name.partition("_")[0])
        after = counts(steps, url)
        assert {table: count for table, count in before.items() if after.get(table) != count} == {}
        fill(steps, url)
        before = counts(steps, url)
    assert before
    assert set(before.values()) == {1}


@BOTH
def test_steps_are_numbered_and_named(steps: Steps) -> None:
    numbers = [int(name.partition("_")[0]) for name in steps_in(steps)]
    assert numbers == list(range(1, len(numbers) + 1))
