"""An installation that crashes: its server is killed, or one of its workers, and started again on what is on disk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kompas.casework.people import Client
from kompas.commands.set_up import write_secrets
from kompas.settings import Settings, load_settings
from kompas.store.archive import Archive
from kompas.store.clients import add_client
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.usecases.codes import Opener, new_opener
from kompas.usecases.invite import let_in
from tests.databases import Databases
from tests.journeys.towns import Town
from tests.store.people import Municipality, a_client, a_municipality

SECONDS_TO_COME_BACK = 30


@dataclass
class Installation(Town):
    """One municipality at 127.0.0.1, with what `kompas serve` serves. Nobody of the demonstration lives here."""

    settings: Settings = field(init=False)
    municipality: Municipality = field(init=False)
    serving: int = 0
    """Id of the process that holds the workers."""

    def set_up(self, databases: Databases, **more: object) -> "Installation":
        """`more` are settings as they stand in `kompas.env`: `workers=2`."""
        written = {"database_url": databases.facts, "keys_database_url": databases.keys, **more}
        file = self.folder / "kompas.env"
        write_secrets(file, mode="demonstration", public_url=None)
        with file.open("a") as env:
            env.writelines(f"KOMPAS_{name.upper()}={value}\n" for name, value in written.items())
        self.settings = load_settings(instance=self.folder)
        upgrade(FACTS, self.settings.facts_url)
        upgrade(KEYS, self.settings.keys_url)
        with self.archive() as archive:
            self.municipality = a_municipality(archive.opened, host="127.0.0.1", issuer="")
        return self

    def archive(self) -> "Opened":
        """What is on disk, opened by somebody else than the server."""
        settings = self.settings
        return Opened(Archive(settings.facts_url, settings.keys_url, settings.unwrapped_master_keys()))

    def invites(self) -> tuple[Client, Opener]:
        """A client of this municipality, and what their letter carries."""
        now = datetime.now(UTC)
        client, opener = a_client(self.municipality, talk_at=now + timedelta(days=7)), new_opener()
        with self.archive() as archive, archive.opened.writing(self.municipality.id) as records:
            add_client(records, client)
            let_in(records, client, opener, self.settings.pepper, now)
        return client, opener

    def opens(self) -> "Installation":
        """Starts the server, and returns when all its workers are there."""
        if self.server is None:
            with self.log.open("a") as log:
                self.server = subprocess.Popen(
                    [sys.executable, "-m", "tests.crashes.serving", str(self.port)],
                    cwd=Path(__file__).parents[2],
                    env=self.environment(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    text=True,
                )
        self.serving = int(self._told("start") or self.log.read_text())
        assert eventually(lambda: len(self.workers) == self.settings.workers)
        return self

    def environment(self) -> dict[str, str]:
        """The databases stand in its own settings."""
        return {name: value for name, value in super().environment().items() if name != "KOMPAS_DATABASE_URL"}

    def is_killed(self) -> None:
        """All of it at once, as by a power cut of the machine it runs on: nobody gets a word to say."""
        _kill([self.serving, *self.workers])
        self._told("bury")

    def closes(self) -> None:
        """For good, and as rudely as ever: whoever ends kindly first waits for lines that are kept open."""
        if self.server is None:
            return
        if Path(f"/proc/{self.serving}").exists():
            self.is_killed()
        self.server.communicate()  # nobody holds the other side any more
        self.server = None

    def loses_a_worker(self, which: int) -> None:
        """One worker is killed; the server starts another in its place."""
        workers = self.workers
        lost = workers[which % len(workers)]
        _kill([lost])
        assert eventually(lambda: lost not in self.workers and len(self.workers) == len(workers))

    @property
    def workers(self) -> list[int]:
        """Ids of the processes that answer people."""
        children = Path(f"/proc/{self.serving}/task/{self.serving}/children").read_text().split()
        return [int(one) for one in children]

    def _told(self, what: str) -> str:
        """Says a line to `serving.py`, and returns what it says to that."""
        assert self.server is not None
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        self.server.stdin.write(f"{what}\n")
        self.server.stdin.flush()
        return self.server.stdout.readline().strip()


@dataclass
class Opened:
    """An archive that is closed at the end of a block."""

    opened: Archive

    def __enter__(self) -> "Opened":
        return self

    def __exit__(self, *_: object) -> None:
        self.opened.close()


def eventually(holds: Callable[[], bool], seconds: float = SECONDS_TO_COME_BACK) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False


def _kill(pids: Iterable[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
