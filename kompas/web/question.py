"""One question on the screen: what it asks, what was answered before, and where the client is."""

from collections.abc import Mapping

from flask import render_template, request, url_for

from kompas.conversation.accepting import Reply, in_todays_ids
from kompas.conversation.agenda import OWN, on_agenda
from kompas.conversation.answers import Answer
from kompas.conversation.beside import beside_now
from kompas.conversation.walking import Stop, Walk
from kompas.web.lines import Words, spoken
from kompas.web.typed import typed
from kompas.web.unsent import unsent

BY_A_TAP = frozenset({"one", "faces", "stairs"})


def question_page(walked: Walk, stop: Stop, reply: Reply | None = None, mistake: str | None = None) -> str:
    """The screen of this stop. After a `mistake` it shows what was typed or chosen: nothing is lost.

    Without the `reply` the mistake is that something else was answered: what was written then stands there to copy.
    """
    answer = walked.heard.get(stop.slot)
    back = walked.before(stop)
    return render_template(
        "conversation/question.html",
        stop=stop,
        address=stop.address,
        answer=answer,
        chosen=reply.choices if reply else answer.options if answer else (),
        words=reply.words if reply else _words(answer),
        told=_told(walked, stop),
        fields_told=reply.fields if reply else _fields(answer),
        guide=stop.chapter.guide if _opens_chapter(walked, stop) else None,
        progress=walked.progress(stop),
        mistake=mistake,
        typed=typed() if mistake and reply is None else None,
        back=url_for("conversation.question", address=back.address) if back else url_for("conversation.welcome"),
        came_from=came_from(),
        beside=beside_now(walked.beside),
    )


def came_from() -> str:
    """`review` when the client came to change one answer, else nothing."""
    return "review" if request.values.get("came_from") == "review" else ""


def reply_of_request() -> Reply:
    """What came back from a question's screen."""
    form = request.form
    return Reply(
        do=form.get("do", "answer"),
        choices=tuple(form.getlist("choice")),
        words=form.get("words", ""),
        fields={name.partition(".")[2]: value for name, value in form.items() if name.startswith(("entry.", "topic."))},
        about=form.get("about"),
    )


def unsent_reply(stop: Stop) -> Reply | None:
    """What is ticked and typed on this very screen while another language is chosen.

    None for what answers by a tap: nothing stands there unsent, and the answer of before stays marked.
    """
    by_a_tap = stop.question.kind in BY_A_TAP or (stop.question.kind == "pick" and stop.most == 1)
    if by_a_tap or unsent().get("about") != stop.slot:
        return None
    return in_todays_ids(stop, reply_of_request())


def said(stop: Stop, answer: Answer | None) -> list[Words]:
    """An answer in words, for the review: the texts of what was chosen, or the client's own."""
    if answer is None or answer.state != "given":
        return []
    if isinstance(answer.value, dict):
        return topics_said(stop, answer.value) if stop.question.kind == "topics" else _record(stop, answer.value)
    if stop.question.kind == "text":
        return [Words(str(answer.value), own=True)]
    return [spoken(stop.options[one].text) for one in answer.options if one in stop.options]


def topics_said(stop: Stop, topics: dict[str, str]) -> list[Words]:
    """What somebody wants to talk about, in their order."""
    return [topic_said(stop, topics, code) for code in on_agenda(topics)]


def topic_said(stop: Stop, topics: Mapping[str, str], code: str) -> Words:
    return Words(topics[code], own=True) if code in OWN else spoken(stop.options[code].text)


def _opens_chapter(walked: Walk, stop: Stop) -> bool:
    return walked.in_chapter(stop.chapter.id)[0] is stop


def _words(answer: Answer | None) -> str:
    return answer.value if answer and answer.state == "given" and isinstance(answer.value, str) else ""


def _fields(answer: Answer | None) -> dict[str, str]:
    return dict(answer.value) if answer and isinstance(answer.value, dict) else {}


def _told(walked: Walk, stop: Stop) -> list[list[str]]:
    """The entries of this list that were told before this one."""
    if stop.question.kind != "entries":
        return []
    beside = [one for one in walked.path if one.question is stop.question and one.slot != stop.slot]
    told = [[words.text for words in said(one, walked.heard.get(one.slot))] for one in beside]
    return [texts for texts in told if texts]


def _record(stop: Stop, told: dict[str, str]) -> list[Words]:
    fields = stop.question.fields
    return [
        spoken(fields[name].options[text].text) if text in fields[name].options else Words(text, own=True)
        for name, text in told.items()
        if name in fields
    ]
