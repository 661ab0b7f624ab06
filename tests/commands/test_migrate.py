"""`kompas migrate`: both databases in the newest form, as often as one likes."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kompas.app import open_archive, refuse_to_open_too_early
from kompas.commands.migrate import migrate
from kompas.commands.set_up import write_secrets
from kompas.settings import NotConfigured, Settings, load_settings
from tests.store.people import a_municipality


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "a new folder"
    monkeypatch.setenv("KOMPAS_INSTANCE", str(folder))
    write_secrets(folder / "kompas.env", mode="demonstration", public_url=None)
    return folder


def test_a_second_migrate_finds_nothing_to_do(installation: Path) -> None:
    first, second = (CliRunner().invoke(migrate) for _ in range(2))
    assert [line.partition(",")[0] for line in first.output.splitlines()] == [
        "facts: ran 0001_ground",
        "keys: ran 0001_ground",
    ]
    assert second.output.splitlines() == ["facts: up to date", "keys: up to date"]
    assert (first.exit_code, second.exit_code) == (0, 0)


def test_check_says_what_is_missing_and_changes_nothing(installation: Path) -> None:
    assert CliRunner().invoke(migrate, ["--check"]).exit_code == 1
    assert CliRunner().invoke(migrate, ["--check"]).output.startswith("facts: misses 0001_ground")
    CliRunner().invoke(migrate)
    assert CliRunner().invoke(migrate, ["--check"]).exit_code == 0


def _asked_what_is_missing(_settings: Settings) -> None:
    CliRunner().invoke(migrate, ["--check"])


def _started_too_early(settings: Settings) -> None:
    with pytest.raises(NotConfigured):
        refuse_to_open_too_early(settings)


def _looked_into_too_early(settings: Settings) -> None:
    archive = open_archive(settings)
    with archive.reading("nobody"):
        pass
    archive.close()


@pytest.mark.parametrize(
    "first",
    [lambda _settings: None, _asked_what_is_missing, _started_too_early, _looked_into_too_early],
    ids=["first of all", "after --check", "after a server that refused", "after another command"],
)
def test_nobody_else_on_the_machine_can_read_the_databases(
    installation: Path, first: Callable[[Settings], None]
) -> None:
    first(load_settings())
    CliRunner().invoke(migrate)
    archive = open_archive(load_settings())
    a_municipality(archive)
    assert {one.name for one in installation.glob("*.db*")} >= {"kompas.db", "keys.db", "kompas.db-wal"}
    for file in installation.glob("*.db*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    archive.close()
