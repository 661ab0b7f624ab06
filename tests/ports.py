"""Ports for servers that a test starts."""

import random
import socket


def free_port() -> int:
    """One with a free neighbour, where the provider for sign-in listens; not among those that browsers take."""
    for port in random.sample(range(20_000, 30_000, 2), 100):
        if _is_free(port) and _is_free(port + 1):
            return port
    raise AssertionError("No free port found.")


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
