"""The tables: the wall stands first everywhere, and every column is explained."""

import pytest
from sqlalchemy import Column, Table

from kompas.store import client_keys, ledger, tables, witness

# How the organisation itself is found.
WITHOUT_WALL = {"organisation_by_host"}
TABLES = [*tables.metadata.sorted_tables, client_keys.client_key, witness.audit_witness, ledger.erasure]
COLUMNS = [column for table in TABLES for column in table.columns]


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_key_and_index_begins_with_the_organisation(table: Table) -> None:
    for rule in (*table.constraints, *table.indexes):
        first = next(iter(rule.columns), None)
        assert rule.name in WITHOUT_WALL or (first is not None and first.name == "organisation_id"), rule.name


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_reference_stays_behind_the_wall(table: Table) -> None:
    for reference in table.foreign_key_constraints:
        first = next(iter(reference.elements))
        assert (first.parent.name, first.column.name) == ("organisation_id", "organisation_id")


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_column_has_a_sentence(column: Column[object]) -> None:
    assert column.doc
    assert column.doc.endswith(".")
