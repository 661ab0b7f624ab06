"""`kompas client`: for a written request of a client who wants what is kept of them, or wants it gone."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from kompas.app import create_app
from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.settings import load_settings
from kompas.store.archive import Archive
from kompas.usecases.erase import erase_client
from kompas.usecases.find_client import client_there, find_clients
from kompas.usecases.organise import CannotOrganise, find
from kompas.usecases.problems import NotFound
from kompas.usecases.take_along import everything_about, note_handed_out, written_down
from kompas.web.phone import current_flow
from kompas.web.wording import say_in

NOBODY = "There is no client with this id: it stands in the address of their page at the desk, behind /clients/."
BY = "kompas client"


@click.group()
def client() -> None:
    """Answer a client's request: give them what is kept of them, or erase it.

    HOST is the organisation's host name, ID the client's: `find` tells it. Be sure first who is asking.
    """


@client.command("find")
@click.argument("host")
@click.argument("name")
@told_in_a_sentence
def find_some(host: str, name: str) -> None:
    """Everybody whose name holds NAME: id, name, year of birth, caseworker."""
    with archive_here() as archive:
        for one in find_clients(archive, find(archive, host).id, name):
            click.echo(f"{one.client.id}\t{one.client.name}\t{one.client.birth_year}\t{one.caseworker.name}")


@client.command()
@click.argument("host")
@click.argument("client_id", metavar="ID")
@click.option("--to", "file", required=True, type=click.Path(path_type=Path), help="The file to write; must be new.")
@told_in_a_sentence
def export(host: str, client_id: str, file: Path) -> None:
    """Write all that is kept of ID into a file, in their own language.

    Give it to nobody else, and take it away afterwards.
    """
    with archive_here() as archive:
        here = find(archive, host).id
        _must_be_there(archive, here, client_id)
        note_handed_out(archive, here, client_id, datetime.now(UTC), f"{BY} export")
        everything = everything_about(archive, here, client_id)
    language = everything.client.own_language or everything.client.language
    app = create_app(load_settings())
    with app.app_context():
        written = written_down(everything, current_flow(), say_in, language, datetime.now(UTC))
    try:
        opened = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as problem:
        raise click.ClickException(f"{file} can't be written: {problem.strerror}.") from None
    with os.fdopen(opened, "w", encoding="utf-8") as target:
        target.write(written)
    click.echo(f"All that is kept of {everything.client.name} stands in {file}.")


@client.command()
@click.argument("host")
@click.argument("client_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Don't ask.")
@told_in_a_sentence
def erase(host: str, client_id: str, yes: bool) -> None:
    """Erase everything about ID, at once and for good. Nobody can bring it back."""
    with archive_here() as archive:
        here = find(archive, host).id
        name = _must_be_there(archive, here, client_id)
        yes or click.confirm(f"Erase everything about {name}?", abort=True)
        erase_client(archive, here, client_id, datetime.now(UTC), f"{BY} erase")
    click.echo("Erased. The talk itself goes on: tell their caseworker when it is.")


def _must_be_there(archive: Archive, organisation_id: str, client_id: str) -> str:
    """Their name."""
    try:
        found = client_there(archive, organisation_id, client_id)
    except NotFound:
        raise CannotOrganise(NOBODY) from None
    return f"{found.name}, born in {found.birth_year}"
