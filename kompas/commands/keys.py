"""`kompas keys`: the clients' keys, wrapped by the master key."""

import click

from kompas.commands.archive import archive_here


@click.group()
def keys() -> None:
    """Look after the keys of the clients."""


@keys.command()
def rewrap() -> None:
    """Wrap every key with the newest master key.

    Put the new key in front in KOMPAS_MASTER_KEYS, start the servers anew, run this, and then take the old one out.
    Safe to stop and to run again.
    """
    with archive_here() as archive:
        done = 0
        for batch in archive.keys.rewrap():
            done += batch
            click.echo(f"{done} keys …")
    click.echo(f"Done: {done} keys were wrapped anew; all are under the newest master key.")
