"""The talk itself: caseworker and client go through the profile, and each line ends where both of them left it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from kompas.demonstration.person import Person
from kompas.usecases.confirm import SharedProfile, confirm, confirm_mine, my_profile
from kompas.usecases.parties import Desk, Phone

Word = Callable[[Desk, Phone, datetime], None]
"""One side's word on one line, to be given at a moment."""


def words(person: Person) -> Iterator[Word]:
    """First the caseworker's half of every line, then the client's on their own phone; some lines wait for that."""
    for line in (*person.confirmed, *person.here, *person.waiting):
        yield partial(_says, line, "agreed", "")
    for line in person.not_now:
        yield partial(_says, line, "not_now", "")
    for line, view in {**person.seen_differently, **person.as_put}.items():
        yield partial(_says, line, "seen_differently", view)
    for line in (*person.confirmed, *person.as_put):
        yield partial(_answers, line, "agreed")
    for line in person.seen_differently:
        yield partial(_answers, line, "not_agreed")


def _says(line: str, word: str, view: str, desk: Desk, phone: Phone, at: datetime) -> None:
    profile = _profile(phone)
    number = next((one.number for one in profile.items if one.statement.id == line), None)
    if number is None:
        raise ValueError(f"{profile.client.name} does not share {line}.")
    confirm(desk, phone.client_id, profile.version.number, number, word, view, at)


def _answers(line: str, word: str, _desk: Desk, phone: Phone, at: datetime) -> None:
    profile = _profile(phone)
    item = next(one for one in profile.items if one.statement.id == line)
    if item.caseworker is None:
        raise ValueError(f"Nobody spoke about {line}.")
    confirm_mine(phone, profile.version.number, item.number, item.caseworker.number, word, at)


def _profile(phone: Phone) -> SharedProfile:
    profile = my_profile(phone)
    if profile is None:
        raise ValueError("nothing was shared")
    return profile
