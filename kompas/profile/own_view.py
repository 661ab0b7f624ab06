"""How a client sees a line themselves: not at all, or in their own words, which stand beside it.

It goes by the id of a line, whatever the line is made of. What is said of a line that isn't there waits until it is.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from kompas.conversation.answers import Answers
from kompas.conversation.own_word import OWN_VIEW, own_view
from kompas.profile.statements import Detail, Profile, Spoken, Statement

IN_OWN_WORDS = "In my own words"
"""What stands before their words among the reasons of the line; also the name of a question, so it is translated."""


def as_seen_by_client(profile: Profile, own_word: Answers) -> Profile:
    """The same profile without the lines that the client hides, and with their own words beside a line.

    The words are a ground of the line: whoever gets to see it, sees it with them, and new words make it another one.
    """
    view = own_view(own_word)
    if not view:
        return profile
    return Profile(tuple(_said(one, view.get(one.id, "")) for one in profile.statements if not _is_hidden(one, view)))


def words_on(one: Statement) -> str:
    """The client's own words beside this line, as they were when it was made; empty for none."""
    return next((spoken.answer for spoken in one.evidence if spoken.slot == OWN_VIEW), "")


def without_words(one: Statement) -> Statement:
    """The same line without them."""
    words = words_on(one)
    details = tuple(each for each in one.details if not words or each != Detail(words, own_words=True))
    return replace(one, details=details, evidence=tuple(each for each in one.evidence if each.slot != OWN_VIEW))


def hidden_lines(profile: Profile, own_word: Answers) -> tuple[Statement, ...]:
    """What the client hides of this profile, in its order; what only follows such a line goes and comes with it."""
    view = own_view(own_word)
    return tuple(one for one in profile.statements if view.get(one.id) == "")


def left_of_view(
    view: Mapping[str, str], profile: Profile, touched: Callable[[Spoken], bool], gone: Container[str]
) -> dict[str, str]:
    """What stays of a view when answers are wiped: nothing of the lines that are `gone` with them, and no words about a
    line of `profile` (as it was before) that rests on something `touched`."""
    resting = {one.id for one in profile.statements if any(map(touched, one.evidence))}
    return {line: words for line, words in view.items() if line not in gone and not (words and line in resting)}


def _is_hidden(one: Statement, view: Mapping[str, str]) -> bool:
    return "" in (view.get(one.id), view.get(one.follows))


def _said(one: Statement, words: str) -> Statement:
    if not words:
        return one
    spoken = Spoken(OWN_VIEW, one.id, IN_OWN_WORDS, words, own_words=True)
    return replace(one, details=(*one.details, Detail(words, own_words=True)), evidence=(*one.evidence, spoken))
