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
    age=(24, 41),
    situation="arranging_first looking_now",
    schooling="secondary vocational",
    assets="phone bike travel_card",
    needs="childcare course_or_diploma money_overview",
    timing="now_first",
    well="good_home people_around_me on_time",
    supporters="family friends neighbours",
    hours="from_17 from_9",
    travel="up_to_30 up_to_15",
    contact="message call",
    sure=3,
    words={
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
    age=(27, 52),
    situation="looking_now arranging_first",
    schooling="other_country",
    assets="phone travel_card bike",
    needs="dutch papers job_search",
    timing="when_searching",
    well="learning_dutch on_time people_around_me",
    supporters="friends a_guide",
    hours="from_33 from_25",
    travel="up_to_45 up_to_60",
    contact="visit with_interpreter message",
    sure=4,
    words={
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
    age=(55, 64),
    situation="looking_now not_sure_yet",
    schooling="vocational secondary primary",
    assets="driving_licence bike phone",
    needs="digital job_search",
    timing="when_searching",
    well="on_time money_in_order good_home",
    supporters="family neighbours",
    hours="from_25 from_33",
    travel="up_to_30",
    contact="call visit",
    sure=2,
    words={
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
    age=(35, 58),
    situation="arranging_first something_first",
    schooling="secondary vocational higher",
    assets="phone computer bike",
    needs="caring_for_someone someone_beside_me",
    timing="now_first",
    well="people_around_me good_home",
    supporters="family neighbours a_guide",
    hours="from_9 up_to_8",
    travel="up_to_15 up_to_30",
    contact="call walk_together",
    sure=2,
    words={
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
    age=(18, 26),
    situation="not_sure_yet looking_now",
    schooling="secondary vocational",
    assets="bike phone computer",
    needs="course_or_diploma transport job_search",
    timing="when_working",
    well="getting_around people_around_me on_time",
    supporters="family friends",
    hours="from_33 from_25",
    travel="up_to_45 up_to_30",
    contact="message",
    sure=3,
    words={
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
    age=(28, 56),
    situation="arranging_first",
    schooling="secondary primary outside_school",
    assets="phone bike",
    needs="money_overview someone_beside_me housing",
    timing="now_first",
    well="people_around_me on_time",
    supporters="a_guide friends",
    hours="from_17 from_25",
    travel="up_to_30 up_to_45",
    contact="visit call with_someone",
    sure=2,
    words={
        "nl": (
            "Als de brieven op orde zijn, heb ik weer rust in mijn hoofd.",
            "Ik vind het fijn als één persoon mij helpt.",
            "Ik heb veel geregeld dit jaar. Daar ben ik trots op.",
        ),
        "en": ("One person who knows my story helps me most.", "I arranged a lot this year. I am proud of it."),
    },
)
BY_HEART = Circumstances(
    age=(33, 60),
    situation="looking_now something_first",
    schooling="primary outside_school",
    assets="phone bike travel_card",
    needs="reading_counting digital someone_beside_me",
    timing="when_searching",
    well="on_time getting_around people_around_me",
    supporters="family neighbours friends",
    hours="from_25 from_17",
    travel="up_to_30",
    contact="call visit walk_together",
    sure=3,
    words={
        "nl": (
            "Ik onthoud alles wat je mij vertelt.",
            "Bel mij liever. Lezen kost mij tijd.",
            "Mijn dochter leest de brieven voor.",
        ),
        "en": ("I remember everything people tell me.", "Please call me. Reading takes me time."),
    },
)
READY = Circumstances(
    age=(27, 50),
    situation="looking_now",
    schooling="vocational higher secondary",
    assets="computer driving_licence phone certificate",
    needs="job_search",
    timing="now_first",
    well="on_time money_in_order getting_around good_home",
    supporters="friends family",
    hours="from_33 from_25",
    travel="up_to_60 up_to_45",
    contact="message call",
    sure=4,
    words={
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
