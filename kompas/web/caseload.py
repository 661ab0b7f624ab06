"""The caseload: my clients by the date of the talk, found by name."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, get_timezone
from flask_babel import lazy_gettext as _

from kompas.usecases.caseload import CaseloadRow, caseload
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.house import house
from kompas.web.notices import NOTICES

blueprint = Blueprint("caseload", __name__)

LONGEST_SEARCH = 80
SOON = timedelta(days=7)


@dataclass(frozen=True)
class Period:
    """The talks of one stretch of time, under one heading."""

    title: LazyString
    rows: tuple[CaseloadRow, ...]


@blueprint.get("/clients")
@audience("caseworker")
def my_clients() -> ResponseReturnValue:
    return caseload_page(request.args.get("notice", ""))


def caseload_page(told: str = "") -> str:
    """`told` names the sentence (`web/notices.py`) that stands above the list."""
    everyone = caseload(desk())
    wanted = request.args.get("q", "").strip()[:LONGEST_SEARCH]
    found = tuple(row for row in everyone if goes_by(row.client.name, wanted))
    return on_desk(
        "casework/caseload.html",
        periods=by_period(found, house().now()),
        found=len(found),
        everyone=len(everyone),
        wanted=wanted,
        told=NOTICES.get(told, ""),
    )


def goes_by(name: str, wanted: str) -> bool:
    """Does every word of `wanted` stand in the name? Accents and capitals don't matter: "yil" finds Yılmaz."""
    plain = _plain(name)
    return all(word in plain for word in _plain(wanted).split())


def by_period(rows: Iterable[CaseloadRow], now: datetime) -> list[Period]:
    """Today, the coming week, later, and last the talks that were held, the latest first."""
    today = _day(now)
    periods: dict[str, list[CaseloadRow]] = {"today": [], "soon": [], "later": [], "held": []}
    for row in sorted(rows, key=lambda one: (one.client.talk_at, one.client.name)):
        periods[_period(_day(row.client.talk_at) - today)].append(row)
    periods["held"].reverse()
    return [Period(TITLES[name], tuple(held)) for name, held in periods.items() if held]


TITLES = {
    "today": _("Today"),
    "soon": _("The coming week"),
    "later": _("Later"),
    "held": _("Earlier talks"),
}


def _period(away: timedelta) -> str:
    if away < timedelta(0):
        return "held"
    if away == timedelta(0):
        return "today"
    return "soon" if away <= SOON else "later"


def _day(at: datetime) -> datetime:
    return at.astimezone(get_timezone()).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
