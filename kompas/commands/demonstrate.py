"""`kompas demonstrate`: a fictional municipality, filled the first time."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from kompas.casework.people import Organisation
from kompas.settings import DEMONSTRATION_MARK, Settings, load_settings

BEGIN_AGAIN = "To begin again: rm instance/*.db* instance/demonstration.json"


@click.command("demonstrate")
def demonstrate() -> None:
    """Fill the fictional municipality Waterrijk. A second time it keeps what is there."""
    settings = load_settings()
    if settings.in_production:
        raise click.ClickException("The demonstration has no place in production.")
    mark = settings.instance / DEMONSTRATION_MARK
    if mark.exists():
        click.echo(_what_is_there(mark))
    else:
        _fill(settings, mark)


def _what_is_there(mark: Path) -> str:
    """What a start finds: all of it, an earlier and smaller demonstration, or one that was broken off."""
    from kompas.demonstration.people import BY_HAND, PEOPLE

    found = json.loads(mark.read_text(encoding="utf-8"))
    if "filled" not in found:
        return f"The demonstration was broken off while it was being filled: some clients are missing. {BEGIN_AGAIN}"
    there = found.get("people", len(BY_HAND))
    if there < len(PEOPLE):
        return f"The demonstration of {there} clients stays as it is; a new one has {len(PEOPLE)}. {BEGIN_AGAIN}"
    return "The demonstration is there already and stays as it is."


def _fill(settings: Settings, mark: Path) -> None:
    """Everything is imported here, so that the next start, which only looks at the mark, is quick."""
    from kompas.app import create_app, our_occupations, our_rules, read_flows
    from kompas.commands.archive import archive_here
    from kompas.commands.catalogues import PACKAGE, languages
    from kompas.demonstration.municipality import fill
    from kompas.demonstration.people import people_of
    from kompas.profile.concluding import Adviser
    from kompas.web.wording import say_in

    spoken = tuple(dict.fromkeys((*Organisation.languages, *languages(PACKAGE))))
    people, now = people_of(spoken), datetime.now(UTC)
    _write(mark, begun=now.isoformat())
    adviser = Adviser(our_rules(), our_occupations())
    secret, pepper = settings.secret_key.get_secret_value(), settings.pepper
    with archive_here() as archive, create_app(settings, archive=archive).app_context():
        deeds = fill(archive, read_flows()["kompas"], say_in, secret, pepper, now, people, spoken, adviser)
        with click.progressbar(deeds, label=f"{len(people)} made-up clients tell about themselves") as told:
            for deed in told:
                deed.do()
    _write(mark, filled=now.isoformat(), people=len(people))


def _write(mark: Path, **said: object) -> None:
    mark.write_text(json.dumps(said), encoding="utf-8")
