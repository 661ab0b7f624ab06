"""`kompas staff`: who belongs to a team, and so may sign in."""

from datetime import UTC, datetime

import click

from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.usecases.organise import add_to_team, give_tables_to, remove_from_staff, staff_of


@click.group()
def staff() -> None:
    """Say who belongs to a team. HOST is the organisation's host name."""


@staff.command()
@click.argument("host")
@click.argument("team")
@click.argument("name")
@click.argument("subject")
@told_in_a_sentence
def add(host: str, team: str, name: str, subject: str) -> None:
    """NAME belongs to TEAM at HOST and signs in as SUBJECT.

    SUBJECT is the provider's own id for them, never a mail address.
    """
    with archive_here() as archive:
        added = add_to_team(archive, host, team, name, subject)
    click.echo(f"{added.name} can sign in at {host}.")


@staff.command()
@click.argument("host")
@click.argument("subject")
@told_in_a_sentence
def remove(host: str, subject: str) -> None:
    """Whoever signs in as SUBJECT can't any more. What they did stays."""
    with archive_here() as archive:
        gone = remove_from_staff(archive, host, subject)
    click.echo(f"{gone.name} can't sign in any more.")


@staff.command()
@click.argument("host")
@click.argument("subject")
@click.option("--no-longer", is_flag=True, help="They don't any more.")
@told_in_a_sentence
def keeps(host: str, subject: str, no_longer: bool) -> None:
    """Let SUBJECT keep the organisation's own tables.

    Jobs in the region, and which help there is: every caseworker reads them.
    """
    with archive_here() as archive:
        changed = give_tables_to(archive, host, subject, datetime.now(UTC), keeps=not no_longer)
    click.echo(f"{changed.name} {'no longer keeps' if no_longer else 'keeps'} the tables of {host}.")


@staff.command("list")
@click.argument("host")
@told_in_a_sentence
def list_all(host: str) -> None:
    """Who belongs to HOST."""
    with archive_here() as archive:
        for one in staff_of(archive, host):
            click.echo(f"{one.name}\t{one.subject}\t{'active' if one.active else 'left'}")
