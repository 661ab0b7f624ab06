from datetime import UTC, datetime

import pytest

from kompas.post.wording import day, direction, last_whole_day, time, words

AMSTERDAM = "Europe/Amsterdam"


def test_a_talk_is_said_on_the_clock_of_the_organisation():
    winter, summer = datetime(2026, 12, 1, 13, 0, tzinfo=UTC), datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    assert time(winter, AMSTERDAM, "en") == "14:00"
    assert time(summer, AMSTERDAM, "nl") == "15:00"
    assert time(winter, AMSTERDAM, "ar") == "14:00"


def test_late_in_the_evening_the_day_is_the_day_of_the_organisation():
    assert day(datetime(2026, 12, 1, 23, 30, tzinfo=UTC), AMSTERDAM, "nl") == "woensdag 2 december 2026"


@pytest.mark.parametrize(
    ("ends_at", "last_day"),
    [
        (datetime(2026, 12, 15, 13, 0, tzinfo=UTC), "maandag 14 december 2026"),
        (datetime(2026, 12, 15, 23, 0, tzinfo=UTC), "dinsdag 15 december 2026"),
        (datetime(2026, 12, 15, 22, 59, 59, tzinfo=UTC), "dinsdag 15 december 2026"),
    ],
    ids=["ends at two in the afternoon", "ends at midnight", "ends a second before midnight"],
)
def test_nobody_finds_a_closed_door_on_the_day_their_letter_names(ends_at, last_day):
    assert day(last_whole_day(ends_at, AMSTERDAM), AMSTERDAM, "nl") == last_day


def test_english_is_written_with_the_day_before_the_month():
    assert day(datetime(2026, 12, 1, 13, 0, tzinfo=UTC), AMSTERDAM, "en") == "Tuesday, 1 December 2026"


@pytest.mark.parametrize(("language", "expected"), [("nl", "ltr"), ("pt-BR", "ltr"), ("ar", "rtl"), ("fa", "rtl")])
def test_the_language_knows_its_direction(language, expected):
    assert direction(language) == expected


def test_a_translator_may_isolate_a_name_as_well():
    said = words(lambda _sentence, _language: "\u2068%(client)s\u2069!", "ar", {"client": "\u2068Amira\u2069"})
    assert said["greeting"] == "\u2068Amira\u2069!"
