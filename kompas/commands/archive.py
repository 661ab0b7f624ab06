"""The archive of this installation, for as long as a command runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from kompas.app import open_archive
from kompas.settings import load_settings
from kompas.store.archive import Archive
from kompas.usecases.organise import CannotOrganise

Given = ParamSpec("Given")
Result = TypeVar("Result")


@contextmanager
def archive_here() -> Iterator[Archive]:
    archive = open_archive(load_settings())
    try:
        yield archive
    finally:
        archive.close()


def told_in_a_sentence(command: Callable[Given, Result]) -> Callable[Given, Result]:
    """What can't be done is said in one line, without a traceback."""

    @wraps(command)
    def run(*given: Given.args, **named: Given.kwargs) -> Result:
        try:
            return command(*given, **named)
        except CannotOrganise as problem:
            raise click.ClickException(str(problem)) from None

    return run
