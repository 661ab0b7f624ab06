"""Handing a client over to a colleague of the same team."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.usecases.hand_over import NotAColleague, hand_over
from kompas.web.audience import audience
from kompas.web.caseload import caseload_page
from kompas.web.desk import desk
from kompas.web.house import house
from kompas.web.inviting import invitation_page
from kompas.web.openers import forget_opener
from kompas.web.swapping import show_at

blueprint = Blueprint("handing_over", __name__)


@blueprint.post("/clients/<client_id>/hand-over")
@audience("caseworker")
def to_colleague(client_id: str) -> ResponseReturnValue:
    """From here on the client is not here any more for who asks."""
    try:
        hand_over(desk(), client_id, request.form.get("colleague", ""), house().now())
    except NotAColleague:
        return invitation_page(client_id, mistake=_("Choose a colleague of your team.")), 422
    forget_opener(client_id)
    return show_at(url_for("caseload.my_clients"), lambda: caseload_page("handed-over"), notice="handed-over")
