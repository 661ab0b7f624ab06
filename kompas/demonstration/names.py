"""Names for people who are made up: first names as varied as the city, family names that say in Dutch what they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompas.demonstration.chance import Chance

FAMILY_NAMES = (
    "Verzonnen Bedacht Denkbeeld Schets Voorstel Proefpersoon Fictie Verhaal Verbeelding Ontwerp Oefening Uitgedacht "
    "Personage Gedachte Maquette Verteld Bedenksel Droombeeld Proefdruk Fantasie Romanfiguur Kladversie "
    "Voorbeeldpersoon Uitgevonden"
).split()

AT_HOME_IN = {
    "nl": "Anja Wim Marjolein Ruud Sanne Jeroen Petra Bram Lotte Henk Ingrid Dennis Shanice Jermaine Priya Giovanni "
    "Naomi Ravi",
    "en": "Blessing Kwame Sharon Emmanuel",
    "tr": "Aylin Mehmet Elif Hasan",
    "ar": "Nour Khaled Layla Omar Hiba",
    "pl": "Agnieszka Piotr Kasia",
    "uk": "Iryna Oleksandr",
    "es": "Carmen Luis",
    "pt": "Nilton Edna",
    "ti": "Selam Yonas",
    "so": "Hodan Abdi",
    "fa": "Parisa Reza",
    "fr": "Aminata Moussa",
}
"""First names by the language that people who bear them are at home in. None is that of the people with a script."""

OLDER = "Anja Wim Marjolein Ruud Petra Henk Ingrid Dennis Sharon Mehmet Hasan Piotr Carmen Luis".split()
YOUNGER = "Sanne Bram Lotte Shanice Jermaine Naomi Ravi Priya Aylin Elif Nour Kasia Hiba Selam".split()
"""Names that nobody gave to children twenty years ago, and names that hardly anybody of sixty bears."""


@dataclass(frozen=True)
class Named:
    """`language` is the one they are invited in, `home` the one they are at home in."""

    name: str
    home: str
    language: str


def named(seed: int, languages: Sequence[str]) -> list[Named]:
    """Everybody there is a name for, in an order that the seed makes, each with a name that no one else has.

    `languages` are the organisation's, the first by default. Who is at home in one of them is mostly invited in it;
    everybody else in Dutch or English, and in any language that nobody here is at home in, one in eight.
    """
    chance = Chance(seed, "names")
    everyone = [(first, home) for home, firsts in AT_HOME_IN.items() for first in firsts.split()]
    foreign = [one for one in languages if one not in AT_HOME_IN]
    families: list[str] = []
    found = []
    for place, (first, home) in enumerate(chance.some(everyone, len(everyone))):
        families = families or list(chance.some(FAMILY_NAMES, len(FAMILY_NAMES)))
        spoken = foreign[place % len(foreign)] if foreign and place % 8 == 0 else home
        found.append(Named(f"{first} {families.pop()}", home, _invited_in(chance, spoken, languages)))
    return found


def _invited_in(chance: Chance, home: str, languages: Sequence[str]) -> str:
    if home in languages and home != languages[0]:
        return home
    common = [one for one in ("en",) if one in languages]
    return common[0] if home != languages[0] and common and chance.likely(0.5) else languages[0]
