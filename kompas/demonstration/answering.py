"""What a made-up person says in the conversation: their calling and their circumstances, with variation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kompas.demonstration.callings import CALLINGS, Calling, Entry
from kompas.demonstration.chance import Chance
from kompas.demonstration.circumstances import AT_HOME, NEWCOMER, STARTING, Circumstances
from kompas.demonstration.names import Named

SHOWN = ("at_work", "at_home", "as_volunteer", "with_family")
SHOWN_BY_NEWCOMERS = ("in_another_country", "at_work", "with_family")
SHOWN_BY_STARTERS = ("at_school", "at_home", "with_family")
LATER = ("when_searching", "when_working", "helped_already")
NOT_SO_IMPORTANT = ("wish_travel", "wish_company", "wish_movement", "supporters", "schooling")
Says = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Answering:
    """Everything this person would answer, in the fields of a `Person`."""

    yes: tuple[str, ...]
    half: tuple[str, ...]
    says: Mapping[str, str | tuple[str, ...]]
    told: tuple[Mapping[str, str], ...]


@dataclass
class Pen:
    """The one pen of the town: no two people write the same sentence."""

    written: set[str] = field(default_factory=set)

    def writes(self, chance: Chance, sentences: Sequence[str]) -> str:
        """A sentence that nobody wrote before; nothing when all were."""
        left = [one for one in sentences if one not in self.written]
        found = chance.one(left) if left else ""
        self.written.add(found)
        return found


def answering(chance: Chance, who: Named, calling: Calling, lives: Circumstances, pen: Pen) -> Answering:
    strong, half = _talents(chance, calling)
    drivers = calling.drivers.split()
    cards = _cards("interest", calling.interests) + _cards("driver", calling.drivers)
    halves = _cards("driver", calling.half_drivers) + _perhaps(chance, calling)
    knows, guesses = _step_cards(chance, lives)
    says: Says = {
        "situation": chance.one(lives.situation.split()),
        "drivers_top": chance.some(_cards("driver", calling.drivers), min(2, len(drivers))),
        **_about(chance, calling, lives),
        **_top_talents(chance, lives, strong),
        **_day(chance, calling, lives),
        **_helps(chance, lives),
        **_next(chance, who, calling, lives, pen),
    }
    if chance.likely(0.35):
        says.pop(chance.one(NOT_SO_IMPORTANT), None)
    if chance.likely(0.7):
        says["fields_vetoed"] = chance.some(calling.vetoed.split(), chance.number(1, 2))
    told = _told(chance, who, calling, lives, pen)
    return Answering((*strong, *cards, *knows), (*half, *halves, *guesses), says, told)


def _cards(kind: str, names: str) -> tuple[str, ...]:
    return tuple(f"{kind}_{name}" for name in names.split())


def _talents(chance: Chance, calling: Calling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Three or four that they are sure of, the last of them perhaps half; and some that they see a bit of."""
    strong = chance.some(_cards("talent", calling.talents), chance.number(3, 4))
    unsure = tuple(one for one in _cards("talent", calling.talents) if one not in strong)
    return strong, (*unsure, *_cards("talent", calling.half_talents))


def _perhaps(chance: Chance, calling: Calling) -> tuple[str, ...]:
    """What is near to their calling, and a few things more: nobody says no to all the rest."""
    near = _cards("interest", calling.half_interests)
    likes = (*near, *_cards("interest", calling.interests))
    others = [one for one in dict.fromkeys(_all_interests()) if one not in likes]
    return near + chance.some(others, chance.number(2, 5))


def _all_interests() -> Iterator[str]:
    for one in CALLINGS:
        yield from _cards("interest", f"{one.interests} {one.half_interests}")


def _top_talents(chance: Chance, lives: Circumstances, strong: tuple[str, ...]) -> Says:
    top = strong[:3]
    where = SHOWN_BY_NEWCOMERS if lives is NEWCOMER else SHOWN_BY_STARTERS if lives is STARTING else SHOWN
    shown = {f"talents_shown.{one}": chance.one(where) for one in top if chance.likely(0.85)}
    return {"talents_top": top, **shown}


def _about(chance: Chance, calling: Calling, lives: Circumstances) -> Says:
    return {
        "experience_fields": tuple(calling.done.split()),
        "schooling": chance.one(lives.schooling.split()),
        "assets": chance.some(lives.assets.split(), chance.number(2, 3)),
    }


def _day(chance: Chance, calling: Calling, lives: Circumstances) -> Says:
    times = (lives.times or calling.day["times"]).split()
    free = chance.some(times, chance.number(2, 3))
    return {
        "wish_place": chance.one(calling.day["place"].split()),
        "wish_company": chance.one(calling.day["company"].split()),
        "wish_movement": chance.one(calling.day["movement"].split()),
        "wish_hours": chance.one(lives.hours.split()),
        "wish_times": tuple(one for one in times if one in free),
        "wish_travel": chance.one(lives.travel.split()),
    }


def _helps(chance: Chance, lives: Circumstances) -> Says:
    """What helps most comes first, and is the only thing that is wanted first of all."""
    needs = tuple(lives.needs.split())[: chance.number(1, 3)]
    later = {f"need_timing.{one}": chance.one(LATER) for one in needs[1:]}
    return {
        "needs": needs,
        f"need_timing.{needs[0]}": lives.timing,
        **later,
        "agenda": (*needs[:2], "working_hours"),
        "going_well": chance.some(lives.well.split(), chance.number(1, 3)),
        "supporters": chance.some(lives.supporters.split(), chance.number(1, 2)),
    }


def _next(chance: Chance, who: Named, calling: Calling, lives: Circumstances, pen: Pen) -> Says:
    says: Says = {
        "confidence_fitting_work": str(min(5, max(1, lives.sure + chance.number(-1, 1)))),
        "importance_of_work": str(chance.number(3, 5)),
        "contact_wishes": chance.some(lives.contact.split(), chance.number(1, 2)),
        "first_step": chance.one(calling.steps.split()),
    }
    own_words = _own_words(chance, who, lives, pen) if chance.likely(0.6) else ""
    return {**says, "own_words": own_words} if own_words else says


def _own_words(chance: Chance, who: Named, lives: Circumstances, pen: Pen) -> str:
    """In the language of their letter, or in the one they think in."""
    thinks_elsewhere = who.home in AT_HOME and (who.home != who.language or who.language not in lives.words)
    if thinks_elsewhere and (who.language not in lives.words or chance.likely(0.5)):
        return pen.writes(chance, (AT_HOME[who.home],))
    return pen.writes(chance, lives.words.get(who.language, ()))


def _told(
    chance: Chance, who: Named, calling: Calling, lives: Circumstances, pen: Pen
) -> tuple[Mapping[str, str], ...]:
    """One or two things that they did; some tell nothing."""
    entries: tuple[Entry, ...] = (lives.told or calling.told).get(who.language, ())
    count = chance.one((0, 1, 1, 2))
    wrote = [pen.writes(chance, [words for _kind, words in entries]) for _ in range(count)]
    return tuple({"kind": kind, "what": words} for kind, words in entries if words in wrote)


def _step_cards(chance: Chance, lives: Circumstances) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What they know of the way to work: the surer they are that work fits them, the more."""
    known = chance.some(
        ("clarity_of_direction", "first_step_known", "confidence_searching", "confidence_employer"), lives.sure
    )
    sure = max(0, lives.sure - 2)
    return known[:sure], known[sure:]
