"""How many jobs there are in the region: the organisation's table, with a source and a day on every row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from kompas.profile.tightness import Level, Region, Tightness
from kompas.usecases.bring_region import Brought, bring_in
from kompas.usecases.keeping import may_keep
from kompas.usecases.region import NotARow, Row, put_row, region_here, take_row_away
from kompas.usecases.table_file import NotATable, as_csv
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.files import brought, takes_a_file
from kompas.web.house import house
from kompas.web.language import language
from kompas.web.moments import today
from kompas.web.notices import NOTICES
from kompas.web.swapping import show_at
from kompas.web.wording import say
from kompas.web.works import Known, known_works, official_name

blueprint = Blueprint("region", __name__)

LEVEL_NAMES: Mapping[Level, LazyString] = {"many": _("Many jobs"), "normal": _("A normal number"), "few": _("Few jobs")}
COLUMN_NAMES = (_("Code"), _("Field of work"), _("Occupation"), _("Jobs"), _("Source"), _("Date"))
"""Of the file, in the order of its columns; `bring_region.COLUMNS` knows them back."""
IN_FILE: Mapping[Level, LazyString] = {"many": _("many"), "normal": _("normal"), "few": _("few")}

MOST_TOLD = 100


@dataclass(frozen=True)
class Kept:
    """A row of the page: a field of work, or an occupation in it; what is known of it, if anything."""

    work: str
    name: str
    official: str
    known: Tightness | None


@dataclass(frozen=True)
class FilledIn:
    """The form as it was typed, or as the row it changes has it."""

    work: str = ""
    level: str = ""
    source: str = ""
    since: str = ""


@blueprint.get("/organisation/region")
@audience("caseworker")
def table() -> ResponseReturnValue:
    return _page(request.args.get("notice", ""), change=request.args.get("change", ""))


@blueprint.post("/organisation/region")
@audience("caseworker")
def put() -> ResponseReturnValue:
    filled = FilledIn(*(request.form.get(name, "") for name in ("work", "level", "source", "since")))
    row = Row(filled.work, filled.level, filled.source, _day(filled.since))
    try:
        put_row(desk(), row, known_works().works.all, house().now(), today())
    except NotARow as wrong:
        return _page(filled=filled, mistakes={part: say(sentence) for part, sentence in wrong.sentences.items()}), 422
    return _again("row-kept")


@blueprint.post("/organisation/region/away")
@audience("caseworker")
def away() -> ResponseReturnValue:
    take_row_away(desk(), request.form.get("work", ""), house().now())
    return _again("row-away")


@blueprint.post("/organisation/region/file")
@audience("caseworker")
@takes_a_file
def bring() -> ResponseReturnValue:
    try:
        done = bring_in(desk(), brought("file"), known_works().works, house().now(), today())
    except NotATable as wrong:
        return _page(file_mistake=say(wrong.sentence)), 422
    return _page(done=done)


@blueprint.get("/organisation/region.csv")
@audience("caseworker")
def file() -> ResponseReturnValue:
    """The whole table, with an empty row for what isn't known: to fill in and bring back."""
    region, known = region_here(desk()), known_works()
    rows = [[str(name) for name in COLUMN_NAMES], *_file_rows(region, known)]
    # In Dutch a spreadsheet program expects the sign that isn't in numbers.
    content = as_csv(rows, ";" if language() == "nl" else ",")
    headers = {"Content-Disposition": f"attachment; filename={gettext('jobs-in-the-region')}.csv"}
    return Response(content, mimetype="text/csv", headers=headers)


def _again(said: str) -> ResponseReturnValue:
    return show_at(url_for("region.table"), lambda: _page(said), notice=said)


def _page(
    told: str = "",
    *,
    change: str = "",
    filled: FilledIn | None = None,
    mistakes: Mapping[str, str] | None = None,
    file_mistake: LazyString | str = "",
    done: Brought | None = None,
) -> str:
    region, known = region_here(desk()), known_works()
    return on_desk(
        "keeping/region.html",
        told=NOTICES.get(told, ""),
        groups=[list(_rows(region, known, one.code)) for one in known.fields],
        others=list(_others(region, known)),
        known=known,
        filled=filled or _before(region, change if change in known.works.all else ""),
        opened=bool(change or mistakes),
        mistakes=mistakes or {},
        file_mistake=file_mistake,
        done=done,
        most_told=MOST_TOLD,
        level_names=LEVEL_NAMES,
        official_name=official_name,
        may_keep=may_keep(desk()),
    )


def _rows(region: Region, known: Known, code: str) -> Iterator[Kept]:
    """The field itself, known or not, and of its occupations those of which something is known."""
    field = next(one for one in known.fields if one.code == code)
    yield Kept(code, field.name, "", region.get(code))
    for work in field.occupations:
        if work.esco in region:
            yield Kept(work.esco, known.names[work.esco], official_name(work), region[work.esco])


def _others(region: Region, known: Known) -> Iterator[Kept]:
    """Work outside our own hundred: out of a fuller list, or that nobody knows any more."""
    labels = {one.esco: say(one.name) for one in house().occupations}
    for work, one in region.items():
        if work not in known.names:
            yield Kept(work, labels.get(work, work), "", one)


def _before(region: Region, work: str) -> FilledIn:
    """Who changes a row begins with it; who adds one has the newest source and day there already."""
    newest = max(region.values(), key=lambda one: one.since, default=None)
    known = region.get(work)
    shown = known or newest
    since = shown.since.isoformat() if shown else today().isoformat()
    return FilledIn(work, known.level if known else "", shown.source if shown else "", since)


def _file_rows(region: Region, known: Known) -> Iterator[list[str]]:
    for field in known.fields:
        yield [field.code, field.name, "", *_in_cells(region.get(field.code))]
        for work in field.occupations:
            yield [work.esco, field.name, known.names[work.esco], *_in_cells(region.get(work.esco))]
    for other in _others(region, known):
        yield [other.work, "", other.name, *_in_cells(other.known)]


def _in_cells(one: Tightness | None) -> list[str]:
    return [str(IN_FILE[one.level]), one.source, one.since.isoformat()] if one else ["", "", ""]


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
