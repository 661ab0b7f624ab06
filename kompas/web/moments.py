"""Moments as people say them: "today 14:05", "Tuesday 14:05", "Tuesday 3 November, 14:05".

The order of day, month and weekday, and what stands between them, is each language's own (CLDR).
"""

import re
from datetime import date, datetime, timedelta
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_datetime, get_datetime_format
from babel.units import format_unit
from flask import Flask
from flask_babel import get_locale, get_timezone, gettext

from kompas.conversation.keep import Keep
from kompas.post.wording import locale
from kompas.web.house import house

A_WEEK = timedelta(days=6)
WITHOUT_A_YEAR = "MMMMEEEEd"
_YEAR = re.compile(r" y+(?:\s'[^']*'\.?)?")
FORMS: tuple[Literal["long"], Literal["short"]] = ("long", "short")


def say_moments(app: Flask) -> None:
    app.jinja_env.filters.update(moment=moment, day=day, clock=clock, calendar_day=calendar_day)
    app.jinja_env.filters.update(how_long=how_long)
    app.jinja_env.globals.update(today=today)


def moment(at: datetime) -> str:
    """Day and time, as short as can be understood: today, a day within the week, a date with its year when another."""
    days = (_here(at).date() - _here(house().now()).date()).days
    time = clock(at)
    if days in {-1, 0, 1}:
        return {
            -1: gettext("yesterday %(time)s", time=time),
            0: gettext("today %(time)s", time=time),
            1: gettext("tomorrow %(time)s", time=time),
        }[days]
    if abs(days) <= A_WEEK.days:
        return f"{_say(at, 'EEEE')} {time}"
    return str(get_datetime_format("medium", _locale())).format(time, day(at))


def day(at: datetime) -> str:
    """ "Tuesday 3 November", with the year when it is not this one."""
    this_year = _here(at).year == _here(house().now()).year
    return _say(at, _without_a_year(_locale()) if this_year else "full")


def _without_a_year(language: Locale) -> str:
    known = language.datetime_skeletons.get(WITHOUT_A_YEAR)
    return known.pattern if known else _YEAR.sub("", language.date_formats["full"].pattern)


def calendar_day(one: date) -> str:
    """ "3 November 2026"."""
    return format_date(one, "long", locale=_locale())


def how_long(kept: Keep) -> str:
    """ "12 months"."""
    return in_words(kept, str(get_locale()))


def in_words(kept: Keep, language: str) -> str:
    """Where a language has no long form of a unit, its short one is the whole word."""
    long, short = (format_unit(kept.number, f"duration-{kept.unit}", form, locale=language) for form in FORMS)
    return short if "duration" in long else long


def today() -> date:
    """The day it is here."""
    return _here(house().now()).date()


def clock(at: datetime) -> str:
    """ "14:05"."""
    return _say(at, "HH:mm")


def _say(at: datetime, pattern: str) -> str:
    """A pattern of hours or days, or CLDR's own name for one of days."""
    if pattern == "full":
        return format_date(_here(at).date(), pattern, locale=_locale())
    return format_datetime(at, pattern, tzinfo=get_timezone(), locale=_locale())


def _locale() -> Locale:
    """That of the page; English as it is written in Europe."""
    return locale(str(get_locale()))


def _here(at: datetime) -> datetime:
    return at.astimezone(get_timezone())
