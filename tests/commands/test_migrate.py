"""`kompas migrate`: both databases in the newest form, as often as one likes."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from kompas.commands.migrate import migrate
from kompas.commands.set_up import write_secrets


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


def test_nobody_else_on_the_machine_can_read_the_databases(installation: Path) -> None:
    CliRunner().invoke(migrate)
    for name in ("kompas.db", "keys.db"):
        assert stat.S_IMODE((installation / name).stat().st_mode) == 0o600
