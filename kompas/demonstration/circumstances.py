"""What people live with, and what follows from it: the hours they think of, what helps, what already goes well."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompas.demonstration.callings import Entry


@dataclass(frozen=True)
class Circumstances:
    """Options of the flow's questions, in words of a line; of `needs` the first are chosen first.

    `age` is the youngest and the oldest in years. `timing` is when they want help with what they need most. `sure` is
    the stair they stand on, about. `words` is what they might add in their own words, by language.
    `times` and `told` stand in the place of their calling's.
    """

    age: tuple[int, int]
    situation: str
    schooling: str
    assets: str
    needs: str
    timing: str
    well: str
    supporters: str
    hours: str
    travel: str
    contact: str
    sure: int
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    times: str = ""
    told: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


YOUNG_CHILDREN = Circumstances(
    (24, 41),
    "arranging_first looking_now",
    "secondary vocational",
    "phone bike travel_card",
    "childcare course_or_diploma money_overview",
    "now_first",
    "good_home people_around_me on_time",
    "family friends neighbours",
    "from_17 from_9",
    "up_to_30 up_to_15",
    "message call",
    3,
    {
        "nl": (
            "Onder schooltijd kan ik altijd werken.",
            "Mijn jongste gaat na de zomer naar school. Dan heb ik meer tijd.",
            "Woensdagmiddag en vrijdagmiddag zijn de kinderen bij mij.",
            "Ik wil mijn kinderen laten zien dat ik werk.",
        ),
        "en": (
            "I can work while my children are at school.",
            "My youngest starts school after the summer.",
            "I want my children to see me work.",
        ),
    },
    times="morning afternoon",
)
NEWCOMER = Circumstances(
    (27, 52),
    "looking_now arranging_first",
    "other_country",
    "phone travel_card bike",
    "dutch papers job_search",
    "when_searching",
    "learning_dutch on_time people_around_me",
    "friends a_guide",
    "from_33 from_25",
    "up_to_45 up_to_60",
    "visit with_interpreter message",
    4,
    {
        "nl": (
            "Ik leer elke dag Nederlands. Op het werk leer ik het snelst.",
            "Praten gaat goed. Schrijven vind ik nog moeilijk.",
            "In mijn land had ik mijn eigen zaak.",
            "Ik wil graag weer mijn eigen geld verdienen.",
        ),
        "en": (
            "I learn fast when people show me.",
            "I can read Dutch well. Speaking is still hard.",
            "I worked all my life. I want to work here too.",
            "Please speak slowly. Then I understand almost everything.",
        ),
    },
)
LONG_EXPERIENCE = Circumstances(
    (55, 64),
    "looking_now not_sure_yet",
    "vocational secondary primary",
    "driving_licence bike phone",
    "digital job_search",
    "when_searching",
    "on_time money_in_order good_home",
    "family neighbours",
    "from_25 from_33",
    "up_to_30",
    "call visit",
    2,
    {
        "nl": (
            "Ik heb veertig jaar gewerkt. Stilzitten is niets voor mij.",
            "Ik leer jonge mensen graag het vak.",
            "Solliciteren met de computer is nieuw voor mij.",
            "Ik sta elke dag om zes uur op.",
        ),
        "en": ("I worked for thirty years and never came late.", "I like to teach young people my trade."),
    },
)
CARING = Circumstances(
    (35, 58),
    "arranging_first something_first",
    "secondary vocational higher",
    "phone computer bike",
    "caring_for_someone someone_beside_me",
    "now_first",
    "people_around_me good_home",
    "family neighbours a_guide",
    "from_9 up_to_8",
    "up_to_15 up_to_30",
    "call walk_together",
    2,
    {
        "nl": (
            "Mijn vader heeft mij elke ochtend nodig. In de middag heb ik tijd.",
            "Een paar uur werk per week zou mij goed doen.",
            "Ik zorg graag, maar ik wil ook iets voor mezelf.",
        ),
        "en": ("My mother needs me in the morning.", "A few hours a week would be a good start."),
    },
    times="afternoon",
)
STARTING = Circumstances(
    (18, 26),
    "not_sure_yet looking_now",
    "secondary vocational",
    "bike phone computer",
    "course_or_diploma transport job_search",
    "when_working",
    "getting_around people_around_me on_time",
    "family friends",
    "from_33 from_25",
    "up_to_45 up_to_30",
    "message",
    3,
    {
        "nl": (
            "Ik heb geen diploma, maar ik leer snel als ik het kan doen.",
            "Ik zoek werk waar ik iets kan leren.",
            "Liever geen school. Wel een vak.",
            "Ik heb tot nu toe alleen bijbanen gehad.",
        ),
        "en": ("I learn best by doing.", "I only had small jobs so far. I want a real one."),
    },
    told={
        "nl": (("paid_work", "Zaterdagbaan in de supermarkt"), ("course", "Twee jaar mbo, niet afgemaakt")),
        "en": (
            ("paid_work", "Delivering meals by bike"),
            ("voluntary_work", "Training the youngest of our football club"),
        ),
    },
)
LETTERS_FIRST = Circumstances(
    (28, 56),
    "arranging_first",
    "secondary primary outside_school",
    "phone bike",
    "money_overview someone_beside_me housing",
    "now_first",
    "people_around_me on_time",
    "a_guide friends",
    "from_17 from_25",
    "up_to_30 up_to_45",
    "visit call with_someone",
    2,
    {
        "nl": (
            "Als de brieven op orde zijn, heb ik weer rust in mijn hoofd.",
            "Ik vind het fijn als één persoon mij helpt.",
            "Ik heb veel geregeld dit jaar. Daar ben ik trots op.",
        ),
        "en": ("One person who knows my story helps me most.", "I arranged a lot this year. I am proud of it."),
    },
)
BY_HEART = Circumstances(
    (33, 60),
    "looking_now something_first",
    "primary outside_school",
    "phone bike travel_card",
    "reading_counting digital someone_beside_me",
    "when_searching",
    "on_time getting_around people_around_me",
    "family neighbours friends",
    "from_25 from_17",
    "up_to_30",
    "call visit walk_together",
    3,
    {
        "nl": (
            "Ik onthoud alles wat je mij vertelt.",
            "Bel mij liever. Lezen kost mij tijd.",
            "Mijn dochter leest de brieven voor.",
        ),
        "en": ("I remember everything people tell me.", "Please call me. Reading takes me time."),
    },
)
READY = Circumstances(
    (27, 50),
    "looking_now",
    "vocational higher secondary",
    "computer driving_licence phone certificate",
    "job_search",
    "now_first",
    "on_time money_in_order getting_around good_home",
    "friends family",
    "from_33 from_25",
    "up_to_60 up_to_45",
    "message call",
    4,
    {
        "nl": (
            "Ik kan maandag beginnen.",
            "Mijn contract liep af. Ik werkte er met plezier.",
            "Ik zoek werk waar ik jaren kan blijven.",
        ),
        "en": ("I can start next week.", "My contract ended. I liked that job.", "I look for work where I can stay."),
    },
)

CIRCUMSTANCES = (YOUNG_CHILDREN, NEWCOMER, LONG_EXPERIENCE, CARING, STARTING, LETTERS_FIRST, BY_HEART, READY)

AT_HOME = {
    "tr": "Erken kalkmayı severim. Düzenli bir iş istiyorum.",
    "ar": "أحب العمل مع الناس، وأتعلم الهولندية كل يوم.",
    "pl": "Szybko się uczę i lubię pracować z ludźmi.",
    "uk": "Я люблю порядок і швидко вчуся.",
    "es": "Aprendo rápido y me gusta trabajar con la gente.",
    "pt": "Gosto de trabalhar com as mãos e de aprender coisas novas.",
    "fr": "J'apprends vite et j'aime travailler avec les gens.",
}
"""Own words of somebody who thinks in another language than they were invited in, and writes in it."""
