"""What the journeys can ask for: a town whose server runs, phones, and the caseworkers' desks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser

from tests.journeys.browsing import Visit
from tests.journeys.towns import Town
from tests.ports import free_port


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with the demonstration municipality in it: filled once, for others to copy."""
    return Town(tmp_path_factory.mktemp("ready") / "instance", free_port()).made_ready().folder


@pytest.fixture(scope="session")
def town(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration municipality, served as `make run` serves it."""
    served = Town(copytree(ready, tmp_path_factory.mktemp("town") / "instance"), free_port())
    try:
        yield served.opens()
    finally:
        served.closes()


@pytest.fixture
def visit(chromium: Browser, town: Town) -> Iterator[Callable[..., Visit]]:
    """`visit("nl", javascript=False)`: phones and desks of people who read one language, closed at the end."""
    made: list[Visit] = []

    def begin(language: str, *, javascript: bool = True) -> Visit:
        made.append(Visit(chromium, town, language, javascript=javascript))
        return made[-1]

    yield begin
    for one in made:
        one.ends()
