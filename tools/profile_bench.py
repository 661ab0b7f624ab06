"""CPU time to work a profile out, with the hundred and with the full catalogue, beside that of the pages that show it.

    make bench

Somebody of the demonstration, walked through the real deeds on throw-away databases. The full catalogue is the table
that `kompas occupations import` left in the instance folder, else one made here of the files in ../shared/data. No
test: a time counts only beside another of the same run, so a plain loop stands above them, and shares behind.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench_town import ORIGIN, Town, filled
from click.testing import CliRunner
from flask.testing import FlaskClient

import kompas
from kompas.commands.occupations import occupations
from kompas.profile.heard import hear
from kompas.profile.worked_out import work_out
from kompas.settings import OFFICIAL_OCCUPATIONS, instance_folder
from kompas.web.house import House

ROUNDS = 30
LIMIT_MS = {"hundred": 3, "full": 20}
SOMEBODY = "Olena"
REFERENCE = Path(__file__).parents[2] / "shared" / "data"


def milliseconds(deed: Callable[[], object]) -> float:
    """The median CPU time of one time, after one to warm up."""
    deed()
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        deed()
        times.append(1000 * (process_time() - began))
    return median(times)


@contextmanager
def full_table() -> Iterator[Path | None]:
    """The table of this installation, or one for the moment; None where there are no files to make it of."""
    here = instance_folder() / OFFICIAL_OCCUPATIONS
    with TemporaryDirectory(prefix="kompas-bench-") as place:
        made = Path(place) / OFFICIAL_OCCUPATIONS
        if here.exists() or not REFERENCE.is_dir():
            yield here if here.exists() else None
            return
        esco, onet, links = (REFERENCE / name for name in ("esco", "onet", "occupations_riasec_nl.csv"))
        words = ["import", "--esco", esco, "--onet", onet, "--crosswalk", links, "--to", made]
        CliRunner().invoke(occupations, [str(word) for word in words])
        yield made


def measure(town: Town, name: str) -> None:
    house: House = town.apps[name].extensions["kompas"]
    heard, known = hear(town.walked.flow, town.walked.heard), house.occupations
    profile = milliseconds(lambda: work_out(house.rules, known, heard))
    say(f"profile, {len(known):,} occupations", profile, f"limit {LIMIT_MS[name]} ms")
    phone, desk = town.on_the_phone(name), town.at_the_desk(name)
    pages = [(phone, "/profile"), (phone, "/profile/work"), (desk, f"/clients/{town.somebody.id}")]
    for browser, address in pages:
        page = milliseconds(lambda browser=browser, address=address: opened(browser, address))  # type: ignore[misc]
        say(f"  page {address[:14]}", page, f"a profile is {profile / page:4.0%} of it")


def opened(browser: FlaskClient, address: str) -> None:
    answer = browser.get(address, base_url=ORIGIN)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status}.")


def say(what: str, took: float, beside: str = "") -> None:
    print(f"  {what:32}{took:8.2f} ms  {beside}")


def main() -> None:
    with full_table() as table, filled(SOMEBODY, table) as town:
        print(f"Kompas in {Path(kompas.__file__).parent}; CPU, median of {ROUNDS}; {SOMEBODY} of the demonstration")
        say("a loop of 100,000 steps", milliseconds(lambda: sum(range(100_000))))
        say(
            f"hearing {len(town.walked.heard)} answers", milliseconds(lambda: hear(town.walked.flow, town.walked.heard))
        )
        for name in town.apps:
            measure(town, name)
        if table is None:
            print("  The full catalogue isn't here: kompas occupations import makes it.")


if __name__ == "__main__":
    main()
