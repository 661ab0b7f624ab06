"""A client chooses the language of their conversation, or two, for every device. The desk doesn't learn of it."""

from dataclasses import replace

from kompas.store.clients import change_client
from kompas.usecases.parties import Phone, client_here


def choose_language(phone: Phone, language: str, too: str) -> None:
    """`language` is a code that the organisation offers, `too` that of a second one on each screen, or empty.

    Raises `NotFound` for a client who was erased.
    """
    with phone.archive.writing(phone.organisation_id) as records:
        change_client(records, replace(client_here(records, phone), own_language=language, too=too))
