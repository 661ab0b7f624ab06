"""The made-up people of the journeys: who they are, and what they say to each question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

YES = frozenset(
    "talent_helping talent_persevering talent_handy interest_cooking interest_caring interest_teaching "
    "driver_meaning clarity_of_direction".split()
)
HALF = frozenset(
    "talent_contact talent_planning interest_health interest_gardening interest_selling interest_answering "
    "driver_people driver_security first_step_known confidence_employer".split()
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
    "agenda": ("papers", "working_hours"),
    "going_well": ("on_time", "learning_dutch"),
    "confidence_fitting_work": "4",
    "contact_wishes": ("message", "walk_together"),
    "first_step": "try_a_day",
}


@dataclass(frozen=True)
class Visitor:
    """Somebody with a letter. Answers are option ids by slot; what is not here is skipped.

    `yes` and `half` are the cards they feel most and a bit for; every other card gets the weakest answer. `told`
    are the entries of a list, as option id and own words. `own_topic`: what they want to talk about first.
    `other_view` is how their caseworker sees one of their talents.
    """

    name: str
    language: str
    birth_year: int
    place: str
    told: tuple[tuple[str, str], ...]
    own_words: str
    other_view: str
    own_topic: str
    yes: frozenset[str] = YES
    half: frozenset[str] = HALF
    says: Mapping[str, str | tuple[str, ...]] = field(default_factory=lambda: SAYS)
    rather_talks: frozenset[str] = frozenset({"supporters"})

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    def canaries(self) -> Iterator[str]:
        """Their own words, which stand nowhere else: they must never stand readable on a disk."""
        yield from (*self.name.split(), self.place, self.own_words, self.other_view, self.own_topic)
        yield from (words for _kind, words in self.told)

    def has_chosen(self) -> Iterator[str]:
        """Ids of what they chose. An organisation may name some of them itself, in a table that everybody reads."""
        for said in self.says.values():
            yield from (said,) if isinstance(said, str) else said


ZEYNEP = Visitor(
    name="Zeynep Kersenboom",
    language="nl",
    birth_year=1986,
    place="Bibliotheek Zonnehoek, tafel 9",
    told=(("at_home", "Elke avond gekookt voor acht mensen"), ("voluntary_work", "Soep gemaakt in het buurthuis")),
    own_words="Mijn linzensoep is in de hele straat bekend.",
    other_view="Ik zag je ook in het buurthuis anderen helpen.",
    own_topic="Mijn soep op de kantinekaart",
)
SELAM = Visitor(
    name="Selam Appletree",
    language="en",
    birth_year=1993,
    place="Library Sunnyside, table 7",
    told=(("at_home", "Cooked for my brothers every day"), ("voluntary_work", "Made coffee in the mosque")),
    own_words="I know every spice by its smell.",
    other_view="I saw you help others in the mosque too.",
    own_topic="My spices in the canteen kitchen",
)
DUNYA = replace(ZEYNEP, name="Dunya Lindebloem", birth_year=1974)
HAMID = replace(SELAM, name="Hamid Riverstone", birth_year=2001)
