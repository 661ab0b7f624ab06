"""What is asked, what for, on what ground and for how long: as the flow file says it, for people who want to know."""

from dataclasses import dataclass

from kompas.conversation.flow import Chapter
from kompas.conversation.keep import Keep


@dataclass(frozen=True)
class Reason:
    """Why these questions (by their labels) are asked. All of it is said of each of them in the flow file."""

    purpose: str
    ground: str
    keep: Keep
    sensitivity: str
    questions: tuple[str, ...]


def reasons(chapter: Chapter) -> tuple[Reason, ...]:
    """One for all questions of a chapter that are asked for the same, in the order of the chapter."""
    found: dict[tuple[str, str, Keep, str], list[str]] = {}
    for one in chapter.questions:
        said = (
            one.purpose or chapter.purpose,
            one.ground or chapter.ground,
            one.keep or chapter.keep,
            one.sensitivity or chapter.sensitivity,
        )
        found.setdefault(said, []).append(one.label)
    return tuple(Reason(*said, tuple(labels)) for said, labels in found.items())
