"""An administrator makes an organisation, its teams and its people: what can't work is said at once, in a sentence."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kompas.cli import kompas
from kompas.commands.archive import archive_here
from kompas.commands.set_up import write_secrets
from kompas.settings import load_settings
from kompas.store.migrating import FACTS, KEYS, upgrade
from kompas.store.organisations import all_organisations
from kompas.usecases.organise import staff_of

HOST = "proefdam.example"


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    monkeypatch.setenv("KOMPAS_INSTANCE", str(tmp_path))
    settings = load_settings()
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)


def typed(*words: str) -> Result:
    return CliRunner().invoke(kompas, words)


def an_organisation() -> None:
    assert typed("organisation", "add", "Gemeente Proefdam", "--host", HOST).exit_code == 0


def test_each_step_names_the_next_and_the_lists_show_what_was_made() -> None:
    an_organisation()
    assert typed("team", "add", HOST, "Team Haven").output.startswith("Team Haven is there. Next: kompas staff add")
    assert typed("staff", "add", HOST, "Team Haven", "Robin Jansen", "robin").exit_code == 0
    assert typed("organisation", "list").output == f"{HOST}\tGemeente Proefdam\tno provider of its own\n"
    assert typed("team", "list", HOST).output == "Team Haven\n"
    assert typed("staff", "list", HOST).output == "Robin Jansen\trobin\tactive\n"


@pytest.mark.parametrize(
    "host", ["", "https://proefdam.example", "proefdam.example/", "proefdam.example:5000", "proef dam", ".example"]
)
def test_a_host_that_no_browser_would_send_is_refused(host: str) -> None:
    asked = typed("organisation", "add", "Gemeente Proefdam", "--host", host)
    assert asked.exit_code == 1
    assert "no host name" in asked.output
    assert typed("organisation", "list").output == ""


def test_a_host_is_found_in_any_case() -> None:
    typed("organisation", "add", "Gemeente Proefdam", "--host", "Proefdam.Example")
    assert typed("team", "add", HOST, "Team Haven").exit_code == 0


def test_an_organisation_offers_the_languages_it_names_and_only_those_that_are_there() -> None:
    made = typed("organisation", "add", "Gemeente Proefdam", "--host", HOST, "--languages", "nl, ar,nl")
    assert made.exit_code == 0
    assert offered() == ("nl", "ar")
    assert typed("organisation", "change", HOST, "--languages", "nl,en,uk").exit_code == 0
    assert offered() == ("nl", "en", "uk")
    refused = typed("organisation", "change", HOST, "--languages", "nl,xx")
    assert "doesn't speak xx yet" in refused.output
    assert offered() == ("nl", "en", "uk")


def offered() -> tuple[str, ...]:
    with archive_here() as archive:
        return all_organisations(archive)[0].languages


def test_an_organisation_has_a_name() -> None:
    assert "needs a name" in typed("organisation", "add", " ", "--host", HOST).output


def test_a_time_zone_with_a_slip_is_refused_before_a_page_can_break_on_it() -> None:
    slip = "Europe/Amsterdm"
    assert slip in typed("organisation", "add", "Gemeente Proefdam", "--host", HOST, "--zone", slip).output
    an_organisation()
    assert slip in typed("organisation", "change", HOST, "--zone", slip).output
    assert typed("organisation", "change", HOST, "--zone", "Europe/Brussels").exit_code == 0


def test_a_second_team_of_the_same_name_is_refused_since_nobody_could_tell_them_apart() -> None:
    an_organisation()
    typed("team", "add", HOST, "Team Haven")
    assert "already has a team called Team Haven" in typed("team", "add", HOST, "Team Haven").output
    assert typed("team", "list", HOST).output == "Team Haven\n"


@pytest.mark.parametrize(
    "words",
    [
        ("team", "add", "nowhere.example", "Team Haven"),
        ("team", "list", "nowhere.example"),
        ("staff", "list", "nowhere.example"),
        ("staff", "add", HOST, "Team Nergens", "Robin Jansen", "robin"),
        ("staff", "remove", HOST, "nobody"),
        ("organisation", "add", "Another", "--host", HOST),
        ("organisation", "sign-promises", "nowhere.example", "--name", "Robin Jansen"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_or_there_already_is_said_without_a_traceback(words: tuple[str, ...]) -> None:
    an_organisation()
    asked = typed(*words)
    assert asked.exit_code == 1
    assert asked.output.startswith("Error: ")


def test_the_promises_are_signed_by_name() -> None:
    an_organisation()
    signed = typed("organisation", "sign-promises", HOST, "--name", "Robin Jansen")
    assert signed.output == "Robin Jansen signed the promises of Gemeente Proefdam.\n"


def test_somebody_who_left_stays_on_the_list_as_left() -> None:
    an_organisation()
    typed("team", "add", HOST, "Team Haven")
    typed("staff", "add", HOST, "Team Haven", "Robin Jansen", "robin")
    assert typed("staff", "remove", HOST, "robin").exit_code == 0
    assert typed("staff", "list", HOST).output == "Robin Jansen\trobin\tleft\n"


def test_the_tables_are_kept_by_whom_the_administrator_names() -> None:
    an_organisation()
    typed("team", "add", HOST, "Team Haven")
    typed("staff", "add", HOST, "Team Haven", "Robin Jansen", "robin")
    assert typed("staff", "keeps", HOST, "robin").output == f"Robin Jansen keeps the tables of {HOST}.\n"
    assert keepers() == ["Robin Jansen"]
    assert typed("staff", "add", HOST, "Team Haven", "Robin Jansen", "robin").exit_code == 0
    assert keepers() == ["Robin Jansen"]
    typed("staff", "keeps", HOST, "robin", "--no-longer")
    assert keepers() == []
    assert "Nobody at Gemeente Proefdam signs in as kim." in typed("staff", "keeps", HOST, "kim").output


def keepers() -> list[str]:
    with archive_here() as archive:
        return [one.name for one in staff_of(archive, HOST) if one.keeps_tables]
