"""What can be wrong with an old name: it is still somebody's name, or two would have to answer to it."""

from collections.abc import Iterable, Iterator

from kompas.conversation.checking_conditions import Complaint
from kompas.conversation.flow import EntryField, Flow, Former, Option, Question
from kompas.conversation.written import Path

Named = tuple[Path, str, Former]
"""Where something stands, what it is called, and what it was called."""


def check_former(flow: Flow) -> Iterator[Complaint]:
    questions = [
        (("chapters", place, "questions", number), question)
        for place, chapter in enumerate(flow.chapters)
        for number, question in enumerate(chapter.questions)
    ]
    yield from _clashes(((path, one.id, one.was) for path, one in questions), "", flow.retired)
    for path, question in questions:
        yield from _options(question.options, (*path, "options"), f"{question.id}.", flow.retired)
        yield from _fields(question, path, flow.retired)
    for name, scale in flow.scales.items():
        yield from _scale(flow, name, scale.options)


def _scale(flow: Flow, name: str, options: dict[str, Option]) -> Iterator[Complaint]:
    """An old name on a scale holds for every question that takes its options from it: told once."""
    asked = [f"{question.id}." for question in flow.questions.values() if question.scale == name]
    told = (
        one for around in asked or [""] for one in _options(options, ("scales", name, "options"), around, flow.retired)
    )
    yield from {path: (path, sentence) for path, sentence in told}.values()


def _fields(question: Question, path: Path, retired: Iterable[str]) -> Iterator[Complaint]:
    fields: dict[str, EntryField] = question.fields
    here = (*path, "fields")
    yield from _clashes((((*here, name), name, one.was) for name, one in fields.items()), f"{question.id}.", retired)
    for name, one in fields.items():
        yield from _options(one.options, (*here, name, "options"), f"{question.id}.{name}.", retired)


def _options(options: dict[str, Option], path: Path, around: str, retired: Iterable[str]) -> Iterator[Complaint]:
    yield from _clashes((((*path, name), name, one.was) for name, one in options.items()), around, retired)


def _clashes(named: Iterable[Named], around: str, retired: Iterable[str]) -> Iterator[Complaint]:
    """`around` is what stands before these names in the list of published ids: `hours.` before its options."""
    known = list(named)
    living = {name for _, name, _ in known}
    seen: dict[str, str] = {}
    for path, name, former in known:
        for old in former:
            if old in living:
                yield (*path, "was"), f"“{old}” is in use; in “was” stand ids that are gone."
            elif old in seen:
                yield (*path, "was"), f"“{seen[old]}” was “{old}” already; an old id became one thing only."
            elif f"{around}{old}" in retired:
                yield (*path, "was"), f"“{around}{old}” is retired; take it out of “retired:” or out of “was:”."
            seen.setdefault(old, name)
