"""`kompas migrate`: the databases in the form that this version works with."""

from pathlib import Path

import click

from kompas.settings import load_settings
from kompas.store.migrating import FACTS, KEYS, missing, upgrade


@click.command("migrate")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 when a step is missing.")
def migrate(check: bool) -> None:
    """Bring both databases to the newest form. Safe to run again, and on two machines at once."""
    settings = load_settings()
    still_missing = False
    for steps, url in ((FACTS, settings.facts_url), (KEYS, settings.keys_url)):
        _make_folder(url)
        names = missing(steps, url) if check else upgrade(steps, url)
        still_missing |= check and bool(names)
        did = "misses" if check else "ran"
        click.echo(f"{steps.name}: {did} {', '.join(names)}" if names else f"{steps.name}: up to date")
    if still_missing:
        raise SystemExit(1)


def _make_folder(url: str) -> None:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///").partition("?")[0]).parent.mkdir(parents=True, exist_ok=True)
