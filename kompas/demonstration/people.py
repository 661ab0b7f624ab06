"""The people of Waterrijk. All of them are made up; their family names say so in Dutch."""

from collections.abc import Sequence

from kompas.casework.people import Organisation
from kompas.demonstration.invented import invented
from kompas.demonstration.north import AMIRA, DANIEL, KEES, OLENA, SAMIRA, TOM
from kompas.demonstration.person import Person
from kompas.demonstration.south import BILAL, GRACE, HANNA, MARTA, RIA, YUSUF

TEAMS = ("Team Noord", "Team Zuid")

CASEWORKERS = {
    "joris": ("Joris Voorbeeld", "Team Noord"),
    "fatima": ("Fatima Voorbeeld", "Team Noord"),
    "willem": ("Willem Proef", "Team Zuid"),
    "nadia": ("Nadia Proef", "Team Zuid"),
}

KEEPER = "joris"
"""Who keeps the organisation's tables."""

CASELOAD = 15
"""Clients of each caseworker."""

BY_HAND = (AMIRA, DANIEL, OLENA, TOM, SAMIRA, KEES, GRACE, BILAL, RIA, YUSUF, MARTA, HANNA)
"""Twelve, written out; the others come from a seed."""

ON_THE_CONSOLE = (AMIRA, DANIEL)
"""Whose links `make run` prints: one who begins, and one who has answered and can share."""


def people_of(languages: Sequence[str]) -> tuple[Person, ...]:
    """Sixty, of whom some are met in each of these languages; the first is the organisation's own."""
    still = {one: CASELOAD - sum(known.caseworker == one for known in BY_HAND) for one in CASEWORKERS}
    return (*BY_HAND, *invented(languages, still, BY_HAND))


PEOPLE = people_of(Organisation.languages)
