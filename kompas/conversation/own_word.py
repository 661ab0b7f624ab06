"""What a client says of what was made of their answers: facts among the answers, of which no question asks.

The slot `not_for_me` holds work that was put aside: by ESCO id why, or nothing. `hint` holds their word on how a
caseworker helps them best, by the hint that their answers gave: right, not right, or the id of the one they choose.
`work_chosen` holds work that they want to go for, by ESCO id; `own_view` lines that they hide (nothing) or say in their
own words, by the line's id.
"""

from datetime import date

from kompas.conversation.answers import Answer, Answers

NOT_FOR_ME = "not_for_me"
WHY_NOT = ("dislike", "did_before", "hours_or_place", "not_now")

HINT = "hint"
SAID_ON = "on"
RIGHT = "right"
NOT_RIGHT = "not_right"

WORK_CHOSEN = "work_chosen"
MOST_CHOSEN = 3
"""So much work one can go for at a time."""
OWN_VIEW = "own_view"

LONGEST_VIEW = 500
"""Letters in one's own words about a line: as many as other own words have."""

SLOTS = (NOT_FOR_ME, HINT, WORK_CHOSEN, OWN_VIEW)


def about_own_word(answers: Answers) -> dict[str, Answer]:
    """Only their word on what was made of their answers."""
    return {slot: answers[slot] for slot in SLOTS if slot in answers}


def put_aside(answers: Answers) -> dict[str, str]:
    """Why by ESCO id, in the order in which it was put aside."""
    return _by_name(answers, NOT_FOR_ME)


def work_chosen(answers: Answers) -> tuple[str, ...]:
    """ESCO ids of work that they want to go for, in the order chosen."""
    return tuple(_by_name(answers, WORK_CHOSEN))


def on_hint(given: str, word: str, today: date) -> Answer:
    """What is kept when they say something of the hint that their answers gave."""
    return Answer("given", {given: word, SAID_ON: today.isoformat()})


def word_on_hint(answers: Answers, given: str) -> str:
    """Their word, now that the answers give this hint; empty for none.

    Right and not right were said of one hint alone. A hint that they chose themselves holds whatever the answers give.
    """
    about, word = said_of_hint(answers)
    return word if about == given or word not in (RIGHT, NOT_RIGHT) else ""


def said_of_hint(answers: Answers) -> tuple[str, str]:
    """The hint that their answers gave then, and their word; both empty for none."""
    said = [pair for pair in _by_name(answers, HINT).items() if pair[0] != SAID_ON]
    return said[0] if said else ("", "")


def hint_said_on(answers: Answers) -> date | None:
    told = _by_name(answers, HINT).get(SAID_ON)
    return date.fromisoformat(told) if told else None


def own_view(answers: Answers) -> dict[str, str]:
    """By the id of a line what the client says instead; empty for a line that they hide."""
    return _by_name(answers, OWN_VIEW)


def _by_name(answers: Answers, slot: str) -> dict[str, str]:
    answer = answers.get(slot, Answer("skipped"))
    return dict(answer.value) if isinstance(answer.value, dict) else {}
