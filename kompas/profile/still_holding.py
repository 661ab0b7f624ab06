"""What of the client's own word still holds: against what was shared then, and of a hint that passes."""

from datetime import date, datetime, timedelta

from kompas.conversation.answers import Answer, Answers
from kompas.conversation.flow import Flow
from kompas.conversation.own_word import (
    HINT,
    OWN_VIEW,
    RIGHT,
    WORK_CHOSEN,
    hint_said_on,
    own_view,
    put_aside,
    said_of_hint,
    word_on_hint,
    work_chosen,
)
from kompas.profile.concluding import CHOSEN, GOES_FOR_IT, Adviser
from kompas.profile.own_view import words_on
from kompas.profile.statements import Detail, Profile, Statement

HINT_LASTS = timedelta(days=92)
"""The three months of the rule file: a hint is about where somebody is now."""


def speaks_against(then: Statement, own_word: Answers) -> bool:
    """Does the client say by now that this, which was worked out, is not for them or not right?"""
    kind, _slash, code = then.id.partition("/")
    given, word = said_of_hint(own_word)
    view = own_view(own_word)
    return (
        view.get(then.id) == ""
        or view.get(then.id, "") != words_on(then)
        or (kind == "work" and code in put_aside(own_word))
        or (kind == "hint" and code != (given if word == RIGHT else word))
    )


def word_of_then(own_word: Answers, then: Profile) -> Answers:
    """Their own word as far as it was shared in these lines: what they said since leaves only when they share anew.

    What they hide or put aside since stays away; so does a line that is new, and of which they say something else.
    """
    lines = then.by_id
    goes_for = [esco for esco in work_chosen(own_word) if Detail(GOES_FOR_IT) in _details(lines.get(f"work/{esco}"))]
    said = own_view(own_word).items()
    view = {line: words and words_on(lines[line]) if line in lines else "" for line, words in said}
    untold = {line for line, words in said if words and line in lines and not view[line]}
    return {
        **own_word,
        WORK_CHOSEN: Answer("given", dict.fromkeys(goes_for, "")),
        OWN_VIEW: Answer("given", {line: words for line, words in view.items() if line not in untold}),
    }


def _details(line: Statement | None) -> tuple[Detail, ...]:
    return line.details if line else ()


def is_own_choice(statement: Statement) -> bool:
    """Is this a hint that they chose themselves, whatever their answers give?"""
    return statement.kind == "hint" and all(spoken.answer == CHOSEN for spoken in statement.evidence)


def hint_is_over(statement: Statement, shared_at: datetime, now: datetime) -> bool:
    """Is this a hint that was shared too long ago to be told any more?"""
    return statement.kind == "hint" and now - shared_at > HINT_LASTS


def without_lapsed_hint(adviser: Adviser, flow: Flow, heard: Answers, own_word: Answers, today: date) -> Answers:
    """Their own word without one on the hint that is over: said of another hint than the answers give now, or too long
    ago. `heard` is all that they said."""
    said_on = hint_said_on(own_word)
    over = said_on is not None and today - said_on > HINT_LASTS
    if not over and word_on_hint(own_word, adviser.works_out(flow, heard, own_word).hint.id):
        return own_word
    return {slot: answer for slot, answer in own_word.items() if slot != HINT}
