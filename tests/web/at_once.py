"""Several taps that arrive at the same moment: two thumbs, two tabs, two phones, two desks."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from tests.web.pages import Person

Came = TypeVar("Came")


def at_once(*deeds: Callable[[], Came]) -> list[Came]:
    """Each in a thread of its own, all let go at one moment; what came of them, in the order given."""
    gate = threading.Barrier(len(deeds))

    def let_go(deed: Callable[[], Came]) -> Came:
        gate.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return [one.result() for one in [threads.submit(let_go, deed) for deed in deeds]]


def another_tab(person: Person) -> Person:
    """In the same browser: with the same cookies."""
    tab = Person(person.app, person.host, htmx=person.htmx, reads=person.reads)
    tab.client._cookies.update(person.client._cookies)
    return tab


def tabs(person: Person, number: int) -> Sequence[Person]:
    return [person, *(another_tab(person) for _ in range(number - 1))]
