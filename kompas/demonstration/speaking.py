"""The talk itself: caseworker and client go through the profile, and each line ends where both of them left it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial

from kompas.casework.verdicts import Item
from kompas.demonstration.person import Person
from kompas.usecases.codes import Shown
from kompas.usecases.confirm import confirm, confirm_mine
from kompas.usecases.confirm_here import WordHere, confirm_here
from kompas.usecases.open_profile import my_profile
from kompas.usecases.parties import Desk, Phone

THIS_MACHINE = "127.0.0.1"
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


def agree_here(desk: Desk, phone: Phone, lines: Iterable[str], code: Shown, at: datetime) -> None:
    """The client agrees with all of these on the caseworker's screen, and types the code of their letter."""
    words = [WordHere(_item(phone, line).seen, "agreed") for line in lines]
    confirm_here(desk, phone.client_id, words, code, THIS_MACHINE, at)


def _says(line: str, word: str, view: str, desk: Desk, phone: Phone, at: datetime) -> None:
    confirm(desk, phone.client_id, _item(phone, line).seen, word, view, at)


def _answers(line: str, word: str, _desk: Desk, phone: Phone, at: datetime) -> None:
    confirm_mine(phone, _item(phone, line).seen, word, at)


def _item(phone: Phone, line: str) -> Item:
    """The line as both sides see it now. Raises ValueError for one that isn't shared: a slip in somebody's story."""
    profile = my_profile(phone)
    for item in profile.items if profile else ():
        if item.statement.id == line:
            return item
    raise ValueError(f"{line} is not shared.")
