"""Where somebody is now: confidence, clarity, plan, importance, room (7.4). What is unknown stays unknown."""

from collections.abc import Mapping

from kompas.conversation.answers import slot_of
from kompas.profile.because import Because, Figured
from kompas.profile.heard import Heard
from kompas.profile.rules import Figure, Needs, Rules

Known = Mapping[Figure, Figured | None]


def figures(rules: Rules, heard: Heard) -> Known:
    """All figures by name; `None` where nothing was answered that a figure could rest on."""
    found: dict[Figure, Figured | None] = {name: _mean(name, of, heard) for name, of in rules.figures.mean_of.items()}
    first = needs_first(rules.needs, heard)
    less = rules.figures.room_less_per_need
    room = first and Figured(max(0.0, 1 - less * first.value), Because("figures.room", first.because.slots))
    return found | {"needs_first": first, "room": room}


def _mean(name: str, of: Mapping[str, tuple[int, int]], heard: Heard) -> Figured | None:
    answered = tuple(question for question in of if question in heard.weights)
    if not answered:
        return None
    shares = [(heard.weights[one] - of[one][0]) / (of[one][1] - of[one][0]) for one in answered]
    return Figured(sum(shares) / len(shares), Because(f"figures.{name}", answered))


def needs_first(rules: Needs, heard: Heard) -> Figured | None:
    """How many needs want help first. Unknown as long as nothing was said about when, unless nothing is needed."""
    timing = heard.each(rules.timing)
    first = tuple(slot_of(rules.timing, need) for need, time in timing.items() if time == rules.first)
    if timing or rules.timing in heard.given:
        slots = first or tuple(slot_of(rules.timing, need) for need in timing)
    elif rules.none in heard.chosen(rules.chosen):
        slots = (rules.chosen,)
    else:
        return None
    return Figured(len(first), Because("figures.needs_first", slots))
