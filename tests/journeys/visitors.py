"""The made-up people of the journeys: who they are, and what they say to each question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Visitor:
    """Somebody with a letter. Answers are option ids by slot; what is not here is skipped.

    `yes` and `half` are the cards they feel most and a bit for; every other card gets the weakest answer. `told` are
    the entries of a list, as option id and own words.
    """

    name: str
    language: str
    birth_year: int
    yes: frozenset[str]
    half: frozenset[str]
    says: Mapping[str, str | tuple[str, ...]]
    told: tuple[tuple[str, str], ...]
    own_words: str
    place: str
    rather_talks: frozenset[str] = field(default_factory=frozenset)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def canaries(self) -> Iterator[str]:
        """What must never stand readable on a disk."""
        yield from (*self.name.split(), self.own_words, self.place, *(words for _kind, words in self.told))
        for said in self.says.values():
            yield from (said,) if isinstance(said, str) else said


YES = frozenset(
    ("talent_helping", "talent_persevering", "talent_handy", "interest_cooking", "interest_caring", "driver_meaning")
)
HALF = frozenset(
    ("talent_contact", "talent_planning", "interest_teaching", "driver_people", "driver_security", "first_step_known")
)
SAYS: Mapping[str, str | tuple[str, ...]] = {
    "situation": "looking_now",
    "experience_fields": ("cooking", "care"),
    "schooling": "other_country",
    "assets": ("bike", "travel_card"),
    "talents_top": ("talent_handy", "talent_helping", "talent_persevering"),
    "talents_shown.talent_handy": "at_home",
    "talents_shown.talent_helping": "with_family",
    "talents_shown.talent_persevering": "in_another_country",
    "fields_vetoed": ("cleaning",),
    "drivers_top": ("driver_meaning", "driver_people"),
    "wish_place": "inside",
    "wish_company": "together",
    "wish_movement": "ordinary",
    "wish_hours": "from_17",
    "wish_times": ("morning", "afternoon"),
    "needs": ("papers", "childcare"),
    "need_timing.papers": "now_first",
    "need_timing.childcare": "when_working",
    "going_well": ("on_time", "learning_dutch"),
    "confidence_fitting_work": "4",
    "contact_wishes": ("message", "walk_together"),
    "first_step": "try_a_day",
}


def _visitor(name: str, language: str, birth_year: int, told: tuple[str, str], own_words: str, place: str) -> Visitor:
    entries = (("at_home", told[0]), ("voluntary_work", told[1]))
    talks = frozenset({"supporters"})
    return Visitor(name, language, birth_year, YES, HALF, SAYS, entries, own_words, place, talks)


ZEYNEP = _visitor(
    "Zeynep Kersenboom",
    "nl",
    1986,
    ("Elke avond gekookt voor acht mensen", "Soep gemaakt in het buurthuis"),
    "Mijn linzensoep is in de hele straat bekend.",
    "Bibliotheek Zonnehoek, tafel 9",
)
SELAM = _visitor(
    "Selam Appletree",
    "en",
    1993,
    ("Cooked for my brothers every day", "Made coffee for visitors of the mosque"),
    "I know every spice by its smell.",
    "Library Sunnyside, table 7",
)
DUNYA = replace(ZEYNEP, name="Dunya Lindebloem", birth_year=1974)
HAMID = replace(SELAM, name="Hamid Riverstone", birth_year=2001)
