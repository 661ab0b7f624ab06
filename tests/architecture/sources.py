"""The files of Kompas, as the architecture tests read them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
KOMPAS = ROOT / "kompas"
PURE = ("conversation", "profile", "casework", "occupations")


def modules(*folders: str) -> list[Path]:
    """Every Python file of Kompas, or of these packages in it."""
    places = [KOMPAS / folder for folder in folders] or [KOMPAS]
    return sorted(path for place in places for path in place.rglob("*.py"))


def templates() -> list[Path]:
    return sorted((KOMPAS / "templates").rglob("*.html"))


def styles() -> list[Path]:
    return sorted((KOMPAS / "static").glob("*.css"))


def tracked() -> list[Path]:
    """What the repository holds: committed files, and new ones that are not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """(name with its place, number of lines without decorators) of every function in a module."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{named(path)}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def found(pattern: str, text: str, path: Path) -> list[str]:
    """`file:line: what` for each place where `pattern` matches."""
    return [
        f"{named(path)}:{text.count(chr(10), 0, match.start()) + 1}: {match[0].strip()}"
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def without(pattern: str, text: str) -> str:
    """`text` with what matches blanked out, so that every line keeps its number."""
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)
