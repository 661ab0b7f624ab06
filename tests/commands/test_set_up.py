"""Fresh secrets, once: a key that is overwritten can't be got back."""

import stat

import pytest
from click.testing import CliRunner

from kompas.commands.set_up import set_up


@pytest.fixture
def instance(tmp_path, monkeypatch):
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path / "instance"))
    return tmp_path / "instance"


def test_secrets_are_for_the_owner_alone(instance) -> None:
    assert CliRunner().invoke(set_up).exit_code == 0
    assert stat.S_IMODE((instance / "kompas.env").stat().st_mode) == 0o600


def test_a_second_time_keeps_every_key(instance) -> None:
    CliRunner().invoke(set_up)
    before = (instance / "kompas.env").read_text()
    assert CliRunner().invoke(set_up).exit_code == 0
    assert (instance / "kompas.env").read_text() == before


def test_no_secret_is_printed(instance) -> None:
    printed = CliRunner().invoke(set_up).output
    values = [line.partition("=")[2] for line in (instance / "kompas.env").read_text().splitlines() if "KEY" in line]
    assert values
    assert not any(value in printed for value in values)


def test_production_is_told_its_address(instance) -> None:
    assert "--public-url" in CliRunner().invoke(set_up, ["--production"]).output
    assert not instance.exists()
