"""`kompas tidy`: what is kept too long goes. For each night."""

from datetime import UTC, datetime

import click

from kompas.app import read_flows
from kompas.commands.archive import archive_here
from kompas.store.organisations import all_organisations
from kompas.usecases.erase import finish_erasures
from kompas.usecases.tidy import Tidied
from kompas.usecases.tidy import tidy as clear
from kompas.web.phone import FLOW


@click.command()
@click.option("--dry-run", is_flag=True, help="Only count what would go.")
def tidy(dry_run: bool) -> None:
    """Wipe answers that are kept too long, and people whose talk and letter ended long ago.

    How long: the `keep` of each question in the flow file, and `kompas organisation change HOST --keep-people`. What
    was shared and confirmed stays as it was shared. Safe to stop and to run again.
    """
    now, flow = datetime.now(UTC), read_flows()[FLOW]
    with archive_here() as archive:
        if not dry_run:
            finish_erasures(archive, now)
        for here in all_organisations(archive):
            click.echo(f"{here.host}: {_said(clear(archive, here, flow, now, dry_run=dry_run), dry_run=dry_run)}")


def _said(gone: Tidied, *, dry_run: bool) -> str:
    counts = f"{gone.people} people, {gone.answers} answers, {gone.typed} from paper, "
    doors = f"{gone.sessions} sessions and {gone.attempts} attempts that were over"
    return f"{counts}{doors}{' would go' if dry_run else ' are gone'}."
