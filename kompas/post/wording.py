"""The sentences of a letter, in English source text, and the moments in them as people say them."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time

from kompas.conversation.readable import one_line

# (sentence, language) -> the sentence in that language; gettext without its machinery.
Say = Callable[[str, str], str]


def N_(sentence: str) -> str:  # noqa: N802  the marker that catalogue extraction knows by this name
    """Mark a sentence for the `client` catalogue; it is translated when the letter is printed."""
    return sentence


LETTER = {
    "title": N_("Your talk about work"),
    "greeting": N_("Hello %(client)s,"),
    "invitation": N_(
        "%(caseworker)s from %(organisation)s would like to meet you. You will talk about work that fits you."
    ),
    "when": N_("When"),
    "moment": N_("%(day)s at %(time)s"),
    "where": N_("Where"),
    "kompas": N_("Get ready with Kompas"),
    "about": N_(
        "Kompas is a website with short questions. What are you good at? What do you like? What helps you? "
        "So you know what you want to say."
    ),
    "voluntary": N_("Kompas is voluntary. Saying no has no consequences."),
    "yours": N_("You choose what you share, answer by answer."),
    "purpose": N_("Only for your talk about work, never for checks."),
    "scan": N_("Point the camera of your phone at this square."),
    "address": N_("Or go to this website"),
    "code": N_("And type this code"),
    "only_you": N_("The code is for you alone. Kompas also asks the year you were born."),
    "until": N_("You can stop and go on later, up to and including %(last_day)s."),
    "help": N_("Do you have a question, or would you rather do this together? %(caseworker)s is glad to help."),
    "closing": N_("See you then!"),
    "square": N_("Square code that opens Kompas with the camera of a phone"),
}

# English as it is written in Europe: the day before the month.
_LOCALES = {"en": "en_GB"}

# Unicode isolates mark where a name begins and ends; the template lets it keep its own direction in between.
_ISOLATE, _END = "\u2068", "\u2069"


def locale(language: str) -> Locale:
    """Give the locale for a language tag such as "nl" or "pt-BR". Raises `babel.UnknownLocaleError`."""
    return Locale.parse(_LOCALES.get(language, language).replace("-", "_"))


def direction(language: str) -> str:
    """Give "ltr" or "rtl"."""
    return str(locale(language).text_direction)


def day(moment: datetime, zone: str, language: str) -> str:
    """Say the day of an aware moment in the organisation's zone: "Tuesday, 1 December 2026"."""
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), "full", locale=locale(language))


def time(moment: datetime, zone: str, language: str) -> str:
    """Say the time of an aware moment in the organisation's zone: "14:00", the clock of 24 hours in every language."""
    return format_time(moment, "HH:mm", tzinfo=ZoneInfo(zone), locale=locale(language))


def last_whole_day(ends_at: datetime, zone: str) -> datetime:
    """Give a moment on the last day that is open from morning to night.

    Nobody should find a closed door on a day their letter names: what ends at noon was last open the whole day before,
    what ends in the last minute before midnight was open all that day.
    """
    return (ends_at + timedelta(minutes=1)).astimezone(ZoneInfo(zone)) - timedelta(days=1)


def isolated(name: str) -> str:
    """Mark a name, so that the direction of the sentence around it stays what it is."""
    return f"{_ISOLATE}{one_line(name)}{_END}"


def words(say: Say, language: str, values: Mapping[str, str]) -> dict[str, str]:
    """Say every sentence of the letter in one language. Values are put in once: a name is never read as a pattern."""
    return {key: _unmarked(say(sentence, language)) % values for key, sentence in LETTER.items()}


def _unmarked(sentence: str) -> str:
    """Leave out the isolates of a translator: the names bring their own."""
    return sentence.replace(_ISOLATE, "").replace(_END, "")
