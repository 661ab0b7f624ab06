"""CPU time of the server for an answered question, beside the floor: a bare app that stores one row (bench_floor.py).

    make bench

Eight people of the demonstration start over and walk the whole conversation at the same time: once as htmx sends it
(one request) and once without JavaScript (two). What they read between chapters is on the bill too. Both servers have
two workers with four threads, and SQLite at full durability. A time counts only as a ratio to another of the same run.
Reads /proc: for Linux.
"""

import gzip
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from bench_floor import make_table
from lighthouse_town import free_port, town, walk_in

from kompas.demonstration.people import BY_HAND

PEOPLE, WORKERS, THREADS = 8, 2, 4
FLOOR_ANSWERS = 80
"""Of each person, at the bare app."""
AIMS = {"with htmx": 0.8, "without JavaScript": 1.2}
MOST_SCREENS = 150
TICKS = os.sysconf("SC_CLK_TCK")
_FORM = re.compile(r'<form[^>]* class="question[^>]* action="([^"]*)"')
_FIELD = re.compile(r'name="(about|csrf_token)" value="([^"]*)"')
_CHOICE = re.compile(r'name="choice" value="([^"]*)"')
Fields = dict[str, object]


class Person:
    """Somebody's phone, on a line that is kept open. `times`: seconds from each tap to the next screen."""

    def __init__(self, address: str, cookies: str = "", *, htmx: bool = False) -> None:
        self.line = HTTPConnection(address.removeprefix("http://"))
        self.sends = {"Cookie": cookies, "Accept-Encoding": "gzip", "Accept-Language": "nl", "Origin": address}
        self.taps = {"Content-Type": "application/x-www-form-urlencoded", **({"HX-Request": "true"} if htmx else {})}
        self.times: list[float] = []

    def opens(self, path: str) -> str:
        return self._asks("GET", path)[1]

    def posts(self, path: str, fields: Fields) -> tuple[int, str]:
        """The status and the screen that follows."""
        began = time.perf_counter()
        status, page = self._asks("POST", path, urlencode(fields, doseq=True))
        self.times.append(time.perf_counter() - began)
        return status, page

    def _asks(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        self.line.request(method, path, body, {**self.sends, **(self.taps if body is not None else {})})
        response = self.line.getresponse()
        read = response.read()
        page = (gzip.decompress(read) if response.headers["Content-Encoding"] == "gzip" else read).decode()
        if response.status == 303:
            return 303, self.opens(response.headers["Location"])
        return response.status, page


def walks(person: Person) -> None:
    """Starts over, and answers all that is asked; skips what takes more than taps and ticks."""
    person.posts("/start-over", {"csrf_token": dict(_FIELD.findall(person.opens("/start-over")))["csrf_token"]})
    person.times.clear()
    page = person.opens("/talk")
    for _screen in range(MOST_SCREENS):
        form = _FORM.search(page)
        if form is None:
            return
        page = _answers(person, form.group(1), page)
        page = page if _FORM.search(page) else person.opens("/talk")
    raise SystemExit("The conversation has no end.")


def _answers(person: Person, address: str, page: str) -> str:
    """One choice; three or two where it asks for as many."""
    fields = dict(_FIELD.findall(page))
    choices = [unescape(one) for one in _CHOICE.findall(page)]
    tried: list[Fields] = [{"choice": choices[:some]} for some in (1, 3, 2) if len(choices) >= some]
    tried.append({"do": "skip"})
    for reply in tried:
        status, next_page = person.posts(address, {**fields, **reply})
        if status in (200, 303):
            return next_page
    raise SystemExit(f"{address} took no answer: {status}.")


def answers_at_the_floor(person: Person) -> None:
    for _time in range(FLOOR_ANSWERS):
        person.posts("/talk", {"choice": "1"})


@contextmanager
def floor() -> Iterator[tuple[str, int]]:
    """The address of the bare app, and the process whose children answer."""
    with TemporaryDirectory(prefix="kompas-floor-") as place:
        address = f"127.0.0.1:{free_port()}"
        file = str(Path(place) / "floor.db")
        make_table(file)
        app = f"bench_floor:made({file!r})"
        served = ["--workers", str(WORKERS), "--threads", str(THREADS), "--bind", address, "--log-level", "error"]
        server = subprocess.Popen([sys.executable, "-m", "gunicorn", *served, app], cwd=Path(__file__).parent)
        try:
            _wait_for(address)
            yield f"http://{address}", server.pid
        finally:
            server.terminate()
            server.wait(20)


def _wait_for(address: str) -> None:
    for _tenth in range(200):
        try:
            Person(f"http://{address}").opens("/talk")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The bare app doesn't answer.")


def cpu_seconds(server: int) -> float:
    """What the server's workers used until now."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in children]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICKS


def measured(what: str, server: int, people: list[Person], deed: Callable[[Person], None], beside: float = 0) -> float:
    """CPU milliseconds of one answer, all people at once; printed, beside the floor's."""
    used, began = cpu_seconds(server), time.perf_counter()
    with ThreadPoolExecutor(len(people)) as together:
        list(together.map(deed, people))
    took, used = time.perf_counter() - began, cpu_seconds(server) - used
    times = [one for person in people for one in person.times]
    each = 1000 * used / len(times)
    ratio = f"{each / beside:5.2f} x the floor, aim {AIMS[what]}" if beside else ""
    tail = quantiles(times, n=100)[98] / median(times)
    print(f"  {what:20}{each:7.2f} ms {len(times) / took:6.0f} a second, p99 {tail:4.1f} x the median  {ratio}")
    return each


def _warm_up(people: list[Person]) -> None:
    """Both workers meet every kind of screen once: templates are made ready at their first use."""
    with ThreadPoolExecutor(len(people)) as together:
        list(together.map(walks, people))


def main() -> None:
    print(f"CPU of an answered question; {PEOPLE} people at once, {WORKERS} workers, {THREADS} threads")
    with floor() as (address, server):
        people = [Person(address) for _one in range(PEOPLE)]
        beside = measured("the floor", server, people, answers_at_the_floor)
    with town() as here:
        cookies = [walk_in(here.address, here.folder, one)[1] for one in BY_HAND[:PEOPLE]]
        _warm_up([Person(here.address, one) for one in cookies])
        for what in AIMS:
            people = [Person(here.address, one, htmx=what == "with htmx") for one in cookies]
            measured(what, here.server, people, walks, beside)


if __name__ == "__main__":
    main()
