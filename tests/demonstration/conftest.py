"""One filling for all tests that only look at it: sixty people take their time."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from tests.demonstration.waterrijk import Waterrijk, filled

MORNING = datetime(2027, 3, 3, 7, 5, tzinfo=UTC)
"""A Wednesday, before anybody is at work."""


@pytest.fixture(scope="session")
def waterrijk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Waterrijk]:
    made = filled(tmp_path_factory.mktemp("waterrijk"), MORNING)
    yield made
    made.archive.close()
