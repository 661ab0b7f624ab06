"""A throw-away demonstration municipality that is served on this machine, and the doors of two of its people."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from kompas.demonstration.municipality import opener_of
from kompas.demonstration.person import Person
from kompas.settings import load_settings

KOMPAS = Path(sys.executable).with_name("kompas")
SECONDS_TO_END = 20
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Served(NamedTuple):
    """Where it answers, its instance folder, and the process whose children answer."""

    address: str
    folder: Path
    server: int


@contextmanager
def town() -> Iterator[Served]:
    """Gone afterwards. Filling it takes half a minute."""
    with TemporaryDirectory(prefix="kompas-lighthouse-") as place:
        folder = Path(place) / "instance"
        here = {"KOMPAS_INSTANCE": str(folder), "KOMPAS_DATABASE_URL": f"sqlite:///{folder / 'kompas.db'}"}
        env = {**{name: value for name, value in os.environ.items() if not name.startswith("KOMPAS_")}, **here}
        for command in ("set-up", "migrate", "demonstrate"):
            subprocess.run([str(KOMPAS), command], env=env, check=True, stdout=subprocess.DEVNULL)
        with _served(free_port(), env) as (address, server):
            yield Served(address, folder, server)


@contextmanager
def _served(port: int, env: dict[str, str]) -> Iterator[tuple[str, int]]:
    command = [str(KOMPAS), "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**env, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None  # noqa: S101 (for the types: a pipe was asked for)
        if not any("/sign-in" in line for line in server.stdout):
            raise RuntimeError("The server ended before it answered.")
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait(SECONDS_TO_END)


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def walk_in(address: str, folder: Path, person: Person) -> tuple[OpenerDirector, str]:
    """Opens the personal link of `person` and gives the year of birth: their browser, and its Cookie header."""
    cookies = CookieJar()
    browser = build_opener(HTTPCookieProcessor(cookies))
    token = opener_of(person, load_settings(instance=folder).secret_key.get_secret_value()).token
    page = _text(browser, f"{address}/c/{token}")
    for given in ({}, {"birth_year": str(person.birth_year)}):
        found = _TOKEN.search(page)
        if not found:
            raise RuntimeError(f"{person.name} found no form at the door.")
        fields = {"token": token, "csrf_token": found[1], **given}
        page = _text(browser, f"{address}/enter", urlencode(fields).encode())
    return browser, "; ".join(f"{one.name}={one.value}" for one in cookies)


def _text(browser: OpenerDirector, address: str, form: bytes | None = None) -> str:
    with browser.open(address, form) as response:
        return str(response.read().decode())
