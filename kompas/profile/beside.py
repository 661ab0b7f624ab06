"""Who sat beside the client when a line was answered: told of a line by the chapters that it rests on, and no other."""

from dataclasses import replace

from kompas.conversation.answers import Answers, question_of
from kompas.conversation.beside import records
from kompas.conversation.flow import Flow
from kompas.conversation.former import todays_slot
from kompas.profile.statements import Beside, Profile, Statement


def with_beside(flow: Flow, profile: Profile, answers: Answers) -> Profile:
    """The same profile, each line with who was there. A line that only says "I'd rather talk" tells nothing of it."""
    known = records(answers)
    if not known:
        return profile

    def beside(one: Statement) -> tuple[Beside, ...]:
        asked = (question_of(todays_slot(flow, spoken.slot)) for spoken in one.evidence)
        chapters = dict.fromkeys(flow.chapter_of[name].id for name in asked if name in flow.chapter_of)
        return tuple((name, who, by) for name in chapters for who, by in known.get(name, {}).items())

    return Profile(tuple(one if one.kind == "talk" else replace(one, beside=beside(one)) for one in profile.statements))
