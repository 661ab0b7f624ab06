"""From a flow file's text to a `Flow` that can be walked, or to all its mistakes at once."""

from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from kompas.conversation.checking import check
from kompas.conversation.flow import Chapter, Flow, Option, Question
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.written import Path, Written, read_written

WORDS = sorted(
    {field.alias or name for part in (Flow, Chapter, Question, Option) for name, field in part.model_fields.items()}
)


def read_flow(text: str, name: str) -> Flow:
    """Reads and checks one flow file. Raises `FlowMistakes` with every mistake found, each with its line."""
    written = read_written(text, name)
    flow = _shaped(written)
    if flow is not None:
        check(flow, written)
    if written.mistakes or flow is None:
        raise FlowMistakes(written.mistakes)
    return flow


def _shaped(written: Written) -> Flow | None:
    """The file in the shape of a flow; `None`, with the mistakes noted, when it has another shape."""
    if not isinstance(written.data, dict):
        written.wrong((), "A flow file begins with “id:”, “version:” and “chapters:”.")
        return None
    try:
        return Flow.model_validate(written.data)
    except ValidationError as error:
        for wrong in error.errors():
            path = _path(wrong["loc"], written)
            written.wrong(path, _sentence(wrong["type"], wrong["loc"][-1] if wrong["loc"] else "", wrong))
        return None


def _path(loc: tuple[int | str, ...], written: Written) -> Path:
    """The part of the file that an error is about: pydantic's own names for alternatives are left out."""
    path: Path = ()
    for step in loc:
        if (*path, step) in written.lines:
            path = (*path, step)
    return path


def _sentence(kind: str, word: int | str, wrong: Any) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(str(word), WORDS, n=1)
        return f"“{word}” is not a word that a flow knows here." + (f" Did you mean “{near[0]}”?" if near else "")
    if kind == "missing":
        return f"“{word}” is missing here."
    if kind == "literal_error":
        return f"“{word}” can be {wrong['ctx']['expected']}, not “{wrong['input']}”."
    if kind == "value_error":
        return f"{str(wrong['ctx']['error']).capitalize()}."
    if kind == "string_pattern_mismatch":
        return f"“{wrong['input']}” can't be used here: ids are small letters, numbers and underscores."
    return f"“{word}”: {wrong['msg'].lower()}."
