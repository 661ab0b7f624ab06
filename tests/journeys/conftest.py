"""What the journeys can ask for: a town whose server runs, phones, and the caseworkers' desks."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.browsing import Visit
from tests.journeys.towns import Town
from tests.ports import free_port


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demonstration municipality, served as `make run` serves it."""
    served = Town(tmp_path_factory.mktemp("town") / "instance", free_port())
    try:
        yield served.made_ready().opens()
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
