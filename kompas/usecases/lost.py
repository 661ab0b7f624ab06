"""What was spoken about and is no longer shared, for the client: a caseworker reads only how many and when."""

from dataclasses import dataclass

from kompas.casework.lost import lost_ground
from kompas.casework.verdicts import Words
from kompas.casework.versions import Wording, profile_of, wording_of
from kompas.profile.statements import Statement
from kompas.store.profile_versions import newest_version, version
from kompas.store.verdicts import verdicts_of_round
from kompas.usecases.parties import Phone, client_here


@dataclass(frozen=True)
class LostLine:
    """A line as it was shared, in the wording of then, and the newest word of each side on it."""

    statement: Statement
    wording: Wording
    words: Words


def lost_lines(phone: Phone) -> tuple[LostLine, ...]:
    """The line that was spoken of last comes first. Of one that was wiped nobody knows any more what it was."""
    with phone.archive.reading(phone.organisation_id) as records:
        client = client_here(records, phone)
        said = verdicts_of_round(records, client.id, client.round)
        lost = lost_ground(profile_of(newest_version(records, client)), said)
        shared = {number: version(records, client.id, number) for number in {one.version for one in lost}}
    found = ((one, shared[one.version]) for one in lost)
    return tuple(
        LostLine(profile_of(then).by_id[one.statement_id], wording_of(then), one.words)
        for one, then in found
        if then is not None and one.statement_id in profile_of(then).by_id
    )
