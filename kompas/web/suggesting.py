"""Talents from own words: a story was told, and the client says which of the suggestions are true of them."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from kompas.usecases.accept_suggestions import accept_suggestions
from kompas.usecases.answer import where_is
from kompas.usecases.problems import NotFound
from kompas.web.audience import audience
from kompas.web.conversation import onward
from kompas.web.house import house
from kompas.web.phone import phone
from kompas.web.suggested import language_read, offered, suggested_page

blueprint = Blueprint("suggesting", __name__)


@blueprint.get("/talk/<address>/shown")
@audience("client")
def shown(address: str) -> ResponseReturnValue:
    """The suggestions of a story; where none is left, what comes after it."""
    walked = where_is(phone())
    stop = walked.find(address)
    if stop is None or not stop.question.suggests:
        raise NotFound
    return suggested_page(walked, stop) if offered(walked, stop) else onward(walked, stop)


@blueprint.post("/talk/<address>/shown")
@audience("client")
def accept(address: str) -> ResponseReturnValue:
    """Only what was accepted is stored; whatever was left or turned down is as if it was never suggested."""
    chosen = [name.removeprefix("shown.") for name, said in request.form.items() if said == "yes"]
    stop, walked = accept_suggestions(phone(), house().own_words, address, chosen, language_read(), house().now())
    return onward(walked, stop)
