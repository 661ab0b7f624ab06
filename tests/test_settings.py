"""Kompas refuses to start without what it needs, and says all of it at once."""

import secrets
from base64 import b64encode
from pathlib import Path

import pytest

from kompas.commands.set_up import write_secrets
from kompas.settings import DEMONSTRATION_MARK, NotConfigured, Settings, load_settings, read_master_keys


@pytest.fixture(autouse=True)
def no_settings_around(monkeypatch) -> None:
    """What happens to be set on this machine is no part of a test."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"KOMPAS_{name.upper()}", raising=False)


@pytest.fixture
def instance(tmp_path) -> Path:
    """An installation that was just set up."""
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    return tmp_path


@pytest.fixture
def a_city(tmp_path) -> Path:
    """An installation for real people."""
    write_secrets(tmp_path / "kompas.env", mode="production", public_url="https://kompas.stad.example")
    return tmp_path


def refusal(instance: Path, **given: object) -> str:
    with pytest.raises(NotConfigured) as refused:
        load_settings(instance=instance, **given)
    return "\n".join(refused.value.sentences)


def test_fresh_secrets_are_enough_for_the_demonstration(instance) -> None:
    settings = load_settings(instance=instance)
    assert not settings.in_production
    assert settings.facts_url == f"sqlite:///{instance}/kompas.db"
    assert settings.keys_url == f"sqlite:///{instance}/keys.db"


def test_a_city_starts_on_https(a_city) -> None:
    assert load_settings(instance=a_city).in_production


def test_without_secrets_all_that_is_missing_is_told_at_once(tmp_path) -> None:
    told = refusal(tmp_path)
    assert all(name in told for name in ("SECRET_KEY", "CODE_PEPPER", "MASTER_KEYS"))


@pytest.mark.parametrize("weak", ["change-me", "secret" * 10, "a" * 64, ""])
def test_a_weak_secret_is_refused(instance, weak) -> None:
    assert "KOMPAS_SECRET_KEY" in refusal(instance, secret_key=weak)


@pytest.mark.parametrize("key", ["k1:AAAA", "k1", "k1:" + "A" * 43 + "=", "K 1:" + "x" * 43 + "="])
def test_a_bad_master_key_is_refused(instance, key) -> None:
    assert refusal(instance, master_keys=key)


def test_the_newest_master_key_comes_first() -> None:
    old, new = (secrets.token_bytes(32) for _ in "12")
    assert list(read_master_keys(f"new:{b64(new)}, old:{b64(old)}").items()) == [("new", new), ("old", old)]


def test_one_id_for_two_master_keys_is_refused() -> None:
    key = b64(secrets.token_bytes(32))
    with pytest.raises(ValueError, match="different id"):
        read_master_keys(f"a:{key},a:{key}")


@pytest.mark.parametrize("address", ["http://kompas.stad.example", "https://127.0.0.1", "https://kompas.localhost", ""])
def test_production_refuses_an_address_that_is_not_public_https(a_city, address) -> None:
    assert "KOMPAS_PUBLIC_URL" in refusal(a_city, public_url=address)


def test_production_refuses_the_folder_of_the_demonstration(a_city) -> None:
    (a_city / DEMONSTRATION_MARK).write_text("{}")
    assert "demonstration" in refusal(a_city)


def test_production_refuses_one_secret_for_two_ends(a_city) -> None:
    same = secrets.token_urlsafe(48)
    assert "differ" in refusal(a_city, secret_key=same, code_pepper=same)


def test_the_demonstration_refuses_settings_of_production(instance) -> None:
    told = refusal(instance, public_url="https://kompas.stad.example", trusted_proxies=1)
    assert "KOMPAS_PUBLIC_URL" in told
    assert "KOMPAS_TRUSTED_PROXIES" in told


def test_a_misspelt_setting_is_told_by_name(instance) -> None:
    with (instance / "kompas.env").open("a") as written:
        written.write("KOMPAS_SECRT_KEY=x\n")
    assert "KOMPAS_SECRT_KEY" in refusal(instance)


def test_a_wrong_value_is_told_by_name(instance) -> None:
    assert "KOMPAS_WORKERS" in refusal(instance, workers=0)


def test_the_environment_wins_over_the_file(instance, monkeypatch) -> None:
    monkeypatch.setenv("KOMPAS_DATABASE_URL", "postgresql://db/kompas")
    assert load_settings(instance=instance).facts_url == "postgresql+psycopg://db/kompas"


def test_no_secret_shows_in_a_log(instance) -> None:
    settings = load_settings(instance=instance, database_url="postgresql://kompas:hunter2@db/kompas")
    shown = repr(settings)
    assert "hunter2" not in shown
    assert settings.secret_key.get_secret_value() not in shown


def b64(raw: bytes) -> str:

    return b64encode(raw).decode()
