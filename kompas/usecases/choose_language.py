"""A client chooses the language of their conversation, for every device. The desk doesn't learn of it."""

from dataclasses import replace

from kompas.store.archive import Archive
from kompas.store.clients import change_client
from kompas.store.clients import client as find_client
from kompas.usecases.problems import NotFound


def choose_language(archive: Archive, organisation_id: str, client_id: str, language: str) -> None:
    """`language` is a code that the organisation offers. Raises NotFound."""
    with archive.writing(organisation_id) as records:
        client = find_client(records, client_id)
        if client is None:
            raise NotFound
        change_client(records, replace(client, own_language=language))
