"""Right-to-left is in from the start: styles speak of start and end, never of left and right."""

import pytest

from tests.architecture.sources import found, named, styles, without

SIDES = r"(left|right|top|bottom)"
PHYSICAL = "|".join(
    [
        rf"(?<![\w-])(scroll-)?(margin|padding)-{SIDES}\s*:",
        rf"(?<![\w-])border-{SIDES}(-\w+)*\s*:",
        rf"(?<![\w-]){SIDES}\s*:",
        r"(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b",
    ]
)


@pytest.mark.parametrize("path", styles(), ids=named)
def test_styles_are_logical(path) -> None:
    assert found(PHYSICAL, without(r"/\*.*?\*/", path.read_text()), path) == []


@pytest.mark.parametrize("path", styles(), ids=named)
def test_styles_fetch_nothing_from_elsewhere(path) -> None:
    assert found(r"(https?:)?//[\w.-]+|data:", without(r"/\*.*?\*/", path.read_text()), path) == []
