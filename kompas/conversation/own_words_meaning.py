"""Is what stands in a text really told of the client: not turned around by "not", and not the deed of somebody else?"""

from dataclasses import dataclass

from kompas.conversation.own_words_lists import (
    GOES_ON,
    SAYS_I,
    SAYS_I_AT_THE_END,
    SAYS_I_AT_THE_START,
    SAYS_NO_AFTER,
    SAYS_NO_AT_THE_END,
    SAYS_NO_BEFORE,
    SOMEBODY_ELSE,
    Entry,
    Part,
    WordLists,
)
from kompas.conversation.own_words_spelling import Word

LONGEST_NO = 4
"""Words of the longest way to say no ("niet zo goed met")."""
LONGEST_SOMEBODY = 2
"""Words of the longest way to name somebody ("mijn man")."""
WORDS_OF_SOMEBODY = 6
"""Words after somebody's name that are taken as told of them, unless somebody says "I" before."""

Places = tuple[int, ...]
Words = tuple[Word, ...]


@dataclass(frozen=True)
class Hit:
    """An entry that stands in the text, and the places of its words."""

    entry: Entry
    places: Places


def says_no(lists: WordLists, words: Words, hit: Hit, language: str) -> bool:
    """Is one of its words turned around: "not", "niet", "değil", "ما" directly beside it, or an ending that says no?"""
    own = {hit.entry.language, language}
    before = frozenset[str]().union(*(lists.says(one, SAYS_NO_BEFORE) for one in own))
    after = frozenset[str]().union(*(lists.says(one, SAYS_NO_AFTER) for one in own))
    endings = tuple(lists.says(hit.entry.language, SAYS_NO_AT_THE_END))
    begins = [place for place in hit.places if place - 1 not in hit.places]
    last, lengths = hit.places[-1], range(1, LONGEST_NO + 1)
    return (
        any(_stands(words, before, range(place - many, place), place) for place in begins for many in lengths)
        or any(_stands(words, after, range(last + 1, last + 1 + many), last) for many in lengths)
        or any(_ends_in(part, words[place], endings) for part, place in zip(hit.entry.parts, hit.places, strict=True))
    )


def goes_on(lists: WordLists, words: Words, hit: Hit, language: str) -> bool:
    """Does it stand behind an "or", so that what turns around the word before turns it too: "I can't cook or sew"?"""
    ors = lists.says(hit.entry.language, GOES_ON) | lists.says(language, GOES_ON)
    return _stands(words, ors, range(hit.places[0] - 1, hit.places[0]), hit.places[0])


def told_of_others(lists: WordLists, words: Words, language: str) -> frozenset[int]:
    """The places that tell of somebody else: they follow on who begins the clause ("My husband renovated …"), until
    somebody says "I". The last word before that "I" is left out: "mijn man was ziek dus kookte ik"."""
    somebody = lists.says(language, SOMEBODY_ELSE)
    found: set[int] = set()
    for place, word in enumerate(words):
        if somebody and (place == 0 or words[place - 1].clause != word.clause):
            lengths = range(1, LONGEST_SOMEBODY + 1)
            ends = [place + many for many in lengths if _stands(words, somebody, range(place, place + many), place)]
            if ends:
                found.update(_until_i(lists, words, ends[-1], language))
    return frozenset(found)


def _until_i(lists: WordLists, words: Words, first: int, language: str) -> range:
    i, starts, ends = (lists.says(language, name) for name in (SAYS_I, SAYS_I_AT_THE_START, SAYS_I_AT_THE_END))
    for place in range(first, min(first + WORDS_OF_SOMEBODY, len(words))):
        if words[place].clause != words[first - 1].clause:
            return range(first, place)
        whole = words[place].forms[0]
        if not i.isdisjoint(words[place].forms) or whole.startswith(tuple(starts)) or whole.endswith(tuple(ends)):
            return range(first, place - 1)
    return range(first, min(first + WORDS_OF_SOMEBODY, len(words)))


def _stands(words: Words, phrases: frozenset[str], places: range, beside: int) -> bool:
    """Do the words at these places, in the same clause as the word beside them, make one of the phrases?"""
    if not phrases or places.start < 0 or places.stop > len(words):
        return False
    found = [words[one] for one in places]
    if any(one.clause != words[beside].clause for one in found):
        return False
    if len(found) == 1:
        return not phrases.isdisjoint(found[0].forms)
    return " ".join(one.forms[0] for one in found) in phrases


def _ends_in(part: Part, word: Word, endings: tuple[str, ...]) -> bool:
    return part.stem and any(
        form.startswith(part.form) and form.startswith(endings, len(part.form)) for form in word.forms
    )
