"""Two languages on one screen: the Dutch sentence under each text and option, smaller, for who asks for it.

On a client's own screen the second language is what they chose with the switch; at the desk it is that of the
invitation, on request. While nobody asks for it nothing is worked out and not a byte is added.
"""

from collections.abc import Mapping
from typing import NamedTuple

from babel import Locale
from flask import Flask, g, session
from flask_babel import LazyString, force_locale, get_locale

from kompas.web.wording import told

Wording = Mapping[str, Mapping[str, str]]


class Second(NamedTuple):
    """As they stand in `lang` and `dir` of the sentence."""

    code: str
    direction: str


def show_second_language(app: Flask) -> None:
    app.jinja_env.globals.update(second=second, twin=twin)


def second() -> Second | None:
    """The second language of this screen; None where one language is shown."""
    wanted = str(g.get("second") or session.get("too") or "")
    if not wanted or wanted == str(get_locale()):
        return None
    return Second(wanted, str(Locale.parse(wanted).text_direction))


def show_beside(language: str) -> None:
    """For this screen alone, whatever was chosen with the switch."""
    g.second = language


def twin(sentence: str | LazyString | None, wording: Wording | None = None, **values: object) -> str:
    """A source sentence in the second language, in the words of then when `wording` holds it.

    Empty where one language is shown, and where both languages say it alike: the same twice helps nobody.
    """
    beside = second() if sentence else None
    if beside is None:
        return ""
    here = _said(sentence, wording, str(get_locale()), values)
    with force_locale(beside.code):
        said = _said(sentence, wording, beside.code, values)
    return "" if said == here else said


def _said(sentence: str | LazyString | None, wording: Wording | None, language: str, values: dict[str, object]) -> str:
    if isinstance(sentence, str):
        said = (wording or {}).get(language, {}).get(sentence) or told(sentence)
        return said % values if values else said
    return str(sentence)
