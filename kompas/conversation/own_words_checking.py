"""What can be wrong with word lists: everything is said at once, each with its file and line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kompas.conversation.flow import Flow
from kompas.conversation.mistakes import FlowMistakes, Mistake
from kompas.conversation.own_words_lists import (
    ABOUT_THE_LANGUAGE,
    MEANS_SOMETHING_ELSE,
    SHORTEST_STEM,
    SHOWS_THE_LANGUAGE,
    SUGGESTS_NOTHING,
    Part,
    parts_of,
    phrases,
)
from kompas.conversation.written import Path, Written, read_written

MOST_WITH_ONE_BEGINNING = 40
"""Phrases of one file that begin with the same word: each is tried wherever that word stands."""

Complaint = tuple[Path, str]


def lists_mistakes(flows: Iterable[Flow], texts: Mapping[str, str]) -> list[Mistake]:
    """Every mistake in these files (text by file name), which stand beside these flows."""
    known = {name for flow in flows for name in _can_be_suggested(flow)} | SUGGESTS_NOTHING
    files, mistakes = {}, []
    for name, text in texts.items():
        try:
            files[name] = read_written(text, name)
        except FlowMistakes as found:
            mistakes += found.mistakes
    named = {name: {one for one, _path, _phrase in phrases(written)} for name, written in files.items()}
    everywhere = set[str]().union(*named.values()) - {*ABOUT_THE_LANGUAGE, *SUGGESTS_NOTHING}
    for name, written in files.items():
        for path, sentence in _wrong(known, written):
            written.wrong(path, sentence)
        for missing in sorted(everywhere - named[name]):
            written.wrong((), f"“{missing}” is in other languages; it has no words here.")
        mistakes += written.mistakes
    return mistakes


def _wrong(known: set[str], written: Written) -> Iterator[Complaint]:
    yield from _shape(written)
    small = {parts_of(phrase) for name, _path, phrase in phrases(written) if name == SHOWS_THE_LANGUAGE}
    entries = [one for one in phrases(written) if one[0] not in ABOUT_THE_LANGUAGE]
    seen: set[tuple[str, tuple[Part, ...]]] = set()
    for name, path, phrase in entries:
        parts = parts_of(phrase)
        if name not in known:
            yield path, f"“{name}” is no card with faces and no option of a question with many."
        if (name, parts) in seen:
            yield path, f"“{phrase}” stands here twice."
        if name != MEANS_SOMETHING_ELSE and parts in small:
            yield path, f"“{phrase}” is a small word of the language; it tells nothing."
        seen.add((name, parts))
        yield from ((path, sentence) for sentence in _phrase(phrase, parts))
    yield from _too_many(parts_of(phrase) for _name, _path, phrase in entries)


def _too_many(entries: Iterable[tuple[Part, ...]]) -> Iterator[Complaint]:
    for part, count in Counter(parts[0] for parts in entries if parts).items():
        if count > MOST_WITH_ONE_BEGINNING:
            yield (), f"{count} phrases begin with “{part.form}”; {MOST_WITH_ONE_BEGINNING} is the most."


def _shape(written: Written) -> Iterator[Complaint]:
    if not isinstance(written.data, dict):
        yield (), "A word list holds names, each with words after it."
        return
    for name, value in written.data.items():
        for option, text in value.items() if isinstance(value, dict) else (("", value),):
            if not isinstance(text, str) or not text.strip(" ,"):
                yield (name, option) if option else (name,), "Words are missing here, with a comma between two."


def _phrase(phrase: str, parts: tuple[Part, ...]) -> Iterator[str]:
    if not parts:
        yield f"“{phrase}” holds no word."
    elif parts[0].apart or phrase.endswith("…"):
        yield f"“{phrase}”: room (…) belongs between two words."
    elif parts[0].stem and len(parts[0].form) < SHORTEST_STEM:
        yield f"“{phrase}”: the beginning of a first word has {SHORTEST_STEM} letters at least."


def _can_be_suggested(flow: Flow) -> Iterator[str]:
    """A card with faces, or an option of a question where many can be chosen."""
    for question in flow.questions.values():
        if question.kind == "faces":
            yield question.id
        elif question.kind == "many":
            yield from (f"{question.id}.{option}" for option in question.options if option != question.none)
