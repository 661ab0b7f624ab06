"""An administrator answers a written request; and after a backup was put back, who was erased goes again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.app import open_archive, refuse_to_open_too_early
from kompas.cli import kompas
from kompas.commands.set_up import write_secrets
from kompas.settings import Settings, load_settings
from kompas.store.archive import Archive
from kompas.store.erasing import still_there
from kompas.store.migrating import FACTS, KEYS, upgrade
from tests.store.people import Municipality, a_municipality, an_invited_client

HOST = "proefdam.example"


def typed(*words: str, says: str | None = None) -> Result:
    return CliRunner().invoke(kompas, words, input=says)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path))
    settings = load_settings()
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)
    return settings


@pytest.fixture
def archive(settings: Settings) -> Archive:
    return open_archive(settings)


@pytest.fixture
def proefdam(archive: Archive) -> Municipality:
    return a_municipality(archive, host=HOST)


def test_a_written_request_is_answered_and_nobody_else_is_met(
    archive: Archive, proefdam: Municipality, tmp_path: Path
) -> None:
    samira, yusuf = (an_invited_client(archive, proefdam, name=name) for name in ("Samira Yilmaz", "Yusuf Yilmaz"))
    there = typed("client", "find", HOST, "samira").output
    assert there == f"{samira.id}\tSamira Yilmaz\t{samira.birth_year}\t{proefdam.caseworker.name}\n"
    file = tmp_path / "for-her.json"
    assert typed("client", "export", HOST, samira.id, "--to", str(file)).exit_code == 0
    given = json.loads(file.read_text(encoding="utf-8"))
    assert (given["you"]["name"], given["deeds_of_staff"][-1]["deed"]) == ("Samira Yilmaz", "export")
    assert file.stat().st_mode & 0o777 == 0o600
    assert typed("client", "export", HOST, samira.id, "--to", str(file)).exit_code == 1
    assert typed("client", "erase", HOST, samira.id, says="n\n").exit_code == 1
    assert "Samira" in typed("client", "find", HOST, "yilmaz").output
    assert typed("client", "erase", HOST, samira.id, says="y\n").exit_code == 0
    assert typed("client", "find", HOST, "yilmaz").output.startswith(yusuf.id)
    again = typed("client", "erase", HOST, samira.id)
    assert (again.exit_code, "There is no client with this id" in again.output) == (1, True)


def test_a_server_starts_without_those_whom_a_backup_brought_back(
    archive: Archive, proefdam: Municipality, settings: Settings, tmp_path: Path
) -> None:
    samira = an_invited_client(archive, proefdam)
    facts = tmp_path / "kompas.db"
    archive.close()
    backup = {file: file.read_bytes() for file in tmp_path.glob("*.db*")}
    assert facts in backup
    typed("client", "erase", HOST, samira.id, "--yes")
    kept = tmp_path / "kept.txt"
    kept.write_text(typed("erasures", "list").output)
    facts.write_bytes(backup[facts])
    refuse_to_open_too_early(settings)
    with open_archive(settings).reading(proefdam.id) as records:
        assert still_there(records, [samira.id]) == set()
    for file, content in backup.items():  # both, so that nothing in them knows
        file.write_bytes(content)
    assert typed("erasures", "replay").output == "Nobody was back.\n"
    assert typed("erasures", "replay", str(kept)).output == "Erased again: 1.\n"
    assert typed("erasures", "replay", str(kept)).output == "Nobody was back.\n"


def test_a_file_that_is_no_list_of_erasures_is_said_to_be_none(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Buy milk\n")
    asked = typed("erasures", "replay", str(tmp_path / "notes.txt"))
    assert (asked.exit_code, "Buy milk" in asked.output) == (1, True)
