"""What the program writes about itself: one JSON line each, which never shows people.

An exception is told by its kind and the places it came through. Its message and the values around it stay out: they may
hold a name, an answer or a code.
"""

import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

SAID = frozenset(
    "event level timestamp id endpoint problem reason broke where kind number deed count seconds port address".split()
)
"""The words that a line may hold. Anything else is left out, whoever wrote it."""


def write_logs() -> None:
    """Sets up logging for this process; safe to call again."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            tell_what_broke,
            only_what_may_be_said,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def tell_what_broke(_logger: object, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The kind of exception and its places in the code, the innermost last."""
    told = line.pop("exc_info", None)
    error = told if isinstance(told, BaseException) else sys.exc_info()[1] if told else None
    if isinstance(told, tuple):
        error = told[1]
    if error is not None:
        line["broke"] = type(error).__name__
        line["where"] = [f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__)]
    return line


def only_what_may_be_said(_logger: object, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {word: value for word, value in line.items() if word in SAID}
