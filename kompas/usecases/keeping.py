"""What an organisation keeps itself (jobs in the region, which help there is): all read it, some keep it."""

from kompas.usecases.parties import Desk
from kompas.usecases.problems import NotAllowed


def may_keep(desk: Desk) -> bool:
    """Was this caseworker marked for it, with `kompas staff keeps`?"""
    return desk.caseworker.keeps_tables


def must_keep(desk: Desk) -> None:
    """The first line of every deed that changes such a table. Raises `NotAllowed`."""
    if not may_keep(desk):
        raise NotAllowed("only who keeps the organisation's tables may change them")
