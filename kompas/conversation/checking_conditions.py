"""What can be wrong with a condition: it looks ahead, at something that isn't there, or can never hold."""

from collections.abc import Iterator

from kompas.conversation.conditions import Condition, Group, Look
from kompas.conversation.facts import FACTS, LOOKS_AT
from kompas.conversation.flow import Flow, Question
from kompas.conversation.written import Path

Complaint = tuple[Path, str]


def not_earlier(flow: Flow, name: str) -> str:
    if name in flow.questions:
        return f"“{name}” is asked later; only what was asked before can be looked at."
    return f"There is no question “{name}”."


def check_condition(
    flow: Flow, earlier: dict[str, Question], condition: Condition | None, path: Path
) -> Iterator[Complaint]:
    if condition is None:
        return
    if isinstance(condition, Group) and condition.all_:
        yield from ((path, found) for found in _never(condition.all_))
    for look in condition.looks:
        if look.fact is not None:
            yield from ((path, found) for found in _fact(flow, earlier, look.fact))
        elif look.question is not None and look.question not in earlier:
            yield path, not_earlier(flow, look.question)
        elif look.question is not None:
            asked = earlier[look.question]
            offered = flow.choices_of(asked)
            yield from ((path, f"“{one}” is no option of “{asked.id}”.") for one in look.options if one not in offered)


def _never(looks: tuple[Look, ...]) -> Iterator[str]:
    """A question with one answer can't have two: what waits for that is never reached."""
    fixed: dict[str, str] = {}
    for look in looks:
        if look.question and look.is_ and fixed.setdefault(look.question, look.is_) != look.is_:
            yield f"“{look.question}” can't be {fixed[look.question]} and {look.is_} at once; this is never reached."


def _fact(flow: Flow, earlier: dict[str, Question], name: str) -> Iterator[str]:
    if name not in FACTS:
        yield f"There is no fact “{name}”. Facts are: {', '.join(sorted(FACTS))}."
        return
    for beginning in LOOKS_AT[name]:
        if not any(one.startswith(beginning) for one in flow.questions):
            yield f"The fact “{name}” looks at “{beginning}”, which is asked nowhere: use the id that it knows."
        later = [one for one in flow.questions if one.startswith(beginning) and one not in earlier]
        if later and not any(one.startswith(beginning) for one in earlier):
            yield f"The fact “{name}” looks at “{later[0]}”, which is asked later."
