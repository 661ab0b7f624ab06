"""From a flow file's text to a `Flow` that can be walked, or to all its mistakes at once."""

from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kompas.conversation.checking import check
from kompas.conversation.flow import HANDED_DOWN, Chapter, Flow, Option, Question
from kompas.conversation.mending import mended
from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.written import Path, Written, read_written

WORDS = sorted(
    {field.alias or name for part in (Flow, Chapter, Question, Option) for name, field in part.model_fields.items()}
)


def read_flow(text: str, name: str) -> Flow:
    """Reads and checks one flow file. Raises `FlowMistakes` with every mistake found, each with its line."""
    written = read_written(text, name)
    flow, spoilt = _shaped(written)
    for path, sentence in check(flow) if flow is not None else ():
        if not any(path[: len(part)] == part for part in spoilt):
            written.wrong(path, sentence)
    if written.mistakes or flow is None:
        raise FlowMistakes(written.mistakes)
    return flow


def _shaped(written: Written) -> tuple[Flow | None, tuple[Path, ...]]:
    """The file in the shape of a flow. Where it has another, the mistakes are noted and the rest is still looked at;
    the questions that had to be mended come with it."""
    if not isinstance(written.data, dict):
        written.wrong((), "A flow file begins with “id:”, “version:” and “chapters:”.")
        return None, ()
    try:
        return Flow.model_validate(written.data), ()
    except ValidationError as error:
        found = [(wrong, _path(wrong["loc"], written)) for wrong in error.errors()]
        # What is wrong in a chapter is told there, and not of each question that takes it over.
        found = [(wrong, path) for wrong, path in found if not _taken_over(wrong, path)]
        # A list of which every item is wrong counts as empty: that adds nothing for a reader.
        found = [(wrong, path) for wrong, path in found if not (wrong["type"] == "too_short" and wrong["input"])]
    for wrong, path in found:
        written.wrong(path, _sentence(wrong["type"], _word(wrong), wrong))
    return mended(written.data, [(wrong["type"], path, str(_word(wrong))) for wrong, path in found])


def _word(wrong: ErrorDetails) -> int | str:
    return wrong["loc"][-1] if wrong["loc"] else ""


def _path(loc: tuple[int | str, ...], written: Written) -> Path:
    """The part of the file that an error is about: pydantic's own names for alternatives are left out."""
    path: Path = ()
    for step in loc:
        if (*path, step) in written.lines:
            path = (*path, step)
    return path


def _taken_over(wrong: ErrorDetails, path: Path) -> bool:
    return wrong["type"] != "missing" and _word(wrong) in HANDED_DOWN and path[-1:] != (_word(wrong),)


def _sentence(kind: str, word: int | str, wrong: Any) -> str:
    if kind == "extra_forbidden":
        near = get_close_matches(str(word), WORDS)
        # Letters that changed places come before others that happen to look alike.
        meant = next((one for one in near if sorted(one) == sorted(str(word))), near[0] if near else None)
        return f"“{word}” is not a word that a flow knows here." + (f" Did you mean “{meant}”?" if meant else "")
    if kind == "missing":
        return f"“{word}” is missing here."
    if kind == "literal_error":
        return f"“{word}” can be {wrong['ctx']['expected']}, not “{wrong['input']}”."
    if kind == "value_error":
        return f"{str(wrong['ctx']['error']).capitalize()}."
    if kind == "string_pattern_mismatch":
        rule = "a line is named kind/code" if word == "says" else "ids are small letters, numbers and underscores"
        return f"“{wrong['input']}” can't be used here: {rule}."
    return f"“{word}”: {wrong['msg'].lower()}."
