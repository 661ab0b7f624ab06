"""In a language that runs from right to left, whatever is put into a sentence keeps its own direction.

Dutch names, times and telephone numbers stand in Arabic sentences. Without a mark where they begin and end, a browser
guesses: "2 من 7" turns around, a full stop jumps to the other side of a name. So each open place of a sentence is
marked with Unicode isolates, here and for every page, title and label at once; translators need not think of them.
"""

import re
from functools import cached_property, lru_cache
from typing import Any

from babel.support import NullTranslations
from flask_babel import Babel, Domain, get_locale

_PLACE = re.compile(r"%\(\w+\)[sd]")
_ISOLATED = "\u2068\\g<0>\u2069"


class _Isolated:
    """The sentences of a right-to-left catalogue, with the four methods that Flask-Babel and Jinja ask for."""

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


class IsolatingDomain(Domain):
    """The catalogues of a page, with isolates where its language runs from right to left."""

    def get_translations(self) -> Any:
        translations, locale = super().get_translations(), get_locale()
        return _Isolated(translations) if locale and locale.text_direction == "rtl" else translations


class IsolatingBabel(Babel):
    """Flask-Babel with these catalogues."""

    @cached_property
    def domain_instance(self) -> Domain:
        return IsolatingDomain(domain=self.domain)


@lru_cache(maxsize=4096)
def isolated(sentence: str) -> str:
    """The sentence with isolates around its open places; one that the translator isolated already stays as it is."""
    return sentence if "\u2068" in sentence else _PLACE.sub(_ISOLATED, sentence)
