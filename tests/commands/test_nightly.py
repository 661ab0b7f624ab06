"""What an administrator runs each night, and the register that they print."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.app import open_archive, read_flows
from kompas.cli import kompas
from kompas.commands.set_up import write_secrets
from kompas.conversation.answers import SKIPPED
from kompas.settings import load_settings
from kompas.store.answers import append_answer
from kompas.store.audit import add_deed
from kompas.store.migrating import FACTS, KEYS, upgrade
from tests.store.people import Municipality, a_municipality, an_invited_client

HOST = "maasstad.example"
LONG_AGO = datetime.now(UTC) - timedelta(days=400)


@pytest.fixture
def maasstad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Municipality:
    """With two people who answered one question each: one talked a year ago, one long before that."""
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path))
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    settings = load_settings()
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)
    archive = open_archive(settings)
    made = a_municipality(archive, host=HOST, contact="balie@maasstad.example")
    for days in (0, 500):
        client = an_invited_client(archive, made, talk_at=LONG_AGO - timedelta(days=days))
        with archive.writing(made.id) as records:
            append_answer(records, client.id, "situation", SKIPPED, LONG_AGO)
    archive.close()
    return made


def typed(*words: str) -> Result:
    return CliRunner().invoke(kompas, words)


def test_a_dry_run_prints_what_the_night_then_does(maasstad: Municipality) -> None:
    counts = "1 people, 1 answers, 0 from paper, 0 sessions and 0 attempts that were over"
    assert typed("tidy", "--dry-run").output == f"{HOST}: {counts} would go.\n"
    assert typed("tidy").output == f"{HOST}: {counts} are gone.\n"
    assert "0 people, 0 answers" in typed("tidy").output
    assert "is whole" in typed("audit", "check", HOST).output


def test_a_clock_that_jumped_ahead_erases_nobody(maasstad: Municipality) -> None:
    archive = open_archive(load_settings())
    with archive.writing(maasstad.id) as records:
        add_deed(records, LONG_AGO, "fatima", "invite", "client", "somebody")
    archive.close()
    refused = typed("tidy")
    assert (refused.exit_code, "Is the clock right?" in refused.output) == (1, True)
    assert "1 people, 1 answers" in typed("tidy", "--clock-is-right").output
    assert "0 people" in typed("tidy").output


def test_how_long_people_are_known_is_set_in_plain_words(maasstad: Municipality) -> None:
    assert typed("organisation", "change", HOST, "--keep-people", "5 years").exit_code == 0
    assert "0 people" in typed("tidy", "--dry-run").output
    refused = typed("organisation", "change", HOST, "--keep-people", "for good")
    assert "“for good” is no length of time" in refused.output


@pytest.mark.parametrize(("language", "kept"), [("nl", ["12 maanden", "2 jaar"]), ("en", ["12 months", "2 years"])])
def test_the_register_names_every_question_with_its_purpose_ground_and_time(
    maasstad: Municipality, language: str, kept: list[str]
) -> None:
    register = typed("register", HOST, "--language", language).output
    assert all(one in register for one in ["Gemeente Maasstad, balie@maasstad.example", *kept])
    rows = [line for line in register.splitlines() if line.startswith("| ")]
    assert {row.count(" | ") for row in rows} == {5, 2}
    if language == "en":
        for question in read_flows()["kompas"].questions.values():
            assert any(question.label in row and f"| {question.purpose} |" in row for row in rows)
