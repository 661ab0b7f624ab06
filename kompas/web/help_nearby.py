"""What is there for me: all that the organisation offers, for a client to look through."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from kompas.web.audience import audience
from kompas.web.house import house
from kompas.web.offers import offers_here

blueprint = Blueprint("help_nearby", __name__)


@blueprint.get("/help-nearby")
@audience("client")
def nearby() -> ResponseReturnValue:
    """The same for everybody: nothing of what a client said chooses or orders it."""
    kinds = house().rules.supports.offers
    there = [(kinds[category], offers) for category, offers in offers_here().items()]
    return render_template("work/nearby.html", there=there)
