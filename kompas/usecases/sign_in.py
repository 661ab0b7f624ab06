"""A caseworker signs in: vouched for by the organisation's provider, and given a place by the organisation."""

from datetime import datetime

from kompas.casework.people import Caseworker, Organisation
from kompas.store.archive import Archive
from kompas.store.audit import add_deed
from kompas.store.staff import caseworker_by_subject
from kompas.usecases.problems import NotKnownHere


def sign_in(archive: Archive, organisation: Organisation, subject: str, now: datetime) -> Caseworker:
    """The caseworker with this account: (issuer, subject), never a mail address or a name.

    Raises NotKnownHere for somebody without a place here, and for somebody who may not sign in any more.
    """
    with archive.writing(organisation.id) as records:
        found = caseworker_by_subject(records, organisation.issuer, subject)
        if found is None or not found.active:
            raise NotKnownHere
        add_deed(records, now, found.id, "sign in", "caseworker", found.id)
    return found
