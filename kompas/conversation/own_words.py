"""What a text in somebody's own words may tell of their talents and fields of work. Only lists of words: no model,
no guess. The same text always gives the same, and every suggestion names the words that led to it.

All languages are looked at, because people mix them. A word that means something in the language of the text means just
that: "kind" is a child in a Dutch text and friendly in an English one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kompas.conversation.own_words_lists import (
    MEANS_SOMETHING_ELSE,
    SHOWS_THE_LANGUAGE,
    SUGGESTS_NOTHING,
    TELLS_OF_SORROW,
    Entry,
    WordLists,
)
from kompas.conversation.own_words_meaning import Hit, Places, goes_on, says_no, told_of_others
from kompas.conversation.own_words_spelling import Word, words_of

WORDS_BETWEEN = 4
"""Other words that can stand between two that belong together ("ik paste elke dag op")."""


@dataclass(frozen=True)
class Suggestion:
    """`name` as in the word lists; `spans` are the words that led to it: (start, end) in the text, in order."""

    name: str
    spans: tuple[tuple[int, int], ...]


def language_of(lists: WordLists, text: str, reads: str) -> str:
    """The language that most small words of the text belong to; in doubt the one that its writer `reads`."""
    return _language(lists, words_of(text), reads)


def suggestions(lists: WordLists, text: str, reads: str) -> tuple[Suggestion, ...]:
    """What the words of this text may tell of, the strongest first: what most different words speak of.

    `reads` is the language of the screen. Every word is looked at once, with a bounded number of steps for each.
    """
    words = words_of(text)
    language = _language(lists, words, reads)
    hits = _meant(lists, words, list(_hits(lists, words)), language)
    places: dict[str, set[int]] = {}
    for hit in hits:
        places.setdefault(hit.entry.name, set()).update(hit.places)
    found = [(-len({words[one].forms[0] for one in there}), min(there), name) for name, there in places.items()]
    return tuple(Suggestion(name, _spans(words, places[name])) for _strength, _first, name in sorted(found))


def _language(lists: WordLists, words: Iterable[Word], reads: str) -> str:
    wholes = [word.forms[0] for word in words]
    small = {one: lists.says(one, SHOWS_THE_LANGUAGE) for one in (reads, *lists.about)}
    return max(small, key=lambda one: sum(whole in small[one] for whole in wholes))


def _hits(lists: WordLists, words: tuple[Word, ...]) -> Iterator[Hit]:
    for place, word in enumerate(words):
        for entry in lists.beginning_with(word.forms):
            places = _places(entry, words, place)
            if places:
                yield Hit(entry, places)


def _places(entry: Entry, words: tuple[Word, ...], first: int) -> Places:
    """Where the words of the entry stand, from this place on and within one sentence; nothing where they don't."""
    sentence = words[first].sentence
    places: Places = (first,)
    for part in entry.parts[1:]:
        after = places[-1] + 1
        for word in words[after : after + (WORDS_BETWEEN if part.apart else 0) + 1]:
            if word.sentence == sentence and part.stands_in(word.forms):
                places += (after,)
                break
            after += 1
        else:
            return ()
    return places


def _meant(lists: WordLists, words: tuple[Word, ...], hits: list[Hit], language: str) -> Iterator[Hit]:
    """Without words that mean something else in this language, that are said not to be, or that somebody else did;
    and without sentences that tell of sorrow."""
    small = lists.says(language, SHOWS_THE_LANGUAGE)
    own = [hit for hit in hits if hit.entry.language == language]
    known = {place for hit in own for place in hit.places}
    known |= {place for place, word in enumerate(words) if word.forms[0] in small}
    something_else = {place for hit in own if hit.entry.name == MEANS_SOMETHING_ELSE for place in hit.places}
    of_others, turned = told_of_others(lists, words, language), set[int]()
    hits = [hit for hit in hits if hit.entry.language == language or not known.issuperset(hit.places)]
    sorrow = {words[hit.places[0]].sentence for hit in hits if hit.entry.name == TELLS_OF_SORROW}
    for hit in hits:
        if hit.entry.name in SUGGESTS_NOTHING or words[hit.places[0]].sentence in sorrow:
            continue
        if not something_else.isdisjoint(hit.places):
            continue
        second = hit.places[0] - 2 in turned and goes_on(lists, words, hit, language)
        if second or says_no(lists, words, hit, language):
            turned.update(hit.places)
        elif not of_others.issuperset(hit.places):
            yield hit


def _spans(words: tuple[Word, ...], places: set[int]) -> tuple[tuple[int, int], ...]:
    return tuple((words[one].start, words[one].end) for one in sorted(places))
