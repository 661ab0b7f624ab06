"""An invitation as it was filled in: kept as typed, and read as far as it can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.casework.people import Client
from kompas.usecases.invite import Appointment

NEVER = datetime.min.replace(tzinfo=UTC)
"""Stands for a day or time that can't be read: a talk that is not still to come."""

CHOOSE_A_LANGUAGE: LazyString = _("Choose the language of the letter.")


@dataclass(frozen=True)
class FilledIn:
    """The fields of the form, each as it was typed; empty at first."""

    name: str = ""
    language: str = ""
    birth_year: str = ""
    talk_day: str = ""
    talk_time: str = ""
    talk_place: str = ""

    @classmethod
    def read(cls, form: Mapping[str, str]) -> "FilledIn":
        return cls(**{one.name: form.get(one.name, "") for one in fields(cls)})

    @classmethod
    def before(cls, client: Client, zone: str) -> "FilledIn":
        """As it was for the last talk: the day is new, its hour and place may well be the same."""
        clock = client.talk_at.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        return cls(client.name, client.language, str(client.birth_year), "", clock, client.talk_place)

    def appointment(self, zone: str) -> Appointment:
        """Day and time are those of the organisation's clock (`zone`, an IANA name); the appointment's are UTC."""
        return Appointment(
            name=self.name,
            language=self.language,
            birth_year=_year(self.birth_year),
            talk_at=_moment(self.talk_day, self.talk_time, zone),
            talk_place=self.talk_place,
        )


def _year(typed: str) -> int:
    """0 for what is no year."""
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == len("1984") else 0


def _moment(day: str, clock: str, zone: str) -> datetime:
    try:
        here = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), tzinfo=ZoneInfo(zone))
        return here.astimezone(UTC)
    except (ValueError, OverflowError):
        return NEVER
