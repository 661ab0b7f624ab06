"""`kompas demonstrate` a second time: what is there stays; people are told what they have, how to begin again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kompas.cli import kompas
from kompas.commands.set_up import write_secrets
from kompas.settings import DEMONSTRATION_MARK

BEGIN_AGAIN = "rm instance/*.db* instance/demonstration.json"


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path))
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    return tmp_path


def said_when_there_is(instance: Path, **mark: object) -> str:
    (instance / DEMONSTRATION_MARK).write_text(json.dumps(mark))
    ran = CliRunner().invoke(kompas, ["demonstrate"])
    assert ran.exit_code == 0, ran.output
    assert sorted(file.name for file in instance.iterdir()) == [DEMONSTRATION_MARK, "kompas.env"]
    return ran.output


def test_what_is_there_stays_and_no_more_is_said(instance: Path) -> None:
    said = said_when_there_is(instance, filled="2027-03-03T09:00:00+00:00", people=60)
    assert said == "The demonstration is there already and stays as it is.\n"


def test_an_earlier_smaller_demonstration_goes_on_and_one_line_says_how_to_have_the_new_one(instance: Path) -> None:
    said = said_when_there_is(instance, filled="2026-11-01T09:00:00+00:00")
    assert "12 clients" in said
    assert "60" in said
    assert BEGIN_AGAIN in said
    assert len(said.splitlines()) == 1


def test_a_demonstration_that_was_broken_off_says_so(instance: Path) -> None:
    said = said_when_there_is(instance, begun="2027-03-03T09:00:00+00:00")
    assert "broken off" in said
    assert BEGIN_AGAIN in said
