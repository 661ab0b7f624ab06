"""Looks at three pages as Lighthouse's throttled phone does, and holds them to the figures of a cheap phone.

    python tools/lighthouse.py [RUNS]

Prints the median of three RUNS for the welcome page, a question and the profile of a demonstration that it starts for
itself; exit code 1 when a limit is missed. The reports stay in build/lighthouse/reports/. Times are worked out by
Lighthouse from what the page does on this machine, and a busy machine makes them worse: so its speed, as Lighthouse
finds it at each look, and its load are printed too.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from operator import ge, le
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory
from typing import Any

from find_browser import browser
from lighthouse_packages import FOLDER, lighthouse
from lighthouse_town import town, walk_in

from kompas.demonstration.north import AMIRA, DANIEL

REPORTS = FOLDER / "reports"
PAGES = (("welcome", AMIRA, "/welcome"), ("question", AMIRA, "/talk"), ("profile", DANIEL, "/profile"))
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-component-update"
SECONDS = 120


@dataclass(frozen=True)
class Figure:
    """One column: where a report holds it, and its limit. `least`: the limit is a lowest one."""

    name: str
    path: str
    limit: float | None = None
    least: bool = False
    times: float = 1

    def of(self, report: dict[str, Any]) -> float:
        found: Any = report
        for step in self.path.split("/"):
            found = found[step]
        return round(float(found) * self.times, 3)

    def holds(self, value: float) -> bool:
        return self.limit is None or (ge if self.least else le)(value, self.limit)


FIGURES = (
    Figure("performance", "categories/performance/score", 98, least=True, times=100),
    Figure("accessibility", "categories/accessibility/score", 100, least=True, times=100),
    Figure("best practices", "categories/best-practices/score", 100, least=True, times=100),
    Figure("largest paint ms", "audits/largest-contentful-paint/numericValue", 1500),
    Figure("layout shift", "audits/cumulative-layout-shift/numericValue", 0),
    Figure("blocking ms", "audits/total-blocking-time/numericValue", 49),
    Figure("bytes", "audits/total-byte-weight/numericValue"),
    Figure("requests", "requests"),
    Figure("machine's speed", "environment/benchmarkIndex"),
)


def main(runs: int = 3) -> int:
    chromium = browser()
    if not chromium:
        print("No Chromium found: install it or name it in KOMPAS_CHROMIUM.")
        return 1
    program = lighthouse()
    REPORTS.mkdir(parents=True, exist_ok=True)
    print("Filling a demonstration …", flush=True)
    missed = 0
    with town() as (address, folder, _server):
        for name, person, path in PAGES:
            visitor, cookie = walk_in(address, folder, person)
            with visitor.open(address + path) as page:
                at = page.url
            reports = [look(program, chromium, at, cookie, REPORTS / f"{name}-{run}.json") for run in range(runs)]
            missed += tell(name, at.removeprefix(address), reports)
    print(f"Load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
    return 1 if missed else 0


def look(program: Path, chromium: str, address: str, cookie: str, kept: Path) -> dict[str, Any]:
    """One report. The session is handed over as a header, in a file that nobody else can read."""
    with TemporaryDirectory() as place:
        headers = Path(place) / "headers.json"
        headers.write_text(json.dumps({"Cookie": cookie}))
        command = [
            *("node", str(program), address, "--quiet", "--no-enable-error-reporting"),
            *("--only-categories=performance,accessibility,best-practices", f"--extra-headers={headers}"),
            *("--output=json", f"--output-path={kept}", f"--chrome-flags={CHROMIUM}"),
        ]
        subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, check=True, timeout=SECONDS)
    report: dict[str, Any] = json.loads(kept.read_text())
    if report["finalDisplayedUrl"] != address or report.get("runtimeError"):
        raise RuntimeError(f"Lighthouse looked at {report['finalDisplayedUrl']}: {report.get('runtimeError')}")
    report["requests"] = len(report["audits"]["network-requests"]["details"]["items"])
    return report


def tell(name: str, path: str, reports: list[dict[str, Any]]) -> int:
    """Prints one page; how many limits it misses."""
    print(f"{name} ({path}), median of {len(reports)}")
    missed = 0
    for figure in FIGURES:
        values = [figure.of(one) for one in reports]
        value = median_low(sorted(values))
        limit = "" if figure.limit is None else f"  {'at least' if figure.least else 'at most'} {figure.limit:g}"
        all_of_them = ", ".join(f"{one:g}" for one in values)
        print(f"  {figure.name:18}{value:>8g}  ({all_of_them}){limit}{'' if figure.holds(value) else '  MISSED'}")
        missed += not figure.holds(value)
    return missed


if __name__ == "__main__":
    sys.exit(main(*(int(told) for told in sys.argv[1:])))
