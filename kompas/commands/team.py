"""`kompas team`: the teams of an organisation."""

import click

from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.usecases.organise import make_team, teams_of


@click.group()
def team() -> None:
    """Make teams, and see which there are. HOST is the organisation's host name."""


@team.command()
@click.argument("host")
@click.argument("name")
@told_in_a_sentence
def add(host: str, name: str) -> None:
    """Make the team NAME at HOST."""
    with archive_here() as archive:
        make_team(archive, host, name)
    click.echo(f"{name} is there. Next: kompas staff add {host} {name!r} 'FULL NAME' SUBJECT")


@team.command("list")
@click.argument("host")
@told_in_a_sentence
def list_all(host: str) -> None:
    """The teams at HOST."""
    with archive_here() as archive:
        for one in teams_of(archive, host):
            click.echo(one.name)
