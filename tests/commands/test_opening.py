"""Nobody is let in too early: an old database, or promises that nobody signed, keep the doors shut."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kompas.app import open_archive, refuse_to_open_too_early
from kompas.commands.set_up import write_secrets
from kompas.settings import NotConfigured, Settings, load_settings
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.usecases.organise import sign_promises
from tests.store.people import a_municipality


@pytest.fixture
def production(tmp_path: Path) -> Settings:
    write_secrets(tmp_path / "kompas.env", mode="production", public_url="https://kompas.gemeente.example")
    return load_settings(instance=tmp_path)


def migrated(settings: Settings) -> None:
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)


def test_a_database_of_an_earlier_version_keeps_the_doors_shut(production: Settings) -> None:
    upgrade(FACTS, production.facts_url)
    with pytest.raises(NotConfigured, match="kompas migrate"):
        refuse_to_open_too_early(production)


def test_promises_are_signed_before_the_first_real_client(production: Settings) -> None:
    migrated(production)
    archive = open_archive(production)
    a_municipality(archive, host="kompas.gemeente.example")
    with pytest.raises(NotConfigured, match="sign-promises"):
        refuse_to_open_too_early(production)
    sign_promises(archive, "kompas.gemeente.example", "J. de Wit", datetime.now(UTC))
    archive.close()
    refuse_to_open_too_early(production)
