"""How the catalogues are read: numbers by the language's own rule, and in a language that runs from right to left
whatever is put into a sentence keeps its own direction.

Dutch names, times and telephone numbers stand in Arabic sentences. Without a mark where they begin and end, a browser
guesses: the groups of a number change places, a full stop jumps to the other side of a name. So each open place of a
sentence is marked with Unicode isolates, here and for every page, title and label at once; translators need not think
of them.
"""

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask, current_app
from flask_babel import Babel, Domain, get_locale

CLIENT = "client"
NOT_YET = "not yet"
"""How the header of a catalogue begins to say that nobody reviewed it (see `commands/reviewing.py`)."""

_PLACE = re.compile(r"%\(\w+\)[sd]")
_ISOLATED = "\u2068\\g<0>\u2069"


class _Isolated:
    """The sentences of a right-to-left language, with the four methods that Flask-Babel and Jinja ask for."""

    def __init__(self, translations: NullTranslations) -> None:
        self._translations = translations

    def ugettext(self, sentence: str) -> str:
        return isolated(self._translations.ugettext(sentence))

    def ungettext(self, one: str, many: str, number: int) -> str:
        return isolated(self._translations.ungettext(one, many, number))

    def upgettext(self, context: str, sentence: str) -> str:
        return isolated(self._translations.upgettext(context, sentence))

    def unpgettext(self, context: str, one: str, many: str, number: int) -> str:
        return isolated(self._translations.unpgettext(context, one, many, number))


class Catalogues(Domain):
    """The catalogues of a page's language as one."""

    def __init__(self, domain: str) -> None:
        super().__init__(domain=domain)
        self._read: dict[str, Any] = {}

    def get_translations(self) -> Any:
        language = str(get_locale() or "")
        if language not in self._read:
            self._read[language] = self._as_read(super().get_translations())
        return self._read[language]

    def _as_read(self, translations: Any) -> Any:
        locale = get_locale()
        for folder, domain in zip(self.translation_directories, self.domain, strict=True) if locale else ():
            # Flask-Babel takes the rule of the last catalogue, also where a language has none: "1 line" for twenty.
            if isinstance(found := Translations.load(folder, [locale], domain), Translations):
                translations.plural = found.plural
        return _Isolated(translations) if locale and locale.text_direction == "rtl" else translations


class BabelOfOurs(Babel):
    """Flask-Babel with these catalogues."""

    @cached_property
    def domain_instance(self) -> Domain:
        return Catalogues(self.domain)


@lru_cache(maxsize=4096)
def isolated(sentence: str) -> str:
    """The sentence with isolates around its open places; one that the translator isolated already stays as it is."""
    return sentence if "\u2068" in sentence else _PLACE.sub(_ISOLATED, sentence)


def translations(app: Flask) -> str:
    """The folder with a folder for each language."""
    return str(Path(app.root_path) / "translations")


def reviewed_by(language: str) -> str | None:
    """Who read the clients' sentences of this language, empty when nobody is named. None for the source, which has no
    catalogue: it was written, not translated."""
    header = _header(translations(current_app), language)
    said = header.get("x-reviewed-by", NOT_YET)
    return None if not header else "" if said.startswith(NOT_YET) else said


@lru_cache(maxsize=64)
def _header(folder: str, language: str) -> dict[str, str]:
    return dict(Translations.load(folder, [language], CLIENT).info())
