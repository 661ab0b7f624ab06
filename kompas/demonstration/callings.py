"""What people are drawn to: talents, cards, drivers and a working day that hang together, as they do in real people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Entry = tuple[str, str]
"""What it was (an option of `told_more`), and the words for it."""


@dataclass(frozen=True)
class Calling:
    """Names of cards without their chapter: `helping` stands for `talent_helping`. Strong ones first, then half.

    `done` is the experience that goes with it, `vetoed` work they would rather leave. `day` holds what they wish for of
    a working day, any one of the options. `told` is what they write they did, by language.
    """

    talents: str
    half_talents: str
    interests: str
    half_interests: str
    drivers: str
    half_drivers: str
    done: str
    vetoed: str
    day: Mapping[str, str]
    steps: str
    told: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


CARE = Calling(
    talents="helping contact reliable cooperating",
    half_talents="persevering learning",
    interests="caring health",
    half_interests="cooking teaching answering",
    drivers="meaning people",
    half_drivers="support security",
    done="care",
    vetoed="building driving making",
    day={
        "place": "inside both",
        "company": "together both",
        "movement": "ordinary a_lot",
        "times": "morning afternoon weekend",
    },
    steps="try_a_day ask_about_course talk_to_worker",
    told={
        "nl": (("at_home", "Vier jaar voor mijn moeder gezorgd"), ("paid_work", "Huishoudelijke hulp bij ouderen")),
        "en": (("at_home", "I looked after my grandmother"), ("paid_work", "Helper in a home for older people")),
    },
)
CHILDREN = Calling(
    talents="helping planning contact learning",
    half_talents="cooperating solving",
    interests="teaching",
    half_interests="making_beautiful caring answering health",
    drivers="meaning people",
    half_drivers="achievement support",
    done="children",
    vetoed="driving building safety",
    day={"place": "both inside", "company": "together", "movement": "a_lot ordinary", "times": "morning afternoon"},
    steps="start_voluntary look_around ask_about_course",
    told={
        "nl": (("voluntary_work", "Voorlezen op de basisschool"), ("at_home", "Drie kinderen grootgebracht")),
        "en": (("voluntary_work", "Reading to children at school"), ("paid_work", "Assistant in a kindergarten")),
    },
)
KITCHEN = Calling(
    talents="cooperating persevering planning handy",
    half_talents="precise reliable",
    interests="cooking",
    half_interests="selling counting caring cleaning",
    drivers="people achievement",
    half_drivers="security freedom",
    done="cooking",
    vetoed="office computers building",
    day={"place": "inside", "company": "together", "movement": "a_lot", "times": "afternoon evening weekend"},
    steps="try_a_day look_around talk_to_worker",
    told={
        "nl": (("paid_work", "Twee jaar in de keuken van een lunchroom"), ("voluntary_work", "Koken in het buurthuis")),
        "en": (("paid_work", "Kitchen help in a hotel"), ("voluntary_work", "Cooking at the community centre")),
    },
)
TECHNICAL = Calling(
    talents="solving handy precise persevering",
    half_talents="learning reliable",
    interests="repairing finding_out machines",
    half_interests="building delivering",
    drivers="achievement freedom",
    half_drivers="security",
    done="technology making",
    vetoed="children care shop",
    day={"place": "inside both", "company": "both alone", "movement": "ordinary a_lot", "times": "morning afternoon"},
    steps="try_a_day talk_to_worker ask_about_course",
    told={
        "nl": (("paid_work", "Fietsen gemaakt in een fietsenzaak"), ("at_home", "Ik repareer alles zelf")),
        "en": (("paid_work", "Repairing phones in a small shop"), ("course", "A course in electrics")),
    },
)
BUILDING = Calling(
    talents="handy cooperating persevering reliable",
    half_talents="solving precise",
    interests="building repairing",
    half_interests="machines gardening delivering",
    drivers="achievement people",
    half_drivers="security freedom",
    done="building making",
    vetoed="office children",
    day={"place": "both outside", "company": "together", "movement": "a_lot", "times": "morning afternoon"},
    steps="look_around try_a_day talk_to_worker",
    told={
        "nl": (("paid_work", "Acht jaar schilder geweest"), ("at_home", "Huizen van vrienden opgeknapt")),
        "en": (("paid_work", "Building houses with my uncle"), ("paid_work", "Tiling bathrooms")),
    },
)
LOGISTICS = Calling(
    talents="reliable cooperating planning persevering",
    half_talents="precise handy",
    interests="counting delivering",
    half_interests="machines safety cleaning",
    drivers="security people",
    half_drivers="support",
    done="logistics driving",
    vetoed="care children creative",
    day={"place": "inside both", "company": "together both", "movement": "a_lot", "times": "morning afternoon evening"},
    steps="look_at_jobs try_a_day look_around",
    told={
        "nl": (("paid_work", "Drie jaar orders verzameld in een magazijn"), ("paid_work", "Pakketten bezorgd")),
        "en": (("paid_work", "Picking orders in a warehouse"), ("paid_work", "Delivering parcels by bike")),
    },
)
GREEN = Calling(
    talents="handy persevering reliable precise",
    half_talents="cooperating solving",
    interests="gardening",
    half_interests="building delivering cooking",
    drivers="freedom meaning",
    half_drivers="people security",
    done="green",
    vetoed="office computers shop",
    day={"place": "outside", "company": "both together", "movement": "a_lot", "times": "morning afternoon"},
    steps="start_voluntary look_around try_a_day",
    told={
        "nl": (("voluntary_work", "Onderhoud van de volkstuinen"), ("paid_work", "Een seizoen bij een kweker")),
        "en": (("at_home", "Our family had a farm"), ("voluntary_work", "Helping in the community garden")),
    },
)
SHOP = Calling(
    talents="contact cooperating learning reliable",
    half_talents="helping planning",
    interests="selling answering",
    half_interests="own_business counting",
    drivers="people achievement",
    half_drivers="freedom security",
    done="shop customers",
    vetoed="building cleaning care",
    day={"place": "inside", "company": "together", "movement": "ordinary", "times": "morning afternoon weekend"},
    steps="look_at_jobs try_a_day practise_talk",
    told={
        "nl": (("paid_work", "Vijf jaar op de markt gestaan"), ("paid_work", "Kassa en vakken vullen")),
        "en": (("paid_work", "Selling clothes in my sister's shop"), ("paid_work", "Working in a bakery shop")),
    },
)
OFFICE = Calling(
    talents="precise planning learning reliable",
    half_talents="contact solving",
    interests="paperwork answering",
    half_interests="counting selling",
    drivers="achievement security",
    half_drivers="support freedom",
    done="office customers",
    vetoed="building cleaning cooking",
    day={"place": "inside", "company": "both together", "movement": "sitting ordinary", "times": "morning afternoon"},
    steps="practise_talk look_at_jobs ask_about_course",
    told={
        "nl": (
            ("paid_work", "Balie en telefoon bij een tandarts"),
            ("voluntary_work", "Penningmeester van de sportclub"),
        ),
        "en": (("paid_work", "Secretary at a school"), ("course", "Word and Excel")),
    },
)
CLEANING = Calling(
    talents="reliable precise persevering planning",
    half_talents="handy helping",
    interests="cleaning counting",
    half_interests="gardening caring cooking",
    drivers="security support",
    half_drivers="people",
    done="cleaning",
    vetoed="driving shop computers",
    day={"place": "inside", "company": "alone both", "movement": "ordinary a_lot", "times": "morning afternoon"},
    steps="look_at_jobs choose_together try_a_day",
    told={
        "nl": (("paid_work", "Kamers schoongemaakt in een hotel"), ("paid_work", "Schoonmaak op een school")),
        "en": (("paid_work", "Cleaning offices in the evening"), ("paid_work", "Housekeeping in a hotel")),
    },
)
MAKING = Calling(
    talents="precise handy learning persevering",
    half_talents="solving planning",
    interests="making_beautiful machines",
    half_interests="selling own_business",
    drivers="freedom achievement",
    half_drivers="meaning people",
    done="creative making",
    vetoed="driving safety logistics",
    day={
        "place": "inside",
        "company": "alone both",
        "movement": "sitting ordinary",
        "times": "morning afternoon evening",
    },
    steps="own_idea start_voluntary ask_about_course",
    told={
        "nl": (("at_home", "Kleding gemaakt voor de hele familie"), ("voluntary_work", "Naailes in het buurthuis")),
        "en": (("paid_work", "Tailor in my own workshop"), ("at_home", "I sew and repair clothes")),
    },
)
SAFETY = Calling(
    talents="reliable contact solving cooperating",
    half_talents="helping persevering",
    interests="safety answering",
    half_interests="delivering finding_out",
    drivers="security meaning",
    half_drivers="people support",
    done="safety customers",
    vetoed="office creative cooking",
    day={
        "place": "both outside",
        "company": "together both",
        "movement": "ordinary a_lot",
        "times": "afternoon evening weekend",
    },
    steps="ask_about_course talk_to_worker look_around",
    told={
        "nl": (("voluntary_work", "Verkeersregelaar bij evenementen"), ("paid_work", "Conciërge op een school")),
        "en": (("paid_work", "Night porter in a hospital"), ("paid_work", "Guard in a museum")),
    },
)

CALLINGS = (CARE, CHILDREN, KITCHEN, TECHNICAL, BUILDING, LOGISTICS, GREEN, SHOP, OFFICE, CLEANING, MAKING, SAFETY)
