"""`kompas serve` as people start it: it answers, a demonstration can sign in, and nothing stays behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from kompas.commands.patience import SECONDS_TO_ARRIVE
from kompas.commands.set_up import write_secrets
from kompas.settings import load_settings
from kompas.store.archive import Archive
from kompas.store.migrating import FACTS, KEYS, upgrade
from tests.ports import free_port
from tests.store.people import a_municipality

KOMPAS = [sys.executable, "-c", "from kompas.cli import main; main()"]


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """Set up and migrated, with one municipality."""
    write_secrets(tmp_path / "kompas.env", mode="demonstration", public_url=None)
    settings = load_settings(instance=tmp_path)
    upgrade(FACTS, settings.facts_url)
    upgrade(KEYS, settings.keys_url)
    archive = Archive(settings.facts_url, settings.keys_url, settings.unwrapped_master_keys())
    a_municipality(archive, host="127.0.0.1", issuer="")
    archive.close()
    return tmp_path


@pytest.fixture
def server(instance: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    command = [*KOMPAS, "serve", "--port", str(port)]
    with (instance / "errors").open("w") as errors:
        environment = {**os.environ, "KOMPAS_INSTANCE": str(instance)}
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    yield process, port
    process.kill()
    process.wait()
    assert process.stdout
    process.stdout.close()


def eventually(holds: Callable[[], bool], seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False


def answers(port: int, path: str = "/") -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}{path}", timeout=5).status_code == 200
    except requests.RequestException:
        return False


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda one: one.name)
def test_it_answers_until_it_is_told_to_end_and_its_provider_ends_with_it(server, how):
    process, port = server
    assert process.stdout.readline() == f"Kompas answers on http://127.0.0.1:{port}/\n"
    assert eventually(lambda: answers(port))
    assert answers(port, "/sign-in")
    assert answers(port + 1, "/.well-known/openid-configuration")
    process.send_signal(how)
    process.wait(timeout=30)
    assert eventually(lambda: not answers(port + 1, "/.well-known/openid-configuration") and not answers(port))


def test_a_port_that_is_taken_is_told_in_one_sentence(instance):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environment = {**os.environ, "KOMPAS_INSTANCE": str(instance)}
        command = [*KOMPAS, "serve", "--port", str(port)]
        asked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert asked.stdout == ""
    assert asked.stderr.count("\n") == 1
    assert f"127.0.0.1:{port}" in asked.stderr


def test_nobody_is_believed_who_says_a_request_came_over_tls(server):
    _, port = server
    assert eventually(lambda: answers(port))
    page = requests.get(f"http://127.0.0.1:{port}/", headers={"X-Forwarded-Proto": "https"}, timeout=5)
    assert "Secure" not in page.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "sent", ["GET / HT", "POST /enter HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\ncode="]
)
def test_phones_that_lose_their_line_halfway_keep_nobody_else_waiting_for_ever(server, sent):
    _, port = server
    assert eventually(lambda: answers(port))
    with ExitStack() as phones:
        for _phone in range(12):
            phone = phones.enter_context(socket.create_connection(("127.0.0.1", port)))
            phone.sendall(sent.encode())
        assert eventually(lambda: answers(port), seconds=3 * SECONDS_TO_ARRIVE)


def test_who_said_nothing_yet_does_not_hold_up_a_deployment(instance):
    """A browser opens a line just in case; here the web server itself would wait ten minutes for its first word."""
    port, waits = free_port(), "from gunicorn.workers import gthread; gthread.DEFAULT_WORKER_DATA_TIMEOUT = 600; "
    command = [*KOMPAS[:-1], waits + KOMPAS[-1], "serve", "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, "KOMPAS_INSTANCE": str(instance)}, stdout=subprocess.DEVNULL)
    try:
        assert eventually(lambda: answers(port))
        with socket.create_connection(("127.0.0.1", port), timeout=0.8 * SECONDS_TO_ARRIVE) as line:
            assert eventually(lambda: answers(port))
            process.terminate()
            assert line.recv(1) == b""
        process.wait(timeout=30)
    finally:
        process.kill()
        process.wait()


def test_a_personal_link_leaves_no_trace_in_what_the_server_says(server, instance):
    process, port = server
    assert eventually(lambda: answers(port))
    requests.get(f"http://127.0.0.1:{port}/c/canary-of-a-link", timeout=5)
    requests.get(f"http://127.0.0.1:{port}/c/canary/nowhere?canary=1", timeout=5)
    process.terminate()
    process.wait(timeout=30)
    assert "canary" not in process.stdout.read() + (instance / "errors").read_text()
