"""What somebody does elsewhere, at another server, in the moment in which somebody here begins to write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import Connection, event

from kompas.store.archive import Archive
from tests.web.conftest import MASTER_KEYS


@contextmanager
def meanwhile(archive: Archive, deed: Callable[[Archive], object], before: int = 1) -> Iterator[None]:
    """Just `before` the so manieth transaction that writes here."""
    urls = [one.url.render_as_string(hide_password=False) for one in (archive.facts, archive.keys.engine)]
    elsewhere, writes = Archive(*urls, MASTER_KEYS), count(1)

    def does(connection: Connection) -> None:
        if connection.get_execution_options().get("kompas_writes") and next(writes) == before:
            deed(elsewhere)

    event.listen(archive.facts, "engine_connect", does)
    try:
        yield
    finally:
        event.remove(archive.facts, "engine_connect", does)
        elsewhere.close()
