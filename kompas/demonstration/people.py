"""The people of Waterrijk. All of them are made up; their family names say so in Dutch."""

from kompas.demonstration.north import AMIRA, DANIEL, KEES, OLENA, SAMIRA, TOM
from kompas.demonstration.south import BILAL, GRACE, HANNA, MARTA, RIA, YUSUF

TEAMS = ("Team Noord", "Team Zuid")

CASEWORKERS = {
    "joris": ("Joris Voorbeeld", "Team Noord"),
    "fatima": ("Fatima Voorbeeld", "Team Noord"),
    "willem": ("Willem Proef", "Team Zuid"),
    "nadia": ("Nadia Proef", "Team Zuid"),
}

PEOPLE = (AMIRA, DANIEL, OLENA, TOM, SAMIRA, KEES, GRACE, BILAL, RIA, YUSUF, MARTA, HANNA)
"""Twelve, in the order in which they are invited."""

ON_THE_CONSOLE = (AMIRA, DANIEL)
"""Whose links `make run` prints: one who begins, and one who has answered and can share."""
