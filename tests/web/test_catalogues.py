"""Sentences count by the rule of their language, and in Arabic a Dutch name, a time and a telephone number keep their
own direction wherever a sentence names them."""

import re

import pytest
from flask import Flask
from flask_babel import force_locale, gettext, ngettext

from kompas.web.catalogues import isolated

MORE = ("%(num)s line more", "%(num)s lines more")


@pytest.mark.parametrize(("language", "different"), [("nl", 2), ("ar", 5), ("pl", 3), ("uk", 3), ("tr", 1)])
def test_numbers_follow_the_rule_of_the_language(app: Flask, language: str, different: int) -> None:
    """One, two, five, eleven and a hundred lines, with the number itself left out."""
    with app.test_request_context(), force_locale(language):
        said = {re.sub(r"\d+", "#", ngettext(*MORE, number)) for number in (1, 2, 5, 11, 100)}
    assert len(said) == different


def test_a_name_is_isolated_where_the_language_runs_to_the_left_and_nowhere_else(app: Flask) -> None:
    with app.test_request_context():
        with force_locale("ar"):
            assert "\u2068Joris\u2069" in gettext("Hello %(name)s", name="Joris")
        with force_locale("nl"):
            assert gettext("Hello %(name)s", name="Joris") == "Dag Joris"


def test_each_open_place_of_a_sentence_is_isolated() -> None:
    assert isolated("الآن %(new)s بدل %(old)s.") == "الآن \u2068%(new)s\u2069 بدل \u2068%(old)s\u2069."
    assert isolated("عندك الآن %(now)d.") == "عندك الآن \u2068%(now)d\u2069."


def test_what_a_translator_isolated_stays_as_it_is() -> None:
    marked = "مرحبًا \u2068%(name)s\u2069"
    assert isolated(marked) == marked
