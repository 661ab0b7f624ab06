"""How much a test of "whatever happens" looked at: counted by the test, and read at the end of every run.

A test says it in a sentence: `record_property("counted", "120 talks, 340 answers")`.
"""

import pytest

COUNTED = "counted"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Also when tests run in several processes: what a test counted travels with its report."""
    lines = sorted(line for reports in terminalreporter.stats.values() for one in reports for line in _counted(one))
    if lines:
        terminalreporter.section("counted")
        for line in dict.fromkeys(lines):
            terminalreporter.write_line(line)


def _counted(report: object) -> list[str]:
    """Each sentence with the test that counted it. Of setting up, the test and clearing away only the test tells."""
    if not isinstance(report, pytest.TestReport) or report.when != "call":
        return []
    test = report.nodeid.rpartition("::")[2]
    return [f"{test}: {said}" for name, said in report.user_properties if name == COUNTED]
