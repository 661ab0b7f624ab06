"""`kompas set-up`: fresh secrets for this installation, once."""

import base64
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

import click

from kompas.settings import MASTER_KEY_BYTES, instance_folder


@click.command("set-up")
@click.option("--production", is_flag=True, help="For real people instead of the demonstration. Needs --public-url.")
@click.option("--public-url", help="The address people type, as it will stand in letters.")
def set_up(production: bool, public_url: str | None) -> None:
    """Write fresh secrets into the instance folder; keep what is there."""
    if production and not public_url:
        raise click.UsageError("--production needs --public-url, an https address.")
    file = instance_folder() / "kompas.env"
    if file.exists():
        click.echo(f"{file} is there already and stays as it is.")
        return
    write_secrets(file, mode="production" if production else "demonstration", public_url=public_url)
    click.echo(f"Fresh secrets stand in {file}. Keep a copy of the master key where the backups are not.")


def write_secrets(file: Path, mode: str, public_url: str | None) -> None:
    """Readable by the owner alone from the first byte. Raises FileExistsError rather than overwrite a key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    key_id = f"k{datetime.now(UTC):%Y%m%d}"
    key = base64.b64encode(secrets.token_bytes(MASTER_KEY_BYTES)).decode()
    lines = [
        "# The secrets of this one installation. Without the master key every text in the database is lost.",
        f"KOMPAS_MODE={mode}",
        *([f"KOMPAS_PUBLIC_URL={public_url}"] if public_url else []),
        f"KOMPAS_SECRET_KEY={secrets.token_urlsafe(48)}",
        f"KOMPAS_CODE_PEPPER={secrets.token_urlsafe(48)}",
        f"KOMPAS_MASTER_KEYS={key_id}:{key}",
        "",
    ]
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as written:
        written.write("\n".join(lines))
