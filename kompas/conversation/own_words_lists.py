"""Word lists: which words, in each language, may tell of a talent or a field of work. Content, like a flow.

Small files (`kompas/flows/words/<language>.yaml`), read once and never changed; `kompas/flows/README.md` explains them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kompas.conversation.mistakes import FlowMistakes
from kompas.conversation.own_words_spelling import words_of
from kompas.conversation.written import Path, Written, read_written

SHOWS_THE_LANGUAGE = "shows_the_language"
SAYS_NO_BEFORE = "says_no_before"
SAYS_NO_AFTER = "says_no_after"
SAYS_NO_AT_THE_END = "says_no_at_the_end"
GOES_ON = "goes_on"
SOMEBODY_ELSE = "somebody_else"
SAYS_I = "says_i"
SAYS_I_AT_THE_START = "says_i_at_the_start"
SAYS_I_AT_THE_END = "says_i_at_the_end"
MEANS_SOMETHING_ELSE = "means_something_else"
TELLS_OF_SORROW = "tells_of_sorrow"
SUGGESTS_NOTHING = frozenset((MEANS_SOMETHING_ELSE, TELLS_OF_SORROW))
ABOUT_THE_LANGUAGE = (
    SHOWS_THE_LANGUAGE,
    *(SAYS_NO_BEFORE, SAYS_NO_AFTER, SAYS_NO_AT_THE_END, GOES_ON),
    *(SOMEBODY_ELSE, SAYS_I, SAYS_I_AT_THE_START, SAYS_I_AT_THE_END),
)

SHORTEST_STEM = 3
"""Letters of a beginning that stands for all words that begin so."""


@dataclass(frozen=True)
class Part:
    """A word, or (`stem`) the beginning of one. With `apart` a few other words may stand before it."""

    form: str
    stem: bool = False
    apart: bool = False

    def is_in(self, form: str) -> bool:
        """Is a word in this form the one that is meant?"""
        return form.startswith(self.form) if self.stem else form == self.form

    def stands_in(self, forms: tuple[str, ...]) -> bool:
        """Is a word the one that is meant, read in one of these forms?"""
        return any(map(self.is_in, forms)) if self.stem else self.form in forms


@dataclass(frozen=True, eq=False)
class Entry:
    """One word or phrase of a list. `name` is what it tells of: `talent_helping`, `experience_fields.cooking`; or
    one of `SUGGESTS_NOTHING`. Each is itself alone: thousands are held against a text, and comparing what is in them
    took half of the time."""

    language: str
    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class WordLists:
    """All lists together. `about` holds by language the words that tell about the language itself."""

    entries: tuple[Entry, ...] = ()
    about: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    def says(self, language: str, what: str) -> frozenset[str]:
        return self.about.get(language, {}).get(what, frozenset())

    def beginning_with(self, forms: tuple[str, ...]) -> tuple[Entry, ...]:
        """The entries whose first word this is, read in one of these forms."""
        whole, stems, longest = self._by_beginning
        found: dict[Entry, None] = {}
        for form in forms:
            found |= dict.fromkeys(whole.get(form, ()))
            for length in range(SHORTEST_STEM, min(len(form), longest) + 1):
                found |= dict.fromkeys(stems.get(form[:length], ()))
        return tuple(found)

    @cached_property
    def _by_beginning(self) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]], int]:
        whole: dict[str, list[Entry]] = {}
        stems: dict[str, list[Entry]] = {}
        for one in self.entries:
            (stems if one.parts[0].stem else whole).setdefault(one.parts[0].form, []).append(one)
        return whole, stems, max(map(len, stems), default=0)


def read_lists(texts: Mapping[str, str]) -> WordLists:
    """Lists by language from the texts of their files. Raises `FlowMistakes` where one can't be read."""
    files = {language: read_written(text, f"{language}.yaml") for language, text in texts.items()}
    mistakes = [mistake for written in files.values() for mistake in written.mistakes]
    if mistakes:
        raise FlowMistakes(mistakes)
    entries: list[Entry] = []
    about: dict[str, dict[str, frozenset[str]]] = {}
    for language, written in files.items():
        told: dict[str, set[str]] = {}
        for name, _path, phrase in phrases(written):
            if name in ABOUT_THE_LANGUAGE:
                told.setdefault(name, set()).add(" ".join(part.form for part in parts_of(phrase)))
            else:
                entries.append(Entry(language, name, parts_of(phrase)))
        about[language] = {name: frozenset(words) for name, words in told.items()}
    return WordLists(tuple(entries), about)


def phrases(written: Written) -> Iterator[tuple[str, Path, str]]:
    """(name, part of the file, phrase) of everything between commas. What is no text is left out."""
    data = written.data if isinstance(written.data, dict) else {}
    for name, value in data.items():
        inner = value.items() if isinstance(value, dict) else (("", value),)
        for option, text in inner:
            path: Path = (name, option) if option else (name,)
            for phrase in text.split(",") if isinstance(text, str) else ():
                yield ".".join(map(str, path)), path, phrase.strip()


def parts_of(phrase: str) -> tuple[Part, ...]:
    """`paste … op`, `kook*`: words as they are compared, the beginning of words, and room between two."""
    found: list[Part] = []
    apart = False
    for piece in phrase.split():
        if piece == "…":
            apart = True
            continue
        for place, word in enumerate(words := words_of(piece)):
            last = place == len(words) - 1
            found.append(Part(word.forms[0], stem=last and piece.endswith("*"), apart=apart and place == 0))
        apart = False
    return tuple(found)
