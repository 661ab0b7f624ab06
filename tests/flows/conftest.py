"""The conversation as it is shipped, and how it is said in Dutch, the language shown first."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import kompas
from kompas.conversation.flow import Flow
from kompas.conversation.reading import read_flow

PACKAGE = Path(kompas.__file__).parent


@pytest.fixture(scope="module")
def flow() -> Flow:
    file = PACKAGE / "flows" / "kompas.yaml"
    return read_flow(file.read_text(), file.name)


@pytest.fixture(scope="module")
def dutch() -> dict[str, str]:
    """By source sentence. What is said of one and of many is not here."""
    with (PACKAGE / "translations/nl/LC_MESSAGES/client.po").open("rb") as file:
        return {one.id: one.string for one in read_po(file, locale="nl") if one.id and isinstance(one.id, str)}
