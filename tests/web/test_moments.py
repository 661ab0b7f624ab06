"""Moments as people say them, in their own zone and language."""

from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale

from kompas.conversation.keep import read_keep
from kompas.web.moments import calendar_day, day, in_words, moment
from kompas.web.moments import clock as hour

NOW = datetime(2027, 3, 2, 9, 30, tzinfo=UTC)  # a Tuesday, 10:30 in Amsterdam


@pytest.fixture
def told(app, clock):
    clock.moment = NOW
    with app.test_request_context("/", base_url="http://127.0.0.1"), force_locale("en"):
        yield


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2027, 3, 2, 13, 5, tzinfo=UTC), "today 14:05"),
        (datetime(2027, 3, 2, 23, 30, tzinfo=UTC), "tomorrow 00:30"),
        (datetime(2027, 3, 1, 8, 0, tzinfo=UTC), "yesterday 09:00"),
        (datetime(2027, 3, 5, 8, 0, tzinfo=UTC), "Friday 09:00"),
        (datetime(2027, 2, 26, 8, 0, tzinfo=UTC), "Friday 09:00"),
        (datetime(2027, 3, 9, 8, 0, tzinfo=UTC), "Tuesday 9 March, 09:00"),
        (datetime(2026, 12, 1, 8, 0, tzinfo=UTC), "Tuesday, 1 December 2026, 09:00"),
        (datetime(2027, 7, 1, 8, 0, tzinfo=UTC), "Thursday 1 July, 10:00"),
    ],
)
def test_a_moment_is_said_as_short_as_it_can_be_understood(told, at, said):
    assert moment(at) == said


def test_a_day_and_an_hour_can_be_said_by_themselves(told):
    assert (day(NOW), hour(NOW)) == ("Tuesday 2 March", "10:30")


@pytest.mark.parametrize(
    ("language", "this_year", "another"),
    [
        ("nl", "dinsdag 9 maart, 09:00", "1 december 2026"),
        ("tr", "9 Mart Salı 09:00", "1 Aralık 2026"),
        ("ar", "الثلاثاء، 9 مارس، 09:00", "1 ديسمبر 2026"),
        ("pl", "wtorek, 9 marca, 09:00", "1 grudnia 2026"),
        ("uk", "вівторок, 9 березня, 09:00", "1 грудня 2026\u202fр."),
    ],
)
def test_a_moment_is_said_as_the_language_of_the_page_puts_it(told, language, this_year, another):
    with force_locale(language):
        assert moment(datetime(2027, 3, 9, 8, 0, tzinfo=UTC)) == this_year
        assert calendar_day(date(2026, 12, 1)) == another


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["12 maanden", "30 dagen", "2 jaar"]),
        ("en", ["12 months", "30 days", "2 years"]),
        ("ar", ["12 شهرًا", "30 يومًا", "سنتان"]),
        ("tr", ["12 ay", "30 gün", "2 yıl"]),
        ("pl", ["12 miesięcy", "30 dni", "2 lata"]),
        ("uk", ["12 місяців", "30 днів", "2 роки"]),
    ],
)
def test_how_long_something_is_kept_is_said_in_whole_words_of_every_language(language, said):
    assert [in_words(read_keep(one), language) for one in ("12 months", "30 days", "2 years")] == said
