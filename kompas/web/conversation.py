"""The conversation: one question on each screen, stored before the next one appears."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from kompas.conversation.accepting import ALL_SAID, MOVED_ON, NOT_ASKED_NOW, NotAccepted, in_todays_ids
from kompas.conversation.beside import beside_now, records
from kompas.conversation.facts import full_talk
from kompas.conversation.flow import Chapter
from kompas.conversation.walking import Stop, Walk, minutes
from kompas.post.wording import N_
from kompas.profile.building import build
from kompas.profile.own_view import as_seen_by_client
from kompas.profile.statements import Statement
from kompas.usecases.answer import answer as store_answer
from kompas.usecases.answer import where_is
from kompas.usecases.paper import who_typed
from kompas.usecases.problems import NotFound
from kompas.usecases.share import shared_now
from kompas.web.audience import audience
from kompas.web.earlier import beside
from kompas.web.house import house
from kompas.web.lines import line
from kompas.web.moments import moment
from kompas.web.phone import current_flow, phone, who
from kompas.web.promises import PROMISES
from kompas.web.question import came_from, question_page, reply_of_request, said, unsent_reply
from kompas.web.renewing import to_look_through
from kompas.web.since import since_shared
from kompas.web.suggested import ask_what_was_shown
from kompas.web.swapping import show_at
from kompas.web.typed import typed
from kompas.web.wording import say, say_mistake

blueprint = Blueprint("conversation", __name__)

RATHER_TALKS = N_("You can stop here. Or tell what you are good at.")
WELL_DONE = N_("Well done. Go on tomorrow?")


@blueprint.get("/welcome")
@audience("client")
def welcome() -> ResponseReturnValue:
    client, caseworker = who()
    walked = where_is(phone())
    return render_template(
        "conversation/welcome.html",
        client=client,
        caseworker_name=caseworker.name,
        talk_at=moment(client.talk_at),
        talk_place=client.talk_place,
        minutes=minutes(walked.path),
        promises=PROMISES,
        besides=beside(),
        begun=bool(walked.heard),
        on_paper=who_typed(phone()),
        beside=beside_now(walked.beside),
        talk_is_past=client.talk_at < house().now(),
        still_right=to_look_through(walked),
    )


@blueprint.get("/talk")
@audience("client")
def talk() -> ResponseReturnValue:
    """Where the client is now: the next question, or the review when all is said.

    Each is shown at its own address: `/talk` itself would show something else when the browser goes back to it.
    """
    walked = where_is(phone())
    ahead = walked.next
    if ahead is None:
        return show_at(url_for("conversation.review"), lambda: _review(walked))
    return _asks(walked, ahead)


@blueprint.get("/talk/<address>")
@audience("client")
def question(address: str) -> ResponseReturnValue:
    walked = where_is(phone())
    stop = walked.find(address)
    if stop is None:
        raise NotFound
    return question_page(walked, stop, unsent_reply(stop))


@blueprint.post("/talk/<address>")
@audience("client")
def answer(address: str) -> ResponseReturnValue:
    side, reply = phone(), reply_of_request()
    try:
        stop, walked = store_answer(side, address, reply, house().now())
    except NotFound:
        return _no_longer_there(where_is(side), address), 404
    except NotAccepted as mistake:
        walked = where_is(side)
        asked = walked.find(address)
        if asked is None or mistake.sentence == MOVED_ON:
            return _moved_on(walked, asked or walked.next), 422
        return question_page(walked, asked, in_todays_ids(asked, reply), say_mistake(mistake)), 422
    return ask_what_was_shown(walked, stop) or onward(walked, stop)


@blueprint.get("/talk/heard/<chapter_id>")
@audience("client")
def chapter_heard(chapter_id: str) -> ResponseReturnValue:
    return _chapter_heard(where_is(phone(), house().now()), chapter_id)


@blueprint.get("/review")
@audience("client")
def review() -> ResponseReturnValue:
    return _review(where_is(phone()))


def onward(walked: Walk, stop: Stop) -> ResponseReturnValue:
    """The screen after an answer: the next question, what was just heard, or the review they came from."""
    ahead = _ahead(walked, stop)
    if came_from() and (ahead is None or ahead.slot in walked.heard):
        return show_at(url_for("conversation.review"), lambda: _review(walked))
    if ahead is None or (ahead.chapter.id != stop.chapter.id and stop.question.kind != "topics"):
        heard_at = url_for("conversation.chapter_heard", chapter_id=stop.chapter.id)
        return show_at(heard_at, lambda: _chapter_heard(walked, stop.chapter.id))
    return _asks(walked, ahead)


def _asks(walked: Walk, stop: Stop) -> ResponseReturnValue:
    return show_at(url_for("conversation.question", address=stop.address), lambda: question_page(walked, stop))


def _ahead(walked: Walk, stop: Stop) -> Stop | None:
    """The stop after this one. An answer may have moved the path: a list that ended has no next entry."""
    here = walked.find(stop.address)
    return walked.after(here) if here else walked.next


def _chapter_heard(walked: Walk, chapter_id: str) -> str:
    """One thing that was really said, after each chapter."""
    stops = walked.in_chapter(chapter_id)
    if not stops:
        raise NotFound
    slots = {stop.slot for stop in stops}
    told = build(current_flow(), {slot: one for slot, one in walked.heard.items() if slot in slots})
    heard = as_seen_by_client(told, walked.own_word)
    ahead = walked.after(stops[-1])
    onward = url_for("conversation.question", address=ahead.address) if ahead else _at_the_end(walked)
    return render_template(
        "conversation/chapter_heard.html",
        chapter=stops[0].chapter,
        beside=beside_now(walked.beside),
        lines=[line(number, one) for number, one in enumerate(_worth_saying(heard.statements), start=1)],
        next_url=onward,
        may_stop=_may_stop(walked, stops[0].chapter) if ahead else "",
        back=url_for("conversation.question", address=stops[-1].address),
    )


def _may_stop(walked: Walk, chapter: Chapter) -> str:
    """A sentence where stopping is offered beside going on: to who would rather talk, and when it has become long."""
    if chapter is walked.chapters[0] and not full_talk(walked.flow, walked.heard):
        return RATHER_TALKS
    return WELL_DONE if walked.is_long else ""


def _at_the_end(walked: Walk) -> str:
    """What they want to talk about, where that was asked; then their answers."""
    return url_for("agenda.agenda" if walked.agenda else "conversation.review")


def _worth_saying(statements: tuple[Statement, ...], most: int = 5) -> tuple[Statement, ...]:
    """What the client put on top; else what they said most strongly. A few lines, not the whole list again."""
    strongest = max((one.weight or 0 for one in statements), default=0)
    chosen = [one for one in statements if one.top] or [one for one in statements if one.weight in (None, strongest)]
    return tuple(chosen[:most])


def _review(walked: Walk, mistake: str | None = None) -> str:
    chapters = [
        (chapter, [_row(walked, stop) for stop in walked.in_chapter(chapter.id)]) for chapter in walked.chapters
    ]
    return render_template(
        "conversation/review.html",
        chapters=chapters,
        beside=records(walked.beside),
        ahead=walked.next,
        agenda=walked.agenda,
        back=url_for("conversation.welcome"),
        since=since_shared(walked, shared_now(phone())),
        mistake=mistake,
        typed=typed() if mistake else None,
    )


def _row(walked: Walk, stop: Stop) -> dict[str, object]:
    answer = walked.heard.get(stop.slot)
    return {
        "ask": stop.question.ask,
        "about": stop.about.text if stop.about else None,
        "said": said(stop, answer),
        "state": answer.state if answer else None,
        "change_url": url_for("conversation.question", address=stop.address, came_from="review"),
        "wipe_url": url_for("wiping.ask", address=stop.address) if answer and answer.state != "skipped" else "",
    }


def _no_longer_there(walked: Walk, address: str) -> str:
    """An old tab, or a page of an earlier version, asked something that is not there: what is, with a sentence."""
    if walked.knows(address):
        return _moved_on(walked, walked.next)
    return _instead(walked, walked.next, NOT_ASKED_NOW)


def _moved_on(walked: Walk, stop: Stop | None) -> str:
    return _instead(walked, stop, MOVED_ON)


def _instead(walked: Walk, stop: Stop | None, sentence: str) -> str:
    """What was written stands beside the question, to copy: it was about something else, so it fills in nothing."""
    return question_page(walked, stop, None, say(sentence)) if stop else _review(walked, say(ALL_SAID))
