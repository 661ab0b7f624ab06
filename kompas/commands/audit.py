"""`kompas audit`: the chained log of what staff did."""

import click

from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.store.audit import check_chain
from kompas.usecases.organise import find


@click.group()
def audit() -> None:
    """Look after the log of what staff did."""


@audit.command()
@click.argument("host")
@told_in_a_sentence
def check(host: str) -> None:
    """Say whether a line of the log at HOST was edited, taken out, moved or cut off."""
    with archive_here() as archive:
        here = find(archive, host)
        with archive.reading(here.id) as records:
            wrong = check_chain(records)
    for sentence in wrong:
        click.echo(sentence)
    if wrong:
        raise click.exceptions.Exit(1)
    click.echo(f"The log of {here.name} is whole.")
