"""What a client says of what was made of their answers: facts among the answers, of which no question asks.

The slot `not_for_me` holds work that was put aside: by ESCO id why, or nothing. `hint` holds their word on how a
caseworker helps them best, by the hint that their answers gave: right, not right, or the id of the one they choose.
`work_chosen` holds work that they want to go for, by ESCO id; `own_view` lines that they hide (nothing) or say in their
own words, by the line's id.
"""

from kompas.conversation.answers import Answer, Answers

NOT_FOR_ME = "not_for_me"
WHY_NOT = ("dislike", "did_before", "hours_or_place", "not_now")

HINT = "hint"
RIGHT = "right"
NOT_RIGHT = "not_right"

WORK_CHOSEN = "work_chosen"
OWN_VIEW = "own_view"

SLOTS = (NOT_FOR_ME, HINT, WORK_CHOSEN, OWN_VIEW)


def about_own_word(answers: Answers) -> dict[str, Answer]:
    """Only their word on what was made of their answers."""
    return {slot: answers[slot] for slot in SLOTS if slot in answers}


def put_aside(answers: Answers) -> dict[str, str]:
    """Why by ESCO id, in the order in which it was put aside."""
    return _by_name(answers, NOT_FOR_ME)


def word_on_hint(answers: Answers, given: str) -> str:
    """Their word, now that the answers give this hint; empty for none.

    Right and not right were said of one hint alone. A hint that they chose themselves holds whatever the answers give.
    """
    said = _by_name(answers, HINT)
    own = next((word for word in said.values() if word not in (RIGHT, NOT_RIGHT)), "")
    return own or said.get(given, "")


def _by_name(answers: Answers, slot: str) -> dict[str, str]:
    answer = answers.get(slot, Answer("skipped"))
    return dict(answer.value) if isinstance(answer.value, dict) else {}
