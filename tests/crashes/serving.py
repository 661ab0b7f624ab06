"""What `kompas serve` runs, started again in a moment however often it is killed: imported once, forked for each start.

Told line by line: `start` answers with the id of the process that serves, once it answers people; `bury` waits until
that one is dead. Ends, and ends what it started, when nobody holds the other side any more. Run by `installations.py`.
"""

import os
import signal
import sys
from contextlib import suppress

from kompas.commands.serve import Server
from kompas.settings import Settings, load_settings


def serve_and_serve_again(port: str) -> None:
    settings, serving = load_settings(), 0
    for told in sys.stdin:
        if told.strip() == "bury":
            os.waitpid(serving, 0)
            _say("buried")
            continue
        serving = os.fork()
        if not serving:
            _serve(settings, port)
    if serving:
        with suppress(ProcessLookupError):
            os.kill(serving, signal.SIGTERM)


def _serve(settings: Settings, port: str) -> None:
    """Without the provider for sign-in: no client needs it."""
    sys.argv = sys.argv[:1]
    Server(settings, f"127.0.0.1:{port}", lambda: _say(str(os.getpid())), lambda: None).run()


def _say(what: str) -> None:
    print(what, flush=True)  # noqa: T201


if __name__ == "__main__":
    serve_and_serve_again(sys.argv[1])
