"""The limits that keep a sentence readable for somebody who is tired, or new to the language.

Source: the rules for B1 texts and the measured limits of the domain content (section 4). These are checks of form; the
frequency of words is checked per language in the tests, on the sentences people really see.
"""

import re

QUESTION_WORDS = 10
HELP_WORDS = 15

UNKIND = frozenset(
    "barrier competence competency deficit distance drawback failure mandatory obligation obligatory obstacle "
    "penalty problem sanction unable weakness".split()
)
"""Words that measure people or threaten them. They have no place in what a client reads."""

_NO = re.compile(r"\b(?:not|no|never|nobody|nothing|none|nowhere|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got) (?:\w+ed|asked|chosen|given|kept|made|seen|shown|taken|told)\b",
    re.IGNORECASE,
)
"""The usual ones; which word is a participle no list can tell of all."""

_END = re.compile(r"[.!?…:;\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def sentences(text: str) -> list[str]:
    return [one.strip() for one in _END.split(text) if one.strip()]


def words(sentence: str) -> list[str]:
    return _WORD.findall(sentence)


def complaints(text: str, most_words: int) -> list[str]:
    """What is hard or unkind in this text, each as a sentence for the content designer."""
    found = [
        f"“{sentence}” has {len(words(sentence))} words; {most_words} is the most."
        for sentence in sentences(text)
        if len(words(sentence)) > most_words
    ]
    if text.count("?") > 1:
        found.append(f"“{text}” asks more than one thing; keep one question mark.")
    found += [f"“{word}” is not a word for clients; say it kindly." for word in words(text) if word.lower() in UNKIND]
    return found


def indirect(text: str) -> list[str]:
    """What is said by what is not, or by what is done to people, each as a sentence for the content designer."""
    found = [f"“{word}”: say what is, not what is not." for word in _NO.findall(text)]
    return found + [f"“{done}”: say who does it." for done in _PASSIVE.findall(text)]
