"""The real thing, as a process of its own: an instance folder, its databases, and the server that answers on a port."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kompas.demonstration.municipality import opener_of
from kompas.demonstration.person import Person
from kompas.settings import load_settings
from kompas.usecases.codes import Opener

KOMPAS = Path(sys.executable).with_name("kompas")
ANSWERS_ON = "Kompas answers on "
SECONDS_TO_END = 20
SECONDS_TO_WAIT = 3
"""For a database that is busy, before somebody reads that it is away."""


@dataclass
class Town:
    """One installation of Kompas in demonstration mode. `printed` is what its server said at the console so far."""

    folder: Path
    port: int
    printed: list[str] = field(default_factory=list)
    server: subprocess.Popen[str] | None = None
    says_last: str = "/sign-in"
    """Of what its server prints when it answers."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder.with_suffix(".log")

    def link_of(self, person: Person) -> str:
        """The personal link of somebody who lives in the demonstration."""
        return f"{self.address}/c/{self._opener_of(person).token}"

    def code_of(self, person: Person) -> str:
        """The code in their letter."""
        return self._opener_of(person).code

    def _opener_of(self, person: Person) -> Opener:
        return opener_of(person, load_settings(instance=self.folder).secret_key.get_secret_value())

    def made_ready(self) -> "Town":
        """What `make run` does before it serves."""
        self.printed.clear()
        for command in ("set-up", "migrate", "demonstrate"):
            self.printed.extend(self.types(command))
        return self

    def opens(self) -> "Town":
        """Starts the server, and returns when it answers."""
        command = [KOMPAS, "serve", "--port", str(self.port)]
        with self.log.open("a") as log:
            self.server = subprocess.Popen(
                command, env=self.environment(), stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self.server.stdout is not None
        for line in self.server.stdout:
            self.printed.append(line.rstrip())
            if self.says_last in line:
                return self
        raise AssertionError(f"The server ended before it answered: {self.log.read_text()}")

    def closes(self) -> None:
        """Ends the server by its own process id, and waits until it is gone."""
        if self.server is None:
            return
        self.server.terminate()
        self.server.wait(SECONDS_TO_END)
        assert self.server.stdout is not None
        self.server.stdout.close()
        self.server = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Its database lets nobody write for a while: somebody else keeps it busy."""
        database = sqlite3.connect(self.folder / "kompas.db", isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            database.close()

    def files(self) -> dict[str, bytes]:
        """Everything this installation has written: databases, their journals, settings, and the server's log."""
        written = [self.log, *self.folder.rglob("*")]
        return {path.name: path.read_bytes() for path in written if path.is_file()}

    def own_tables(self) -> str:
        """What the organisation itself wrote down for everybody to read: jobs in the region, which help there is."""
        with closing(sqlite3.connect(self.folder / "kompas.db")) as facts:
            rows = [*facts.execute("SELECT * FROM region"), *facts.execute("SELECT * FROM support")]
        return "\n".join(str(value) for row in rows for value in row).lower()

    def types(self, *words: str) -> list[str]:
        """One command, as an administrator types it; what it answered."""
        ran = subprocess.run([KOMPAS, *words], env=self.environment(), capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.splitlines()

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KOMPAS_")}
        database = f"sqlite:///{self.folder / 'kompas.db'}?timeout={SECONDS_TO_WAIT}"
        here = {"KOMPAS_INSTANCE": str(self.folder), "KOMPAS_DATABASE_URL": database}
        return {**kept, **here, "PYTHONUNBUFFERED": "1"}
