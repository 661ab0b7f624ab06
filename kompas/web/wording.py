"""Sentences that live in data (flows, statements, errors), in the language of the page."""

from collections.abc import Mapping

from flask import Flask
from flask_babel import force_locale, get_locale, gettext

from kompas.conversation.accepting import NotAccepted


def speak_flows(app: Flask) -> None:
    app.jinja_env.globals.update(say=say)


def say(sentence: str, wording: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """A source sentence in the language of the page; as it was shown at the time when `wording` holds it."""
    kept = (wording or {}).get(str(get_locale()), {}).get(sentence)
    # "%" in a sentence of a flow is no placeholder, and an empty sentence is the catalogue's own header.
    return kept or (gettext(sentence) if sentence else "")


def say_in(sentence: str, language: str) -> str:
    """A source sentence in another language than that of the page."""
    with force_locale(language):
        return gettext(sentence)


def say_mistake(mistake: NotAccepted) -> str:
    return gettext(mistake.sentence) % mistake.values
