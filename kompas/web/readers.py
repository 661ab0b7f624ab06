"""The client's own log: who read their profile, who took over, when they shared, and when letters were made."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.casework.people import View
from kompas.usecases.invite import my_letters
from kompas.usecases.share import my_sharing
from kompas.usecases.share import readers as readers_of
from kompas.web.audience import audience
from kompas.web.earlier import took_over
from kompas.web.moments import moment
from kompas.web.phone import phone, who

blueprint = Blueprint("readers", __name__)


@blueprint.get("/readers")
@audience("client")
def readers() -> ResponseReturnValue:
    return render_template(
        "profile/readers.html",
        readings=[_reading(view) for view in readers_of(phone())],
        letters=[_("A letter with your code was made, %(moment)s", moment=moment(at)) for at in my_letters(phone())],
        sharing=[(one.deed, moment(one.at)) for one in my_sharing(phone())],
    )


def _reading(view: View) -> str:
    """ "Fatima, your caseworker, Tuesday 14:05"."""
    if view.instead_of:
        return took_over(view)
    mine = view.caseworker_id == who()[0].caseworker_id
    sentence = _("%(name)s, your caseworker, %(moment)s") if mine else _("%(name)s, %(moment)s")
    return sentence % {"name": view.caseworker_name, "moment": moment(view.at)}
