"""Links and codes that a caseworker just made: shown and printed until they sign out, and kept nowhere else."""

from typing import Any

from flask import session

from kompas.casework.people import Client, Invitation
from kompas.usecases.codes import Opener, link_shown

OPENERS = "openers"
MOST_OPENERS = 20
"""So many are remembered; the oldest go first."""


def remember_opener(client_id: str, opener: Opener) -> None:
    """In the caseworker's own session, which is sealed with what only their browser holds; gone at sign-out."""
    kept: dict[str, Any] = {**session.get(OPENERS, {})}
    kept.pop(client_id, None)
    kept[client_id] = [opener.token, opener.code]
    session[OPENERS] = dict(list(kept.items())[-MOST_OPENERS:])


def remembered_opener(client: Client, newest: Invitation | None) -> Opener | None:
    """None once it was withdrawn, or replaced by somebody else."""
    token, code = session.get(OPENERS, {}).get(client.id, ("", ""))
    if newest is None or newest.withdrawn_at or newest.token_hash != link_shown(token).fingerprint:
        return None
    return Opener(token, code)


def forget_opener(client_id: str) -> None:
    session[OPENERS] = {one: opener for one, opener in session.get(OPENERS, {}).items() if one != client_id}
