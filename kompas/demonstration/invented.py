"""The other clients of Waterrijk: made from a seed, the same ones every time, and each with a story of their own."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle

from kompas.demonstration.answering import Answering, Pen, answering
from kompas.demonstration.callings import CALLINGS, CHILDREN, OFFICE, Calling
from kompas.demonstration.chance import Chance
from kompas.demonstration.circumstances import (
    BY_HEART,
    CIRCUMSTANCES,
    LONG_EXPERIENCE,
    NEWCOMER,
    STARTING,
    YOUNG_CHILDREN,
    Circumstances,
)
from kompas.demonstration.diary import Diary
from kompas.demonstration.going_on import going_on, languages_of
from kompas.demonstration.names import OLDER, YOUNGER, Named, named
from kompas.demonstration.outcomes import outcomes
from kompas.demonstration.person import Again, Person
from kompas.demonstration.stories import STORIES, Story

SEED = 2026
"""Another number gives other people."""

YEAR = 2026
"""In which the ages of `circumstances.py` are counted."""

CLOSED_AT = ("assets", "talent_reliable", "talent_handy", "interest_safety", "driver_support", "wish_hours")
"""Where people close their phone: in the middle of a row of cards, or where it takes some thinking."""


def invented(
    languages: Sequence[str], caseworkers: Mapping[str, int], known: Sequence[Person], seed: int = SEED
) -> tuple[Person, ...]:
    """One person for every story, so many for each caseworker, whose `known` clients have their talks already."""
    pen, diary = Pen(), Diary(known)
    callings = Chance(seed, "callings").some(CALLINGS * len(STORIES), len(STORIES))
    dealt = zip(named(seed, languages), STORIES, _dealt(caseworkers), callings, strict=True)
    return tuple(
        _person(seed, who, story, caseworker, calling, pen, diary) for who, story, caseworker, calling in dealt
    )


def _dealt(caseworkers: Mapping[str, int]) -> Iterator[str]:
    """The caseworkers by turns, until each has as many as they should."""
    left = dict(caseworkers)
    for one in cycle(caseworkers):
        if not any(left.values()):
            return
        if left[one]:
            left[one] -= 1
            yield one


def _person(seed: int, who: Named, story: Story, caseworker: str, calling: Calling, pen: Pen, diary: Diary) -> Person:
    key = who.name.split()[0].lower()
    chance = Chance(seed, key)
    lives = chance.one([one for one in CIRCUMSTANCES if _fits(who, calling, one)])
    says = answering(chance, who, calling, lives, pen) if story.says != "nothing" else NOTHING
    if story.says == "all":
        says = going_on(Chance(seed, key, "goes on"), calling, says)
    days, clock = diary.find(chance, caseworker, chance.one(story.when))
    oldest_from = 45 if key.capitalize() in OLDER else 0
    return Person(
        key,
        who.name,
        who.language,
        YEAR - chance.number(max(lives.age[0], oldest_from), lives.age[1]),
        caseworker,
        days,
        clock,
        yes=says.yes,
        half=says.half,
        says=says.says,
        told=says.told,
        languages=languages_of(who) if "go_on" in says.says else (),
        stops_at=chance.one(CLOSED_AT) if story.says == "begins" else "",
        share=story.share,
        lines=story.lines,
        opened=story.opened,
        ends=story.ends,
        again=_again(chance, story, says, caseworker, diary),
        **outcomes(chance, story, says.says, pen),
    )


NOTHING = Answering((), (), {}, ())


def _fits(who: Named, calling: Calling, lives: Circumstances) -> bool:
    """What a caseworker would believe: nobody from here is new here, and nobody reads to children who can't read."""
    first = who.name.split()[0]
    if lives is NEWCOMER:
        return who.home != "nl"
    if lives in (STARTING, YOUNG_CHILDREN) and first in OLDER:
        return False
    if lives is LONG_EXPERIENCE:
        return first not in YOUNGER and calling is not OFFICE
    return not (lives is BY_HEART and calling in (OFFICE, CHILDREN))


def _again(chance: Chance, story: Story, says: Answering, caseworker: str, diary: Diary) -> Again | None:
    if not story.again:
        return None
    days, clock = diary.find(chance, caseworker, "this_week")
    surer = min(5, int(str(says.says.get("confidence_fitting_work", "3"))) + 1)
    return Again(days, clock, story.again == "shares", {"confidence_fitting_work": str(surer)})
