"""Typing in what a client wrote on paper: one chapter at a time, and blind to all that they said on the phone."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from kompas.conversation.accepting import NotAccepted
from kompas.conversation.paper import Asked, Written, read_written
from kompas.usecases.paper import type_in, typed_before
from kompas.usecases.problems import NotFound
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.house import house
from kompas.web.invited_language import invited_language
from kompas.web.notices import notice
from kompas.web.paper import asked_here, by_chapter, paper_of
from kompas.web.wording import say_mistake

blueprint = Blueprint("typing", __name__)


@blueprint.get("/clients/<client_id>/paper")
@audience("caseworker")
def overview(client_id: str) -> ResponseReturnValue:
    client, at = typed_before(desk(), client_id)
    chapters = [chapter for chapter, _asked in by_chapter(asked_here())]
    return on_desk("casework/paper.html", client=client, typed_at=at, chapters=chapters, note=notice())


@blueprint.get("/clients/<client_id>/paper/print")
@audience("caseworker")
def to_print(client_id: str) -> ResponseReturnValue:
    """Before the talk, in the language that the client was invited in."""
    client, _at = typed_before(desk(), client_id)
    with force_locale(invited_language(client)):
        return paper_of(client, url_for("typing.overview", client_id=client.id))


@blueprint.get("/clients/<client_id>/paper/<chapter_id>")
@audience("caseworker")
def chapter(client_id: str, chapter_id: str) -> ResponseReturnValue:
    return _chapter_page(client_id, chapter_id, {}, {})


@blueprint.post("/clients/<client_id>/paper/<chapter_id>")
@audience("caseworker")
def keep(client_id: str, chapter_id: str) -> ResponseReturnValue:
    """On to the next chapter; when something can't be an answer, nothing is kept and all that was typed stays."""
    written = {name: tuple(values) for name, values in request.form.lists()}
    read = read_written(_asked_in(chapter_id), written)
    if read.mistakes:
        return _chapter_page(client_id, chapter_id, written, read.mistakes), 422
    type_in(desk(), client_id, read.answers, house().now())
    told, ahead = "paper-typed" if read.answers else None, _next_chapter(chapter_id)
    if ahead is None:
        return redirect(url_for("typing.overview", client_id=client_id, notice=told), 303)
    return redirect(url_for("typing.chapter", client_id=client_id, chapter_id=ahead, notice=told), 303)


def _chapter_page(client_id: str, chapter_id: str, written: Written, mistakes: Mapping[str, NotAccepted]) -> str:
    asked = _asked_in(chapter_id)
    client, _at = typed_before(desk(), client_id)
    return on_desk(
        "casework/typing.html",
        client=client,
        chapter=asked[0].chapter,
        asked=asked,
        typed={name: values[0] for name, values in written.items() if values},
        ticked={(name, value) for name, values in written.items() for value in values},
        mistakes={name: say_mistake(one) for name, one in mistakes.items()},
        note=notice(),
    )


def _asked_in(chapter_id: str) -> tuple[Asked, ...]:
    found = tuple(one for one in asked_here() if one.chapter.id == chapter_id)
    if not found:
        raise NotFound
    return found


def _next_chapter(chapter_id: str) -> str | None:
    ids = [chapter.id for chapter, _asked in by_chapter(asked_here())]
    return next(iter(ids[ids.index(chapter_id) + 1 :]), None)
