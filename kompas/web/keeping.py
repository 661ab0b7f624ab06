"""What the organisation itself keeps: one page that leads to each table and list of it."""

from dataclasses import dataclass

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.usecases.keeping import may_keep
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk

blueprint = Blueprint("keeping", __name__)


@dataclass(frozen=True)
class Kept:
    """A page of the organisation, by its endpoint."""

    endpoint: str
    icon: str
    title: LazyString
    what: LazyString


KEPT = (
    Kept(
        "region.table",
        "map",
        _("Jobs in the region"),
        _("For which work there are many jobs, and for which few. It orders what clients are shown."),
    ),
    Kept(
        "supports.catalogue",
        "life-buoy",
        _("Support"),
        _("Which help there is here, for what, and whom to ask."),
    ),
    Kept(
        "promising.profiles",
        "list-checks",
        _("Promising profiles"),
        _("Work with good chances, and what it takes to begin: what is there already, and what is a next step."),
    ),
)


@blueprint.get("/organisation")
@audience("caseworker")
def organisation() -> ResponseReturnValue:
    there = [one for one in KEPT if one.endpoint in current_app.view_functions]
    return on_desk("keeping/organisation.html", kept=there, may_keep=may_keep(desk()))
