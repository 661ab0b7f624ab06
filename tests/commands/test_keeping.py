"""What an administrator does to keep an installation sound: new master keys, a log that is whole, switches."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.app import open_archive
from kompas.cli import kompas
from kompas.commands.set_up import write_secrets
from kompas.settings import load_settings
from kompas.store.audit import add_deed
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.organisations import organisation_by_host
from tests.store.people import Municipality, a_municipality

HOST = "maasstad.example"
Says = Callable[..., Result]


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path))
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    settings = load_settings()
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)
    return tmp_path


@pytest.fixture
def maasstad(instance: Path) -> Municipality:
    archive = open_archive(load_settings())
    made = a_municipality(archive, host=HOST)
    with archive.writing(made.id) as records:
        add_deed(records, datetime.now(UTC), made.caseworker.id, "sign in", "caseworker", made.caseworker.id)
    archive.close()
    return made


@pytest.fixture
def says() -> Says:
    return lambda *words: CliRunner().invoke(kompas, list(words))


def test_after_rewrapping_the_old_master_key_can_go(instance: Path, maasstad: Municipality, says: Says) -> None:
    file = instance / "kompas.env"
    settings = file.read_text()
    fresh = "fresh:" + base64.b64encode(bytes(range(32))).decode()
    file.write_text(settings.replace("KOMPAS_MASTER_KEYS=", f"KOMPAS_MASTER_KEYS={fresh},"))
    assert "1 keys were wrapped anew" in says("keys", "rewrap").output
    file.write_text(
        "\n".join(line for line in settings.splitlines() if "MASTER" not in line) + f"\nKOMPAS_MASTER_KEYS={fresh}\n"
    )
    assert "Fatima Oulad" in says("staff", "list", HOST).output


def test_a_whole_log_is_told_to_be_whole_and_an_edited_one_is_not(maasstad: Municipality, says: Says) -> None:
    assert "is whole" in says("audit", "check", HOST).output
    archive = open_archive(load_settings())
    with archive.facts.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET deed = 'open profile'")
    archive.close()
    told = says("audit", "check", HOST)
    assert told.exit_code == 1
    assert "whole" not in told.output


def test_a_switch_is_turned_on_and_off(maasstad: Municipality, says: Says) -> None:
    def switches() -> frozenset[str]:
        archive = open_archive(load_settings())
        found = organisation_by_host(archive, HOST)
        archive.close()
        assert found
        return found.switches

    says("organisation", "switch", HOST, "workplace_wishes", "on")
    assert switches() == {"workplace_wishes"}
    says("organisation", "switch", HOST, "workplace_wishes", "off")
    assert switches() == frozenset()
