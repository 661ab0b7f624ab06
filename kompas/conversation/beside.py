"""Who sat beside a client, chapter by chapter: facts among the answers, of which no question asks.

The slot `beside` holds who is there now. `beside.<chapter>` holds everybody who was there when something in that
chapter was answered: by who, the name of the caseworker who typed it in from paper (else empty).
"""

from collections.abc import Mapping

from kompas.conversation.answers import Answer, Answers, item_of, question_of, slot_of

BESIDE = "beside"
PEOPLE = ("relative", "interpreter", "caseworker", "someone_else")
ALONE = "alone"
PAPER = "paper"

Record = Mapping[str, str]


def about_beside(answers: Answers) -> dict[str, Answer]:
    """Only what says who sat beside."""
    return {slot: answer for slot, answer in answers.items() if question_of(slot) == BESIDE}


def beside_now(answers: Answers) -> str:
    """One of `PEOPLE`; empty for who goes on alone."""
    newest = answers.get(BESIDE)
    return next((one for one in PEOPLE if newest is not None and newest.value == one), "")


def on_record(answers: Answers, chapter_id: str) -> Record:
    """Everybody who was there in this chapter, in the order in which they came."""
    kept = answers.get(slot_of(BESIDE, chapter_id))
    return kept.value if kept is not None and isinstance(kept.value, Mapping) else {}


def records(answers: Answers) -> dict[str, Record]:
    """By chapter, where there is one."""
    chapters = (item_of(slot) for slot in about_beside(answers))
    return {chapter: on_record(answers, chapter) for chapter in chapters if chapter is not None}


def put_on_record(answers: Answers, chapter_id: str, who: str, by: str = "") -> dict[str, Answer]:
    """What has to be kept now that something in this chapter was answered with `who`; empty when it says so already."""
    known = on_record(answers, chapter_id)
    if not who or known.get(who) == by:
        return {}
    return {slot_of(BESIDE, chapter_id): Answer("given", {**known, who: by})}
