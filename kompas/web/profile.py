"""What we heard: the client's own profile, and their half of each verdict."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from kompas.profile.building import build
from kompas.profile.statements import Statement
from kompas.usecases.answer import where_is
from kompas.usecases.confirm import SharedProfile, confirm_mine, my_profile
from kompas.usecases.problems import Stale
from kompas.web.audience import audience
from kompas.web.house import house
from kompas.web.lines import Line, in_parts, line
from kompas.web.phone import current_flow, phone, who
from kompas.web.swapping import show_at

blueprint = Blueprint("profile", __name__)


@blueprint.get("/profile")
@audience("client")
def heard() -> ResponseReturnValue:
    return _heard()


@blueprint.post("/profile/items/<int:number>")
@audience("client")
def verdict(number: int) -> ResponseReturnValue:
    form = request.form
    version, answers = form.get("version", type=int), form.get("answers_verdict", type=int)
    if version is None or answers is None:
        raise Stale
    confirm_mine(phone(), version, number, answers, form.get("word", ""), house().now())
    return show_at(url_for("profile.heard"), _heard)


def _heard() -> str:
    side = phone()
    walked = where_is(side)
    shared = my_profile(side)
    client, caseworker_name = who()
    lines = _lines(build(current_flow(), walked.heard).statements, shared)
    return render_template(
        "profile/heard.html",
        parts=in_parts(lines),
        shared=shared,
        waiting=[one for one in lines if one.item and one.item.standing == "waits_for_client"],
        client=client,
        caseworker_name=caseworker_name,
        unfinished=walked.next is not None,
    )


def _lines(statements: tuple[Statement, ...], shared: SharedProfile | None) -> list[Line]:
    """The client's lines as their answers make them now; a shared one carries where both sides stand."""
    items = {item.statement.id: item for item in shared.items} if shared else {}
    return [line(number, one, items.get(one.id)) for number, one in enumerate(statements, start=1)]
