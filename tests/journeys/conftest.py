"""What the journeys can ask for: a town whose server runs, phones, and the caseworkers' desks."""

import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser

from tests.journeys.browsing import Visit
from tests.journeys.everybody import Everybody
from tests.journeys.towns import Town
from tests.ports import free_port


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with the demonstration municipality in it: filled once, for others to copy.

    Sixty lives take a while, so whoever tests beside us waits for it and copies it too.
    """
    here = tmp_path_factory.getbasetemp()
    place = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    with (place / "town.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not (place / "town").exists():
            making = Town(place / "town-in-the-making" / "instance", free_port()).made_ready()
            making.folder.parent.rename(place / "town")
    return place / "town" / "instance"


@pytest.fixture(scope="session")
def town(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration municipality, served as `make run` serves it."""
    served = Town(copytree(ready, tmp_path_factory.mktemp("town") / "instance"), free_port())
    try:
        yield served.opens()
    finally:
        served.closes()


@pytest.fixture(scope="session")
def everybody(chromium: Browser, ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everybody]:
    """Clients of all standings, in a town of their own."""
    own = Town(copytree(ready, tmp_path_factory.mktemp("everybody") / "instance"), free_port())
    try:
        everybody = Everybody(chromium, own.opens())
        yield everybody
        everybody.closes()
    finally:
        own.closes()


@pytest.fixture
def visit(chromium: Browser, town: Town) -> Iterator[Callable[..., Visit]]:
    """`visit("nl", javascript=False)`: phones and desks of people who read one language, closed at the end.

    `on_phones=False` turns JavaScript off on the phones alone.
    """
    made: list[Visit] = []

    def begin(language: str, *, javascript: bool = True, on_phones: bool | None = None) -> Visit:
        made.append(Visit(chromium, town, language, javascript=javascript, on_phones=on_phones))
        return made[-1]

    yield begin
    for one in made:
        one.ends()
