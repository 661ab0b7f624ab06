"""What we ask and what the answers say is worked out, the same each time: no clock, no chance, no reading, no code.

Who may import whom stands in pyproject.toml and is checked by `make check`; here is what an import doesn't show.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.sources import PURE, modules, named

CLOCK = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}
MACHINE = {"open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}
TRANSLATING = {"_", "gettext", "ngettext", "lazy_gettext", "pgettext"}
BUILT_IN = {"exec", "eval", "compile", "__import__"}  # `re.compile` and the like are no danger
TEMPLATING = {"render_template_string", "from_string"}


def calls(path: Path) -> Iterator[tuple[str, str]]:
    """(`file:line`, name) of every call: `name` of a function, `.name` of a method or an attribute."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        place = f"{named(path)}:{node.lineno}"
        if isinstance(node.func, ast.Name):
            yield place, node.func.id
        elif isinstance(node.func, ast.Attribute):
            yield place, f".{node.func.attr}"


def called(names: set[str], *packages: str) -> list[str]:
    return [
        f"{place} {name}()" for path in modules(*packages) for place, name in calls(path) if name.strip(".") in names
    ]


def test_the_domain_asks_no_clock() -> None:
    assert called(CLOCK, *PURE) == []


def test_the_domain_reads_and_writes_nothing() -> None:
    assert called(MACHINE, *PURE) == []


def test_the_domain_gives_source_sentences() -> None:
    assert called(TRANSLATING, *PURE) == []


def test_text_is_never_run_as_code() -> None:
    run = [f"{place} {name}()" for path in modules() for place, name in calls(path) if name in BUILT_IN]
    assert run + called(TEMPLATING) == []


def test_nothing_from_people_is_unpickled() -> None:
    risky = {"pickle", "marshal", "shelve", "dill"}
    imported = [
        f"{named(path)}:{node.lineno}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.Import) and risky & {alias.name for alias in node.names})
        or (isinstance(node, ast.ImportFrom) and node.module in risky)
    ]
    assert imported == []
