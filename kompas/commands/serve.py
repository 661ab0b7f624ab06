"""`kompas serve`: the web server, and in a demonstration the local provider for sign-in beside it."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from kompas.app import create_app, refuse_to_open_too_early
from kompas.demonstration.addresses import addresses
from kompas.settings import DEMONSTRATION_MARK, Settings, load_settings

LOCAL = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 (compared with, not bound to)


@click.command()
@click.option("--host", envvar="HOST", default=LOCAL, show_default=True, help="Where it listens.")
@click.option("--port", envvar="PORT", default=5000, show_default=True, help="The port it listens on.")
def serve(host: str, port: int) -> None:
    """Start the web server; Ctrl-C ends it."""
    settings = load_settings()
    refuse_to_open_too_early(settings)
    _refuse_a_taken_port(host, port)
    run_server(settings, host, port, lambda: _greet(settings, host, port))


def _refuse_a_taken_port(host: str, port: int) -> None:
    """The server itself would try for five seconds, and tell it in six lines of its own."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as problem:
            sentence = f"Kompas can't listen on {host}:{port} ({problem.strerror}). Is it running already? Else choose"
            raise click.ClickException(f"{sentence} another port: --port, or PORT=… make run.") from None


def _greet(settings: Settings, host: str, port: int) -> None:
    """One address a line, each as soon as it answers."""
    base = f"http://{'127.0.0.1' if host == EVERYWHERE else host}:{port}"
    lines = [f"Kompas answers on {base}/"]
    if (settings.instance / DEMONSTRATION_MARK).exists():
        lines += addresses(settings.secret_key.get_secret_value(), base)
    for line in lines:
        click.echo(line)


def run_server(settings: Settings, host: str, port: int, when_ready: Callable[[], None]) -> None:
    """Serves until it is told to end. `when_ready` is called once, when requests are answered."""
    provider = None
    if not settings.in_production:
        provider, address = start_provider(port + 1)
        settings = settings.model_copy(update={"demonstration_provider": address})
    Server(settings, f"{host}:{port}", when_ready, lambda: _end(provider)).run()


def start_provider(port: int) -> tuple[subprocess.Popen[bytes], str]:
    """Starts the local provider on this port, or a free one, and waits until it answers.

    It ends by itself when this process is gone.
    """
    port = port if _is_free(port) else _any_free_port()
    # It reads from a pipe that only we hold: when we end, however hard, it reads the end and goes too.
    command = [sys.executable, "-m", "kompas.demonstration.provider", str(port)]
    provider = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603
    while not _answers(port) and provider.poll() is None:
        time.sleep(0.05)
    return provider, f"http://{LOCAL}:{port}"


def _end(provider: subprocess.Popen[bytes] | None) -> None:
    if provider:
        provider.terminate()
        provider.wait()


class Server(BaseApplication):
    """Gunicorn, set up in one place. It keeps no access log: addresses of personal links are secrets."""

    def __init__(
        self, settings: Settings, bind: str, when_ready: Callable[[], None], on_exit: Callable[[], None]
    ) -> None:
        self.settings = settings
        self.options: dict[str, Any] = {
            "bind": bind,
            "workers": settings.workers,
            "threads": settings.threads,
            "worker_class": "kompas.commands.patience.PatientWorker",
            "accesslog": None,
            "loglevel": "warning",
            # Forwarded headers are believed by the app, from the proxies in its settings, and by nobody else.
            "forwarded_allow_ips": "",
            "secure_scheme_headers": {},
            # A back door for administrators that we don't need.
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: when_ready(),
            "on_exit": lambda _arbiter: on_exit(),
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Called in each worker, after forking."""
        return create_app(self.settings)


def _is_free(port: int) -> bool:
    """By trying to have it: a port may be somebody's before they listen on it."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((LOCAL, port))
        except OSError:
            return False
    return True


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex((LOCAL, port)) == 0


def _any_free_port() -> int:
    with socket.socket() as found:
        found.bind((LOCAL, 0))
        return int(found.getsockname()[1])
