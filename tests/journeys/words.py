"""What stands on the screens, in the reader's language. Tests name sentences by their English source."""

import re
from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from babel.messages.pofile import read_po

import kompas
from kompas.app import read_flows
from kompas.conversation.flow import Flow, Question

TRANSLATIONS = Path(kompas.__file__).parent / "translations"
SOURCE = "en"


class Words:
    """One reader's words: `words("Go on")` is "Verder" for who reads Dutch."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.flow: Flow = read_flows()["kompas"]
        self._catalogues = [_catalogue(language, domain) for domain in ("client", "desk")]

    def __call__(self, sentence: str, **filled: object) -> str:
        for catalogue in self._catalogues:
            said = catalogue.gettext(sentence)
            if said != sentence:
                break
        return said % filled if filled else said

    def pattern(self, sentence: str, **known: str) -> re.Pattern[str]:
        """The sentence with whatever may stand at its open places. A space may be one that holds two words together."""
        escaped = re.sub(r"\\ |\u00a0", r"\\s", re.escape(self(sentence)))
        return re.compile(re.sub(r"%\\\((\w+)\\\)s", lambda place: _place(place[1], known), escaped))

    def option(self, slot: str, option: str) -> str:
        """The text on an option, for the question at this slot."""
        question = self.question(slot)
        if option in question.options or question.cards is None:
            return self(self.flow.options_of(question)[option].text)
        return self.option(question.cards.chosen, option) if question.cards.chosen else self.name(option)

    def field_option(self, slot: str, field: str, option: str) -> str:
        return self(self.question(slot).fields[field].options[option].text)

    def name(self, question_id: str) -> str:
        """What a question is called on a card, in the review and at the desk."""
        return self(self.flow.questions[question_id].label)

    def question(self, slot: str) -> Question:
        return self.flow.questions[slot.partition(".")[0]]


def _place(name: str, known: Mapping[str, str]) -> str:
    return re.escape(known[name]) if name in known else ".+?"


def as_spoken(name: str) -> re.Pattern[str]:
    """The whole name of a control as browsers compute it: a space may stand before what is only heard."""
    return re.compile(f"^{re.escape(name)}$".replace(r":\ ", r"\s?:\s"))


def whole(name: str) -> re.Pattern[str]:
    """A text that is this name and nothing more: "Helping", and not "Helping older people"."""
    return re.compile(rf"^\s*{re.escape(name)}\s*$")


@cache
def sentences_of(language: str) -> dict[str, str]:
    """Everything a client can read, by its English source."""
    with (TRANSLATIONS / language / "LC_MESSAGES" / "client.po").open("rb") as file:
        return {one.id: one.string for one in read_po(file, locale=language) if one.id and isinstance(one.id, str)}


def _catalogue(language: str, domain: str) -> NullTranslations:
    """What only caseworkers read isn't there in every language."""
    return translation(domain, TRANSLATIONS, [language], fallback=language == SOURCE or domain == "desk")
