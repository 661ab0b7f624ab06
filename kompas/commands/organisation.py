"""`kompas organisation`: make an organisation, change it, sign its promises."""

from datetime import UTC, datetime

import click

from kompas.casework.people import Organisation
from kompas.commands.archive import archive_here, told_in_a_sentence
from kompas.commands.catalogues import PACKAGE, languages
from kompas.conversation.keep import Keep, read_keep
from kompas.store.ids import new_id
from kompas.store.organisations import all_organisations
from kompas.usecases.organise import change, make_organisation, sign_promises, turn

_CONTACT = "What a client can call or write to, in one short line."
_ZONE = "Time zone in which its moments are said."
_LANGUAGES = "Codes of the languages it offers, the first by default: nl,en,ar."
_KEEP_PEOPLE = "How long after their last talk and letter somebody is known here at all: 2 years."
_ISSUER = "Address of its provider for sign-in (OpenID Connect)."
_CLIENT_ID = "The name by which that provider knows Kompas."
_CLIENT_SECRET = "The secret shared with that provider."  # noqa: S105 (only says what it is)


def _shipped(_context: click.Context, _option: click.Parameter, written: str | None) -> tuple[str, ...] | None:
    """The codes that were written, once each. Raises `BadParameter` for a language without a catalogue."""
    wanted = tuple(dict.fromkeys(filter(None, (code.strip() for code in (written or "").split(",")))))
    there = {"en", *languages(PACKAGE)}
    if strange := [code for code in wanted if code not in there]:
        raise click.BadParameter(f"Kompas doesn't speak {', '.join(strange)} yet, but {', '.join(sorted(there))}.")
    return wanted or None


def _length(_context: click.Context, _option: click.Parameter, written: str | None) -> Keep | None:
    """Raises `BadParameter` for what is no length of time."""
    try:
        return read_keep(written) if written else None
    except ValueError as problem:
        raise click.BadParameter(f"{problem}.") from None


@click.group()
def organisation() -> None:
    """Make and change organisations. Each is found by its own host name, one wall apart from the others."""


@organisation.command()
@click.argument("name")
@click.option("--host", required=True, help="The name people type to reach it, without https:// and port.")
@click.option("--contact", default="", help=_CONTACT)
@click.option("--zone", default="Europe/Amsterdam", show_default=True, help=_ZONE)
@click.option("--languages", "offered", callback=_shipped, help=_LANGUAGES)
@click.option("--keep-people", callback=_length, help=_KEEP_PEOPLE)
@click.option("--issuer", default="", help=_ISSUER)
@click.option("--client-id", default="", help=_CLIENT_ID)
@click.option("--client-secret", default="", help=_CLIENT_SECRET)
@told_in_a_sentence
def add(
    name: str,
    host: str,
    contact: str,
    zone: str,
    offered: tuple[str, ...] | None,
    keep_people: Keep | None,
    issuer: str,
    client_id: str,
    client_secret: str,
) -> None:
    """Make the organisation NAME."""
    wanted = Organisation(
        new_id(),
        name,
        host.lower(),
        zone=zone,
        languages=offered or Organisation.languages,
        keep_people=keep_people or Organisation.keep_people,
        contact=contact,
        issuer=issuer,  # to the letter: some providers end their name with a slash
        oidc_client_id=client_id,
        oidc_client_secret=client_secret,
    )
    with archive_here() as archive:
        make_organisation(archive, wanted)
    click.echo(f"{name} answers at {host}. Next: kompas team add {host} NAME")


@organisation.command("change")
@click.argument("host")
@click.option("--name", help="What people call it.")
@click.option("--contact", help=_CONTACT)
@click.option("--zone", help=_ZONE)
@click.option("--languages", callback=_shipped, help=_LANGUAGES)
@click.option("--keep-people", callback=_length, help=_KEEP_PEOPLE)
@click.option("--issuer", help=_ISSUER)
@click.option("--client-id", "oidc_client_id", help=_CLIENT_ID)
@click.option("--client-secret", "oidc_client_secret", help=_CLIENT_SECRET)
@told_in_a_sentence
def change_one(host: str, **changes: object) -> None:
    """Change the organisation at HOST; what you don't name stays."""
    with archive_here() as archive:
        changed = change(archive, host, **changes)
    click.echo(f"{changed.name} is changed.")


@organisation.command("sign-promises")
@click.argument("host")
@click.option("--name", required=True, help="Who signs for the organisation.")
@told_in_a_sentence
def sign(host: str, name: str) -> None:
    """Sign the promises of the first screen, by name and date."""
    with archive_here() as archive:
        signed = sign_promises(archive, host, name, datetime.now(UTC))
    click.echo(f"{name} signed the promises of {signed.name}.")


@organisation.command("switch")
@click.argument("host")
@click.argument("name")
@click.argument("position", type=click.Choice(["on", "off"]))
@told_in_a_sentence
def switch(host: str, name: str, position: str) -> None:
    """Turn a switch on or off.

    A flow may ask some questions only when its switch NAME is on, for example `workplace_wishes`.
    """
    with archive_here() as archive:
        turn(archive, host, name, on=position == "on")
    click.echo(f"{name} is {position}.")


@organisation.command("list")
def list_all() -> None:
    """Name, host and provider of every organisation."""
    with archive_here() as archive:
        for one in all_organisations(archive):
            click.echo(f"{one.host}\t{one.name}\t{one.issuer or 'no provider of its own'}")
