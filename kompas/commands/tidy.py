"""`kompas tidy`: what is kept too long goes. For each night."""

from datetime import UTC, datetime

import click

from kompas.app import read_flows
from kompas.commands.archive import archive_here
from kompas.store.organisations import all_organisations
from kompas.usecases.erase import finish_erasures
from kompas.usecases.tidy import Tidied, long_silent_since
from kompas.usecases.tidy import tidy as clear
from kompas.web.phone import FLOW

ASK_THE_CLOCK = (
    "Nothing is cleared. By the clock of this computer it is {now}, but nothing was done here since {since}. "
    "Is the clock right? Then run: kompas tidy --clock-is-right"
)


@click.command()
@click.option("--dry-run", is_flag=True, help="Only count what would go.")
@click.option("--clock-is-right", is_flag=True, help="Clear although nothing was done here for months.")
def tidy(dry_run: bool, clock_is_right: bool) -> None:
    """Wipe answers that are kept too long, and people whose talk and letter ended long ago.

    How long: the `keep` of each question in the flow file, and `kompas organisation change HOST --keep-people`. What
    was shared and confirmed stays as it was shared. Safe to stop and to run again.
    """
    now, flow = datetime.now(UTC), read_flows()[FLOW]
    with archive_here() as archive:
        if not (dry_run or clock_is_right) and (since := long_silent_since(archive, now)):
            raise click.ClickException(ASK_THE_CLOCK.format(now=now.date(), since=since.date()))
        if not dry_run:
            finish_erasures(archive, now)
        for here in all_organisations(archive):
            click.echo(f"{here.host}: {_said(clear(archive, here, flow, now, dry_run=dry_run), dry_run=dry_run)}")


def _said(gone: Tidied, *, dry_run: bool) -> str:
    counts = f"{gone.people} people, {gone.answers} answers, {gone.typed} from paper, "
    doors = f"{gone.sessions} sessions and {gone.attempts} attempts that were over"
    return f"{counts}{doors}{' would go' if dry_run else ' are gone'}."
