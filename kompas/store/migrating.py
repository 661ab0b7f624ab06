"""Migrating: brings a database to the form that this version of Kompas works with, or back.

Each database has steps of its own, in `migrations/facts` and `migrations/keys`. All steps of one run are one
transaction, on SQLite too: a step that fails leaves everything as it was.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command, context
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, text

from kompas.store import ledger, tables, witness
from kompas.store.engines import facts_engine


class MigrationFailed(Exception):
    """The steps were undone; the database is as it was."""


@dataclass(frozen=True)
class Steps:
    """The steps of one of the two databases, and the tables they lead to."""

    name: str
    tables: MetaData

    @property
    def folder(self) -> Path:
        return Path(__file__).parent / "migrations" / self.name

    @property
    def version_table(self) -> str:
        return f"{self.name}_step"


FACTS = Steps("facts", tables.metadata)
# The witness and the ledger stand beside the keys.
KEYS = Steps("keys", witness.audit_witness.metadata)
assert ledger.erasure.metadata is KEYS.tables  # noqa: S101 (they are one database)

# PostgreSQL: two machines that migrate at once wait for each other. Any number will do, as long as it is ours.
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(715517)")


def upgrade(steps: Steps, url: str, to: str = "head") -> list[str]:
    """Runs what is missing; returns the names of the steps that were run."""
    with _connection(url) as connection:
        before = _at(steps, connection)
        command.upgrade(_config(steps, connection), to)
        return _names_between(steps, connection, before, to)


def downgrade(steps: Steps, url: str, to: str = "base") -> None:
    """Runs the steps backwards, with the loss of data that this means. For tests and for emergencies."""
    with _connection(url) as connection:
        command.downgrade(_config(steps, connection), to)


def missing(steps: Steps, url: str) -> list[str]:
    """The names of the steps that this database still needs; a server that finds any must not start."""
    with _connection(url) as connection:
        return _names_between(steps, connection, _at(steps, connection), "head")


def differences(steps: Steps, url: str) -> list[str]:
    """Where the database differs from the tables in the program. A test holds that there are none."""
    with _connection(url) as connection:
        migration = MigrationContext.configure(connection, opts={"version_table": steps.version_table})
        return [str(difference) for difference in compare_metadata(migration, steps.tables)]


def run(steps: Steps) -> None:
    """For Alembic: the steps on the connection that we gave it."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=steps.tables,
        version_table=steps.version_table,
        render_as_batch=True,
        transactional_ddl=True,
    )
    context.run_migrations()


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    """One transaction for the whole run."""
    engine = facts_engine(url).execution_options(kompas_writes=True)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                # SQLite changes a table by making it anew: while the old one goes, rows that need it must not mind.
                _driver(connection).execute("PRAGMA foreign_keys=OFF").close()
            with connection.begin():
                if engine.dialect.name == "postgresql":
                    connection.execute(_ONE_AT_A_TIME)
                yield connection
                if engine.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise MigrationFailed("Rows would be left that belong to nothing. Nothing was changed.")
    finally:
        engine.dispose()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return driver


def _config(steps: Steps, connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _at(steps: Steps, connection: Connection) -> str | None:
    migration = MigrationContext.configure(connection, opts={"version_table": steps.version_table})
    return migration.get_current_revision()


def _names_between(steps: Steps, connection: Connection, before: str | None, after: str) -> list[str]:
    """Oldest first, as the files are called: 0001_ground."""
    scripts = ScriptDirectory.from_config(_config(steps, connection))
    return [Path(step.path).stem for step in scripts.iterate_revisions(after, before or "base")][::-1]
