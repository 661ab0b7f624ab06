"""`kompas demonstrate`: a fictional municipality, filled the first time."""

import json
from datetime import UTC, datetime

import click

from kompas.app import create_app, read_flows
from kompas.commands.archive import archive_here
from kompas.demonstration.municipality import fill
from kompas.demonstration.people import PEOPLE
from kompas.settings import DEMONSTRATION_MARK, load_settings
from kompas.web.wording import say_in


@click.command("demonstrate")
def demonstrate() -> None:
    """Fill the fictional municipality Waterrijk. A second time it keeps what is there."""
    settings = load_settings()
    if settings.in_production:
        raise click.ClickException("The demonstration has no place in production.")
    mark = settings.instance / DEMONSTRATION_MARK
    if mark.exists():
        click.echo("The demonstration is there already and stays as it is.")
        return
    now = datetime.now(UTC)
    mark.write_text(json.dumps({"filled": now.isoformat()}), encoding="utf-8")
    secret, pepper = settings.secret_key.get_secret_value(), settings.pepper
    with archive_here() as archive, create_app(settings, archive=archive).app_context():
        people = fill(archive, read_flows()["kompas"], say_in, secret, pepper, now)
        with click.progressbar(
            people, length=len(PEOPLE), label="Twelve made-up clients tell about themselves"
        ) as told:
            for _name in told:
                pass
