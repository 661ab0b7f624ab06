"""Several people at once, each with a phone of their own, who talk while things break."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from kompas.app import read_flows
from tests.crashes.callers import Caller
from tests.crashes.installations import Installation, eventually
from tests.crashes.ledger import counted
from tests.crashes.reading import rows_of

SECONDS_TO_STOP = 60


class People:
    """Invited to this installation; every second one's phone runs JavaScript."""

    def __init__(self, installation: Installation, number: int, chance: Random) -> None:
        self.installation = installation
        flow = read_flows()["kompas"]
        self._invited = [installation.invites() for _ in range(number)]
        self.callers = [
            Caller(installation.address, client, flow, Random(chance.random()), htmx=place % 2 == 0)
            for place, (client, _opener) in enumerate(self._invited)
        ]

    def come_in(self) -> None:
        for caller, (_client, opener) in zip(self.callers, self._invited, strict=True):
            caller.comes_in(opener)

    @contextmanager
    def talking(self) -> Iterator[None]:
        """They talk, all at once, for as long as the block lasts; each finishes what they are at."""
        enough, broken = threading.Event(), list[BaseException]()

        def talks(caller: Caller) -> None:
            try:
                caller.talks_until(enough.is_set)
            except BaseException as problem:
                broken.append(problem)
                raise

        threads = [threading.Thread(target=talks, args=[one], daemon=True) for one in self.callers]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            enough.set()
            for thread in threads:
                thread.join(SECONDS_TO_STOP)
        assert not broken
        assert not any(thread.is_alive() for thread in threads)

    @property
    def acknowledged(self) -> int:
        return sum(one.ledger.acknowledged for one in self.callers)

    def get_on(self, answers: int = 5) -> None:
        """Waits until so many more are acknowledged."""
        before = self.acknowledged
        assert eventually(lambda: self.acknowledged >= before + answers)

    def meet(self, status: int) -> None:
        """Waits until one of them comes upon such a page once more."""
        before = self._met(status)
        assert eventually(lambda: self._met(status) > before)

    def _met(self, status: int) -> int:
        return sum(one.pages.count(status) for one in self.callers)

    def hold_against_what_is_stored(self) -> str:
        """Nothing lost, nothing doubled; says how much was counted."""
        stored = 0
        with self.installation.archive() as archive:
            for caller in self.callers:
                rows = rows_of(archive.opened, self.installation.municipality.id, caller.client.id)
                assert caller.ledger.explains(rows), caller.ledger.differs(rows)
                stored += len(rows)
        return counted((one.ledger for one in self.callers), stored)
