"""Wiping an answer, and starting over: first a page that says what will happen, then it is gone."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from kompas.usecases.answer import where_is
from kompas.usecases.problems import NotFound
from kompas.usecases.share import shared_now
from kompas.usecases.wipe import start_over, wipe_answer
from kompas.web.audience import audience
from kompas.web.going import go
from kompas.web.house import house
from kompas.web.phone import phone, who
from kompas.web.question import said

blueprint = Blueprint("wiping", __name__)


@blueprint.get("/talk/<address>/wipe")
@audience("client")
def ask(address: str) -> ResponseReturnValue:
    walked = where_is(phone())
    stop = walked.find(address)
    if stop is None:
        raise NotFound
    return render_template(
        "conversation/wipe.html",
        stop=stop,
        address=address,
        said=said(stop, walked.heard.get(stop.slot)),
        shared=shared_now(phone()) is not None,
        name=who()[1].first_name,
    )


@blueprint.post("/talk/<address>/wipe")
@audience("client")
def wipe(address: str) -> ResponseReturnValue:
    wipe_answer(phone(), address, house().now())
    return go(url_for("conversation.review", notice="wiped"))


@blueprint.get("/start-over")
@audience("client")
def ask_start_over() -> ResponseReturnValue:
    return render_template(
        "conversation/start_over.html", shared=shared_now(phone()) is not None, name=who()[1].first_name
    )


@blueprint.post("/start-over")
@audience("client")
def start_anew() -> ResponseReturnValue:
    start_over(phone(), house().now())
    return go(url_for("conversation.welcome", notice="started-over"))
