"""What a made-up person says who goes on after the end: languages, the last few cards, and a day that fits them."""

from collections.abc import Mapping
from dataclasses import replace

from kompas.demonstration.answering import Answering, Says
from kompas.demonstration.callings import Calling
from kompas.demonstration.chance import Chance
from kompas.demonstration.names import Named

SOME = 0.3
"""So many go on; for most it is enough."""

LAST_CARDS = ("talent_starting", "talent_ideas", "talent_leading", "talent_adapting", "driver_recognition")
BEST_DAY = {
    "green": "outside",
    "driving": "outside",
    "building": "making",
    "technology": "making",
    "making": "making",
    "creative": "making",
    "care": "with_people",
    "children": "with_people",
    "customers": "with_people",
    "safety": "with_people",
    "shop": "lively",
    "cooking": "lively",
    "logistics": "lively",
    "office": "quiet",
    "computers": "quiet",
    "cleaning": "quiet",
}
"""By the field that they know best."""

LANGUAGES = {
    "nl": "dutch",
    "en": "english",
    "tr": "turkish",
    "ar": "arabic",
    "pl": "polish",
    "uk": "ukrainian",
    "es": "spanish",
    "pt": "portuguese",
    "ti": "tigrinya",
    "fr": "french",
}
IN_OWN_WORDS = {"so": "Somali", "fa": "Farsi"}

WITH_THINGS = frozenset({"making", "quiet"})


def going_on(chance: Chance, calling: Calling, said: Answering) -> Answering:
    """The same, and what they add; most add nothing."""
    if not chance.likely(SOME):
        return said
    fields = calling.done.split()
    best = BEST_DAY[fields[0]]
    cards = chance.some(LAST_CARDS, chance.number(2, 4))
    more: Says = {
        "go_on": "yes",
        "fields_liked": tuple(fields[:3]),
        "wish_people_or_things": chance.one(("things", "both") if best in WITH_THINGS else ("people", "both")),
        "wish_variety": chance.one(("the_same", "changing", "changing", "both")),
        "best_day": best,
    }
    half = (*said.half, *cards[1:], "driver_growth")
    return replace(said, yes=(*said.yes, cards[0]), half=half, says={**said.says, **more})


def languages_of(who: Named) -> tuple[Mapping[str, str], ...]:
    """The one of home well; beside it Dutch, as far as they got with it, or a bit of English."""
    here = LANGUAGES.get(who.home)
    home = {"which": here} if here else {"another": IN_OWN_WORDS[who.home]}
    if who.home == "nl":
        second = {"which": "english", "how_well": "a_bit"}
    else:
        second = {"which": "dutch", "how_well": "talking" if who.language == "nl" else "a_bit"}
    return {**home, "how_well": "writing"}, second
