"""The client's agenda: what they want to talk about, in the order that they chose. One answer holds all of it.

`{"dutch": "yes", "own_1": "<their words>", "working_hours": "later"}`: each topic by its code, in the client's order.
A topic of their own has words instead of a choice, and is on the agenda as long as it is there.
"""

from collections.abc import Callable, Container, Mapping, Sequence

from kompas.conversation.answers import Answer

Topics = Mapping[str, str]

YES, LATER, NO = "yes", "later", "no"
WORDS = (YES, LATER, NO)
OWN = tuple(f"own_{number}" for number in range(1, 6))
LONGEST_OWN = 120


def still_meant(topics: Topics, offered: Container[str]) -> dict[str, str]:
    """What of it means something here and now: topics that are offered, and those of the client's own."""
    return {code: said for code, said in topics.items() if (said in WORDS if code in offered else said and code in OWN)}


def on_agenda(topics: Topics) -> tuple[str, ...]:
    """The codes of what somebody wants to talk about, in their order."""
    return tuple(code for code, said in topics.items() if code in OWN or said == YES)


def chosen_again(before: Answer | None, now: Answer) -> Answer:
    """New choices for the topics of a screen, in the order of before; the client's own topics stay."""
    then, new = before.value if before else None, now.value
    if not isinstance(then, Mapping) or not isinstance(new, Mapping):
        return now
    kept = {code: new.get(code, said) for code, said in then.items() if code in new or code in OWN}
    return Answer("given", kept | dict(new))


def with_own(topics: Topics, words: str) -> dict[str, str]:
    """With a topic in the client's own words at the end. Raises `StopIteration` when there is no room left."""
    free = next(code for code in OWN if code not in topics)
    return _in_order({**topics, free: words}, (*on_agenda(topics), free))


def has_room(topics: Topics) -> bool:
    """For another topic of the client's own?"""
    return not set(OWN) <= topics.keys()


def _up(topics: Topics, code: str) -> dict[str, str]:
    return _moved(topics, code, -1)


def _down(topics: Topics, code: str) -> dict[str, str]:
    return _moved(topics, code, 1)


def _moved(topics: Topics, code: str, by: int) -> dict[str, str]:
    """At either end a topic stays where it is."""
    order = list(on_agenda(topics))
    place = order.index(code)
    other = min(max(place + by, 0), len(order) - 1)
    order[place], order[other] = order[other], order[place]
    return _in_order(topics, order)


def _put_on(topics: Topics, code: str) -> dict[str, str]:
    """At the end of the agenda."""
    order = [one for one in on_agenda(topics) if one != code]
    return _in_order({**topics, code: topics[code] if code in OWN else YES}, [*order, code])


def _take_off(topics: Topics, code: str) -> dict[str, str]:
    """Maybe later; what was said in own words goes."""
    left = {one: said for one, said in topics.items() if one != code}
    return left if code in OWN else left | {code: LATER}


def _in_order(topics: Topics, order: Sequence[str]) -> dict[str, str]:
    """These codes first, then what is not on the agenda."""
    return {code: topics[code] for code in dict.fromkeys((*order, *topics))}


DEEDS: Mapping[str, Callable[[Topics, str], dict[str, str]]] = {
    "up": _up,
    "down": _down,
    "on": _put_on,
    "off": _take_off,
}
"""What can be done with a topic, by name. `on` is for one that isn't on the agenda, the others for one that is."""
