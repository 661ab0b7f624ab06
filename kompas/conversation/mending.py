"""A flow file whose shape is wrong in places, mended so far that the rest of it can be looked at too.

Only to find every mistake in one go: what was mended is never walked, and nothing is said about the mended places.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from kompas.conversation.flow import Flow
from kompas.conversation.written import Path

SENTENCES = dict.fromkeys(("ask", "text", "title", "guide", "purpose", "ground"), "…")
STAND_INS = {**SENTENCES, "keep": "1 month", "part": "about", "version": 1, "options": {}}

Wrong = tuple[str, Path, str]
"""What kind of mistake (pydantic's name for it), the part of the file, and the word that is wrong or missing."""


def mended(data: Any, mistakes: Iterable[Wrong]) -> tuple[Flow | None, tuple[Path, ...]]:
    """The flow without its mistakes of shape (`None` where too little is left), and the questions that were mended."""
    copy = deepcopy(data)
    spoilt: list[Path] = []
    for kind, path, word in mistakes:
        if not _mend(copy, kind, path, word):
            return None, ()
        if kind != "extra_forbidden" and "when" not in path and path[2:3] == ("questions",):
            spoilt.append(path[:4])
    try:
        return Flow.model_validate(copy), tuple(spoilt)
    except ValidationError:
        return None, ()


def _mend(data: Any, kind: str, path: Path, word: str) -> bool:
    """Fills in what is missing, takes out what is wrong. Says whether it could."""
    if kind == "missing":
        path = (*path, word)
    for part in ("when", "was"):
        path = path[: path.index(part) + 1] if part in path else path
    around = _part(data, path[:-1])
    if not isinstance(around, dict) or not path:
        return False
    around.pop(path[-1], None)
    if path[-1] == "id":
        around["id"] = "_".join(("unnamed", *map(str, path[:-1]))).lower()
    elif path[-1] == "kind":
        around["kind"] = _likely_kind(around)
    elif path[-1] in STAND_INS and kind != "extra_forbidden":
        around[path[-1]] = deepcopy(STAND_INS[str(path[-1])])
    return True


def _part(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _likely_kind(question: dict[str, Any]) -> str:
    """The kind that what else is written fits, so that nothing is said about questions that look back at it."""
    clues = {"from": "pick", "fields": "entries", "scale": "faces", "options": "many"}
    return next((kind for word, kind in clues.items() if word in question), "text")
