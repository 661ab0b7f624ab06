"""publiccode.yml is read by catalogues of public software: what they ask for is there and within their limits."""

import tomllib

import pytest
import yaml

from tests.architecture.sources import KOMPAS, ROOT

WRITTEN = yaml.safe_load((ROOT / "publiccode.yml").read_text())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_descriptions_keep_their_limits(language) -> None:
    described = WRITTEN["description"][language]
    assert len(described["shortDescription"]) <= 150
    assert 150 <= len(described["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in described["features"])


def test_what_every_catalogue_asks_for_is_there() -> None:
    asked = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "categories"}
    assert asked | {"description", "legal", "maintenance", "localisation"} <= WRITTEN.keys()


def test_it_says_what_pyproject_says() -> None:
    assert WRITTEN["legal"]["license"] == PROJECT["license"]
    assert WRITTEN["softwareVersion"] == PROJECT["version"]


def test_every_language_that_we_ship_is_named() -> None:
    translated = {path.parent.parent.name for path in (KOMPAS / "translations").glob("*/LC_MESSAGES/client.po")}
    assert set(WRITTEN["localisation"]["availableLanguages"]) == translated | {"en"}
