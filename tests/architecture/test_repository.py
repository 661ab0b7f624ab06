"""What the repository holds, and what it leaves to packages and to each installation."""

import re
import tomllib

import pytest

from tests.architecture.sources import ROOT, modules, named, tracked

LOCKED = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("path", LOCKED, ids=named)
def test_a_requirement_file_names_no_address(path) -> None:
    assert "://" not in path.read_text()
    assert "index-url" not in path.read_text()


@pytest.mark.parametrize("path", LOCKED, ids=named)
def test_every_package_is_pinned_and_hashed(path) -> None:
    written = path.read_text().replace("\\\n", " ")
    packages = [line for line in written.splitlines() if line and not line.lstrip().startswith("#")]
    assert packages
    assert [
        line[:60] for line in packages if not re.match(r"[\w.\[\],-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_what_pyproject_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)}
    locked = set(re.findall(r"^([\w.-]+)", (ROOT / "requirements" / "development.txt").read_text(), re.MULTILINE))
    assert {re.split(r"[\[<>=~! ]", name)[0].lower() for name in asked} - locked == set()


def test_no_third_party_file_is_committed() -> None:
    third = re.compile(r"\.(min\.(js|css)|woff2?|ttf|otf|eot|map)$|(^|/)(vendor|node_modules)/", re.IGNORECASE)
    assert [named(path) for path in tracked() if third.search(named(path))] == []


def test_no_secret_of_an_installation_is_committed() -> None:
    kept = {"instance/README.md"}
    inside = {named(path) for path in tracked() if named(path).startswith("instance/")}
    assert {name for name in inside - kept if not name.startswith("instance/organisations/")} == set()


def test_every_package_is_seen_by_the_contracts() -> None:
    # A folder without __init__.py is no package: the import contracts and the wheel would silently leave it out.
    folders = {path.parent for path in modules() if "migrations" not in path.parts}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
