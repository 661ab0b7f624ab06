"""`kompas erasures`: who was erased stays erased, also when a backup is put back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from kompas.commands.archive import archive_here
from kompas.store.ledger import Erasure
from kompas.usecases.erase import replay_erasures


@click.group()
def erasures() -> None:
    """Keep erased people erased, also when a backup is put back."""


@erasures.command("list")
def list_all() -> None:
    """Every erasure, a line each: organisation, client (random numbers both) and moment.

    Keep a copy of it beside the backups of the keys: it is what a backup of today can't know tomorrow.
    """
    with archive_here() as archive:
        for lines in archive.ledger.pages():
            for one in lines:
                click.echo(f"{one.organisation_id} {one.client_id} {one.at.isoformat()}")


@erasures.command()
@click.argument("kept", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def replay(kept: Path | None) -> None:
    """Erase again whoever a backup brought back. Run it after putting one back, before people come in.

    KEPT is a file that `kompas erasures list` wrote, for when the keys were put back too. Safe to run again.
    """
    lines = [_line(one) for one in kept.read_text(encoding="utf-8").splitlines() if one.strip()] if kept else []
    with archive_here() as archive:
        erased = replay_erasures(archive, lines, datetime.now(UTC))
    click.echo(f"Erased again: {erased}." if erased else "Nobody was back.")


def _line(written: str) -> Erasure:
    try:
        organisation_id, client_id, at = written.split()
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 (only says that there is none)
    if moment.tzinfo is None:
        raise click.ClickException(f"This is no line of `kompas erasures list`: {written}")
    return Erasure(organisation_id, client_id, moment)
