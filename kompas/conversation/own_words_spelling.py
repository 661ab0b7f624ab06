"""A text in own words, word by word, as it can be compared: whatever keyboard, capitals, accents or vowel signs.

People write with the letters that their phone has: "czesc", "calistim", "één", "سَاعَدْتُ". Both sides of a comparison are
folded in the same way, and each word knows where it stood in the text as it was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

_SIGNS = "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_INSIDE = _SIGNS + "'`\u00ad\u02bc\u2018\u2019\u200c\u200d"
"""What can stand inside a word: accents and vowel signs, apostrophes, invisible joiners, a soft hyphen."""

_WORD = re.compile(rf"[^\W_]+(?:[{_INSIDE}]+[^\W_]+)*[{_SIGNS}]*")
_LEFT_OUT = re.compile(rf"[{_INSIDE}\u0640]")
_ENDS_A_SENTENCE = re.compile(r"[.!?…؟۔\n]")
_ENDS_A_CLAUSE = re.compile(r"[,;:()،؛–—]")

_LETTERS = str.maketrans("ıłđøґىةیک", "ildoгيهيك")
"""Letters that fall together: those whose mark a phone may lack, and Arabic ones that people write as they speak."""

_SHORTEST = 3
"""Letters that must be left of an Arabic word when what is joined to its front is taken off."""
_JOINED = (("و", "ف"), ("ب", "ل", "ك", "لل"), ("ال",))
"""And, then · with, for, as · the: small words that Arabic writes as one with the next."""


@dataclass(frozen=True)
class Word:
    """One word of a text: `text[start:end]`. `forms` are all that it can be read as, the whole word first.

    `sentence` and `clause` count from 0 through the text; a comma begins a clause, a full stop both.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    sentence: int
    clause: int


def fold(raw: str) -> str:
    """Small letters without accents, vowel signs, joiners and apostrophes."""
    apart = normalize("NFKD", normalize("NFKD", raw).casefold())
    kept = "".join(sign for sign in apart if not combining(sign))
    return _LEFT_OUT.sub("", kept).translate(_LETTERS)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    end = sentence = clause = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        if _ENDS_A_SENTENCE.search(between):
            sentence, clause = sentence + 1, clause + 1
        elif _ENDS_A_CLAUSE.search(between):
            clause += 1
        end = found.end()
        yield Word(found.start(), end, _forms(fold(found[0])), sentence, clause)


def _forms(whole: str) -> tuple[str, ...]:
    if not "\u0621" <= whole[:1] <= "\u064a":
        return (whole,)
    forms = [whole]
    for joined in _JOINED:
        forms += [one[len(front) :] for one in forms for front in joined if _is_joined(one, front)]
    return tuple(dict.fromkeys(forms))


def _is_joined(word: str, front: str) -> bool:
    return word.startswith(front) and len(word) - len(front) >= _SHORTEST
