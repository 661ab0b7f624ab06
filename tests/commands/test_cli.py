"""What an administrator reads first."""

import pytest
from click.testing import CliRunner

from kompas import cli
from kompas.settings import NotConfigured


def test_help_names_every_command_with_one_line() -> None:
    shown = CliRunner().invoke(cli.kompas, ["--help"]).output
    assert all(f"  {name} " in shown for name in cli.COMMANDS)


def test_every_command_tells_how_it_is_used() -> None:
    for name in cli.COMMANDS:
        asked = CliRunner().invoke(cli.kompas, [name, "--help"])
        assert asked.exit_code == 0, name
        assert "Usage:" in asked.output


@pytest.mark.parametrize("group", ["organisation", "team", "staff", "catalogues"])
def test_no_line_of_help_breaks_off(group: str) -> None:
    shown = CliRunner().invoke(cli.kompas, [group, "--help"], terminal_width=80).output
    assert "..." not in shown.partition("Commands:")[2]


def test_an_unknown_command_is_a_sentence() -> None:
    asked = CliRunner().invoke(cli.kompas, ["fly"])
    assert asked.exit_code == 2
    assert "No such command" in asked.output


def test_a_wrong_setting_is_told_without_a_traceback(monkeypatch, capsys) -> None:
    def misconfigured() -> None:
        raise NotConfigured(("KOMPAS_SECRET_KEY is missing.", "KOMPAS_MODE is wrong."))

    monkeypatch.setattr(cli, "kompas", misconfigured)
    with pytest.raises(SystemExit, match="78"):
        cli.main()
    assert capsys.readouterr().err == "KOMPAS_SECRET_KEY is missing.\nKOMPAS_MODE is wrong.\n"
