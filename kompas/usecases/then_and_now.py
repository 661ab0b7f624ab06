"""Then and now: what a client shares that they didn't share last time. Both sides read the same."""

from kompas.casework.compared import Compared, compared
from kompas.store.profile_versions import versions_of
from kompas.usecases.parties import Phone, client_here


def my_then_and_now(phone: Phone) -> Compared | None:
    """The client's side of `OpenedProfile.compared`: `None` when they shared once."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = client_here(records, phone)
        return compared(versions_of(records, client), client.round)
