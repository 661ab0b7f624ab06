"""In CI nothing is skipped: a test that would be fails, and says what the machine lacks.

One thing no machine can be given: reference data that lies beside the repository of its authors.
"""

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

NOT_HERE = "The reference data of the authors isn't here."

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _must_run() -> bool:
    return os.environ.get("CI") == "true"


def _as_failure(report: Report) -> Report:
    if _must_run() and report.skipped and not hasattr(report, "wasxfail") and NOT_HERE not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"Skipped, but in CI nothing may be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _as_failure((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _as_failure((yield))
