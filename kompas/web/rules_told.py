"""The public explanation of every rule: each subject with its reason, then all its figures, in words.

The page in the product and the one that `kompas rules` writes are made of it, by the same template.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.support import NullTranslations, Translations

import kompas
from kompas.conversation.flow import Flow
from kompas.profile.rules import Bilingual, Rules

PACKAGE = Path(kompas.__file__).parent
TITLE = Bilingual(en="The rules of Kompas", nl="De regels van Kompas")
VERSION = Bilingual(en="Version", nl="Versie")
LANGUAGES = ("nl", "en")

Word = Callable[[str], str]
Told = str | list["Told"] | dict[str, "Told"]


@dataclass(frozen=True)
class Subject:
    """One subject of the rules. `figures` are words, within lists and within words."""

    title: str
    why: str
    figures: Told


def rules_told(ours: Rules, flow: Flow, language: str) -> list[Subject]:
    """In one of the two languages that the rules are explained in."""
    word = _words(ours, flow, language)
    codes = {code: name for cards in (ours.strengths.cards, ours.drivers.cards) for name, code in cards.items()}
    return [
        Subject(
            in_language(section.title, language),
            in_language(section.why, language),
            _told(
                section.model_dump(by_alias=True, exclude_defaults=True, exclude={"title", "why"}),
                _first(codes if name in ("strengths", "drivers") else {}, word),
            ),
        )
        for name, section in ours.sections.items()
    ]


def rules_in_each(
    ours: Rules, flow: Flow, languages: Iterable[str] = LANGUAGES
) -> list[tuple[str, str, str, list[Subject]]]:
    """By language: its code, what the rules are called, their version, and all of them."""
    return [
        (one, in_language(TITLE, one), f"{in_language(VERSION, one)} {ours.version}", rules_told(ours, flow, one))
        for one in languages
    ]


def in_language(said: Bilingual, language: str) -> str:
    return said.nl if language == "nl" else said.en


def _told(value: Any, word: Word) -> Told:
    if isinstance(value, dict) and value.keys() == {"name"}:
        return _told(value["name"], word)
    if isinstance(value, dict) and value:
        return {word(str(name)): _told(one, word) for name, one in value.items() if name != "id"}
    if isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value):
        return [_told(one, word) for one in value]
    if isinstance(value, list | tuple):
        return ", ".join(str(_told(one, word)) for one in value)
    if isinstance(value, dict):
        return word("otherwise")
    return word(str(value).lower() if isinstance(value, bool) else str(value))


def _first(own: dict[str, str], word: Word) -> Word:
    """Says the codes of one subject by the names of their cards."""
    return lambda name: word(own.get(name, name))


def _words(ours: Rules, flow: Flow, language: str) -> Word:
    """Names of the rules in words: those of the page, else those that clients read of questions and options."""
    words = {name: said[language] for name, said in _page_words().items()}
    translated = _translated(language)
    sources = {name: one.text for named in _asked(ours) for name, one in flow.questions[named].options.items()}
    sources |= {name: question.label for name, question in flow.questions.items()}
    sources |= {name: offer.name for name, offer in ours.supports.offers.items()}

    def word(name: str) -> str:
        source = sources.get(name, name)
        return words.get(name) or (translated.gettext(source) if source else source)

    return word


def _asked(ours: Rules) -> tuple[str, ...]:
    """Questions of which the rules name options."""
    needed, needs = ours.needed, ours.needs
    wishes = (*ours.fit.wishes, needed.hours, needed.times, needed.assets)
    return ("situation", *wishes, needs.timing, needs.chosen, ours.interests.experience)


@cache
def _page_words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = yaml.safe_load((PACKAGE / "profile" / "vocabulary.yaml").read_text("utf-8"))
    return words


@cache
def _translated(language: str) -> NullTranslations:
    return Translations.load(PACKAGE / "translations", [language], "client")
