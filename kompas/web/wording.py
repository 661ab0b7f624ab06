"""Sentences that live in data (flows, statements, errors), in the language of the page."""

import re
from collections.abc import Mapping

from flask import Flask
from flask_babel import force_locale, format_decimal, get_locale, gettext

from kompas.conversation.accepting import NotAccepted
from kompas.web.house import house

_NUMBER = re.compile(r"(%\(\w+\))d")


def speak_flows(app: Flask) -> None:
    app.jinja_env.globals.update(say=say)
    app.jinja_env.filters.update(number=format_decimal)


def say(sentence: str, wording: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """A source sentence in the language of the page; as it was shown at the time when `wording` holds it."""
    kept = (wording or {}).get(str(get_locale()), {}).get(sentence)
    # "%" in a sentence of a flow is no placeholder, and an empty sentence is the catalogue's own header.
    return kept or (told(sentence) if sentence else "")


def told(sentence: str) -> str:
    """By the catalogue of the page's language; an official name of work by its label in it, or as it is."""
    return house().catalogue.labels.get(sentence, {}).get(str(get_locale())) or gettext(sentence)


def say_in(sentence: str, language: str) -> str:
    """A source sentence in another language than that of the page."""
    with force_locale(language):
        return told(sentence)


def say_mistake(mistake: NotAccepted) -> str:
    """With its numbers as they are written in the language of the page: "at most 1.000 letters"."""
    numbers = {name: format_decimal(one) for name, one in mistake.values.items()}
    return _NUMBER.sub(r"\1s", gettext(mistake.sentence)) % numbers
