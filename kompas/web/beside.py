"""With someone beside: who is there, and who was there in a chapter."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from kompas.conversation.beside import beside_now, on_record
from kompas.usecases.answer import where_is
from kompas.usecases.beside import put_right, sit_beside
from kompas.usecases.problems import NotFound
from kompas.web.audience import audience
from kompas.web.going import go, local_path
from kompas.web.house import house
from kompas.web.phone import current_flow, phone, who

blueprint = Blueprint("beside", __name__)


@blueprint.get("/beside")
@audience("client")
def ask() -> ResponseReturnValue:
    back = local_path(request.values.get("back"), url_for("conversation.welcome"))
    return _page(url_for("beside.sit"), back, (beside_now(where_is(phone()).beside),))


@blueprint.post("/beside")
@audience("client")
def sit() -> ResponseReturnValue:
    """On to the screen that they came from; from the first screen, on to the conversation."""
    sit_beside(phone(), request.form.get("who", ""), house().now())
    back = local_path(request.form.get("back"), url_for("conversation.talk"))
    return go(url_for("conversation.talk") if back == url_for("conversation.welcome") else back)


@blueprint.get("/beside/<chapter_id>")
@audience("client")
def look_back(chapter_id: str) -> ResponseReturnValue:
    chapter, record = current_flow().chapter(chapter_id), on_record(where_is(phone()).beside, chapter_id)
    if chapter is None or not record:
        raise NotFound
    return _page(url_for("beside.change", chapter_id=chapter_id), url_for("conversation.review"), record, chapter.title)


@blueprint.post("/beside/<chapter_id>")
@audience("client")
def change(chapter_id: str) -> ResponseReturnValue:
    put_right(phone(), chapter_id, request.form.get("who", ""), house().now())
    return go(url_for("conversation.review"))


def _page(action: str, back: str, chosen: object, chapter: str = "") -> str:
    return render_template(
        "conversation/beside.html",
        action=action,
        back=back,
        chosen=chosen,
        chapter=chapter,
        name=who()[1].first_name,
    )
