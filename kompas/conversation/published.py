"""Published ids are a promise: answers are stored under them, so none of them disappears or means something new.

A list of them is kept beside the flow files. An id that goes is named in the flow's `retired:`.
"""

from collections.abc import Iterable, Iterator

from kompas.conversation.flow import Flow, Question


def ids_of(flow: Flow) -> tuple[str, ...]:
    """Every id that an answer can hold: `flow/question` and `flow/question.option`, in the order of the flow."""
    found: dict[str, None] = {}
    for question in flow.questions.values():
        for name in (question.id, *(f"{question.id}.{part}" for part in _parts(flow, question))):
            found[f"{flow.id}/{name}"] = None
    return tuple(found)


def _parts(flow: Flow, question: Question) -> Iterator[str]:
    """Options, and of a list its fields with theirs. The cards of a pick are questions themselves."""
    yield from flow.options_of(question)
    for name, field in question.fields.items():
        yield name
        yield from (f"{name}.{option}" for option in field.options)


def broken_promises(flow: Flow, published: Iterable[str]) -> Iterator[str]:
    """The published ids of this flow that are gone and not retired. A retired question takes its options along."""
    there = {*ids_of(flow)}
    for one in published:
        flow_id, _, name = one.partition("/")
        retired = name in flow.retired or name.partition(".")[0] in flow.retired
        if flow_id == flow.id and one not in there and not retired:
            yield one
