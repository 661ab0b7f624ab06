"""What a caseworker still sees although the client says something else now: for the client's eyes, with a way on."""

from dataclasses import dataclass

from kompas.casework.people import ProfileVersion
from kompas.casework.since import since
from kompas.casework.versions import wording_of
from kompas.conversation.walking import Walk
from kompas.profile.said_by import said_by
from kompas.web.lines import Line, line
from kompas.web.phone import who


@dataclass(frozen=True)
class StillSeen:
    """A line in the words that were shown when it was shared, and as it is now; `None`: nothing says it any more."""

    then: Line
    now: Line | None


@dataclass(frozen=True)
class SinceShared:
    """`name` is the caseworker's; `fresh` counts the lines about which nothing was chosen yet; `ids` are those, and
    those that changed: the lines to choose about anew. `reordered`: the topics of the talk have another order now."""

    name: str
    still: tuple[StillSeen, ...]
    fresh: int
    ids: frozenset[str]
    reordered: bool = False


def since_shared(walked: Walk, version: ProfileVersion | None) -> SinceShared | None:
    """`None` while nothing is shared, or while what is shared is what is said."""
    found = since(version, said_by(walked), walked.own_word) if version else None
    if version is None or not found:
        return None
    wording = wording_of(version)
    still = tuple(
        StillSeen(line(0, one.then, None, wording), line(0, one.now) if one.now else None) for one in found.still
    )
    return SinceShared(who()[1].first_name, still, len(found.fresh), found.ids, found.reordered)
