"""What becomes of the lines that a made-up person shared: which are confirmed, seen differently, left for later."""

from collections.abc import Mapping
from typing import TypedDict

from kompas.demonstration.answering import Pen
from kompas.demonstration.chance import Chance
from kompas.demonstration.stories import Story
from kompas.demonstration.views import DIFFERENTLY

Said = Mapping[str, str | tuple[str, ...]]

FEWER_HOURS = {"from_33": "from_25", "from_25": "from_17", "from_17": "from_9", "from_9": "up_to_8"}

LINES = {
    "agenda": (),
    "good_at": ("talents_top",),
    "why": ("drivers_top",),
    "how": ("wish_place", "wish_company", "wish_movement", "wish_hours", "wish_travel"),
    "helps": ("needs", "going_well"),
    "about": ("schooling", "experience_fields"),
    "next": ("first_step", "contact_wishes"),
}
"""Questions whose lines are spoken about, by part."""

NAMED = {
    "needs": "need/",
    "going_well": "well/",
    "experience_fields": "experience/",
    "contact_wishes": "contact/",
    "schooling": "schooling/highest",
    "first_step": "step/first",
}


class Outcomes(TypedDict):
    """In the fields of a `Person`."""

    confirmed: tuple[str, ...]
    here: tuple[str, ...]
    waiting: tuple[str, ...]
    not_now: tuple[str, ...]
    seen_differently: Mapping[str, str]
    as_put: Mapping[str, str]
    takes_back: tuple[str, ...]
    changes: Mapping[str, str]


def outcomes(chance: Chance, story: Story, says: Said, pen: Pen) -> Outcomes:
    lines = [line for part, choice in story.share.items() if choice == "share" for line in _lines(part, says)]
    views = _views(chance, story.differently + story.as_put, lines, says, pen)
    left = [line for line in chance.some(lines, len(lines)) if line not in views]
    later = [line for line in left if not line.startswith(("strength/", "well/"))][: story.not_now]
    agreed = [line for line in left if line not in later]
    agreed.sort(key=lambda line: not line.startswith("strength/"))  # talks begin with what somebody is good at
    end, last = story.confirmed, story.confirmed + story.waiting
    hours = str(says.get("wish_hours"))
    return {
        "confirmed": tuple(sorted(agreed[:end], key=lines.index)),
        "waiting": tuple(agreed[end:last]),
        "here": tuple(sorted(agreed[last : last + story.at_the_desk], key=lines.index)),
        "not_now": tuple(later),
        "seen_differently": dict(list(views.items())[: story.differently]),
        "as_put": dict(list(views.items())[story.differently :]),
        "takes_back": tuple([line for line in lines if line.startswith("need/")][:1]) if story.takes_back else (),
        "changes": {"wish_hours": FEWER_HOURS[hours]} if story.changes else {},
    }


def _lines(part: str, says: Said) -> list[str]:
    """The lines of a part that this person's answers give, by id."""
    return [line for question in LINES[part] if question in says for line in _ids(question, says[question])]


def _ids(question: str, said: str | tuple[str, ...]) -> list[str]:
    if question.startswith("wish_"):
        return [question.replace("_", "/")]
    if question.endswith("_top"):
        return [one.replace("talent_", "strength/").replace("driver_", "driver/") for one in said]
    name = NAMED[question]
    return [name] if isinstance(said, str) else [name + one for one in said]


def _views(chance: Chance, count: int, lines: list[str], says: Said, pen: Pen) -> dict[str, str]:
    """So many lines that the caseworker sees differently, with the words: those that nobody wrote before come first."""
    answered = {"wish/hours": "wish_hours", "wish/travel": "wish_travel", "step/first": "first_step"}
    fitting = {
        line: words
        for (line, option), words in DIFFERENTLY.items()
        if line in lines and (not option or says.get(answered[line]) == option)
    }
    fresh = [line for line in fitting if fitting[line] not in pen.written]
    chosen = [*chance.some(fresh, count), *(line for line in fitting if line not in fresh)][:count]
    pen.written.update(fitting[line] for line in chosen)
    return {line: fitting[line] for line in chosen}
