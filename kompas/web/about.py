"""Pages for everybody about what Kompas works with: its rules, and where its data come from."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from kompas.web.audience import audience
from kompas.web.going import local_path
from kompas.web.house import house
from kompas.web.language import language
from kompas.web.phone import current_flow
from kompas.web.rules_told import LANGUAGES, rules_in_each

blueprint = Blueprint("about", __name__)


@blueprint.get("/rules")
@audience("anyone")
def rules() -> ResponseReturnValue:
    """In the visitor's language when it is one of the two that they are written in, else in Dutch; the other below."""
    order = sorted(LANGUAGES, key=lambda one: one != language())
    return render_template("about/rules.html", told=rules_in_each(house().rules, current_flow(), order), back=_back())


@blueprint.get("/data")
@audience("anyone")
def data() -> ResponseReturnValue:
    return render_template("about/data.html", catalogue=house().catalogue, back=_back())


def _back() -> str:
    return local_path(request.args.get("back"), url_for("entry.privacy"))
