"""Published ids are a promise: answers are stored under them, so none of them disappears or means something new.

A list of them is kept beside the flow files, of a question with its kind: an answer of one kind is none of another.
An id that goes is named in the flow's `retired:`; one that is called differently from now on, in the `was:` of what it
became.
"""

from collections.abc import Iterator, Mapping

from kompas.conversation.flow import Flow
from kompas.conversation.former import todays_name

Broken = tuple[str, str]
"""A published id, and a sentence that says what is wrong with it."""


def promises_of(flow: Flow) -> dict[str, str]:
    """Every id that an answer can hold, in the order of the flow: `flow/question` with the question's kind, and
    `flow/question.option` (of a list its fields and their options) with nothing. Cards of a pick are questions."""
    kinds = {name: question.kind for name, question in flow.questions.items()}
    return {f"{flow.id}/{name}": kinds.get(name, "") for name in flow.named}


def broken_promises(flow: Flow, published: Mapping[str, str]) -> Iterator[Broken]:
    """The published ids of this flow that are gone, neither renamed nor retired, or are of another kind now.

    A retired question takes its options along. `published` gives the kind by id, or nothing where none was kept.
    """
    there = promises_of(flow)
    for one, kind in published.items():
        flow_id, _, name = one.partition("/")
        if flow_id != flow.id:
            continue
        today = todays_name(flow, name)
        now = there.get(f"{flow.id}/{today}")
        if now is None and not _retired(flow, name, today):
            yield one, f"“{name}” was published and is gone: bring it back, or name it in “retired:” of “{flow.id}”."
        elif kind and now and kind != now:
            yield (
                one,
                (
                    f"“{name}” was published as {kind} and is {now} now: answers are kept under it."
                    " Give the new question an id of its own and retire this one."
                ),
            )


def _retired(flow: Flow, *names: str) -> bool:
    return any(name in flow.retired or name.partition(".")[0] in flow.retired for name in names)
