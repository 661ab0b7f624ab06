"""Work that may suit, the step with what bridges the way, and how a caseworker helps best. Only the client sees it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from kompas.conversation.accepting import NotAccepted
from kompas.conversation.answers import Answer
from kompas.conversation.own_word import NOT_RIGHT, RIGHT, WHY_NOT, own_view
from kompas.conversation.walking import Stop, Walk
from kompas.occupations.occupation import Occupation
from kompas.profile.because import Because
from kompas.profile.building import RATHER_TALK
from kompas.profile.concluding import fields_that_suit
from kompas.profile.rules import Hint, Rules, Support
from kompas.usecases.work import (
    Advice,
    bring_work_back,
    choose_hint,
    go_for_work,
    let_work_go,
    my_advice,
    put_work_aside,
)
from kompas.web.audience import audience
from kompas.web.house import house
from kompas.web.notices import NOTICES, notice
from kompas.web.offers import offers_here
from kompas.web.own_view import TOLD, NotRight, do_about
from kompas.web.phone import our_adviser, phone
from kompas.web.swapping import show_at
from kompas.web.wording import say_mistake

blueprint = Blueprint("work", __name__)

WHY_NOT_WORDS: dict[str, LazyString] = {
    "dislike": _("I don't enjoy this"),
    "did_before": _("I did this before, and want something else"),
    "hours_or_place": _("The hours or the place don't suit me"),
    "not_now": _("Maybe later, not now"),
}

MOST_GROUNDS = 5
"""Answers under one line; a rule can rest on all cards, and nobody reads eighteen."""


MOST_CARDS = 2


@dataclass(frozen=True)
class Ground:
    """An answer that a line rests on, in source sentences, and where it can be changed."""

    asked: str
    about: str
    said: tuple[str, ...]
    change_url: str


@dataclass(frozen=True)
class Reading:
    """What was worked out, as the page asks for it."""

    rules: Rules
    advice: Advice
    occupations: dict[str, Occupation]

    def grounds(self, because: Because) -> list[Ground]:
        walked = self.advice.walk
        found = (next((stop for stop in walked.path if stop.slot == slot), None) for slot in because.slots)
        return [_ground(walked, stop) for stop in found if stop is not None][:MOST_GROUNDS]

    def cards(self, because: Because) -> list[str]:
        """What was on the cards that it rests on: it says more than that somebody enjoys it."""
        asked = (self.advice.walk.flow.questions.get(slot) for slot in because.slots)
        return [one.label for one in asked if one is not None and one.kind == "faces"][:MOST_CARDS]

    def label(self, label: str) -> str:
        return next(one.name for one in self.rules.fit.labels if one.id == label)

    @property
    def put_aside(self) -> list[tuple[Occupation, LazyString | str]]:
        """With why, where that was said."""
        aside = self.advice.put_aside.items()
        return [(self.occupations[one], WHY_NOT_WORDS.get(why, "")) for one, why in aside if one in self.occupations]

    @property
    def chosen_before(self) -> list[Occupation]:
        """What they go for and is no idea any more: nothing they say now speaks for it."""
        shown = {one.occupation.esco for one in self.advice.worked_out.suggested}
        return [self.occupations[one] for one in self.advice.chosen if one in self.occupations and one not in shown]

    @property
    def bridge(self) -> list[tuple[Support, Because]]:
        return [(self.rules.supports.offers[one.support], one.because) for one in self.advice.worked_out.bridge]

    @property
    def liked_fields(self) -> list[tuple[str, str, Because]]:
        return fields_that_suit(self.rules, self.advice.walk.flow, self.advice.worked_out)

    @property
    def view(self) -> Mapping[str, str]:
        """What they say of a line themselves, by its id; empty for one that they hide."""
        return own_view(self.advice.walk.own_word)

    @property
    def given_hint(self) -> Hint:
        return self.rules.hints.rules[self.advice.worked_out.hint.place]

    @property
    def own_hint(self) -> Hint | None:
        """The one that the client chose instead."""
        return self.hints.get(self.advice.word_on_hint)

    @property
    def hints(self) -> dict[str, Hint]:
        """Each once, though two rules can lead to the same."""
        return {one.id: one for one in self.rules.hints.rules}


@blueprint.get("/profile/work")
@audience("client")
def work() -> ResponseReturnValue:
    return _page(notice() or "")


@blueprint.post("/profile/work/aside")
@audience("client")
def aside() -> ResponseReturnValue:
    put_work_aside(phone(), our_adviser(), request.form.get("work", ""), request.form.get("why", ""), house().now())
    return _again("put-aside")


@blueprint.post("/profile/work/back")
@audience("client")
def back() -> ResponseReturnValue:
    bring_work_back(phone(), request.form.get("work", ""), house().now())
    return _again("brought-back")


@blueprint.post("/profile/work/go-for")
@audience("client")
def go_for() -> ResponseReturnValue:
    went = go_for_work(phone(), our_adviser(), request.form.get("work", ""), house().now())
    return _again("going-for" if went else "going-for-enough")


@blueprint.post("/profile/work/let-go")
@audience("client")
def let_go() -> ResponseReturnValue:
    let_work_go(phone(), request.form.get("work", ""), house().now())
    return _again("let-go")


@blueprint.post("/profile/work/not-right")
@audience("client")
def not_right() -> ResponseReturnValue:
    """The step, what can help or a field is hidden, or said in own words; or it stands there again as it was."""
    form, now = request.form, house().now()
    line, words, do = form.get("line", ""), form.get("words", ""), form.get("do", "")
    try:
        do_about(phone(), do, line, words, now)
    except NotAccepted as mistake:
        return _page("", NotRight(line, words, say_mistake(mistake))), 422
    return _again(TOLD[do])


@blueprint.post("/profile/work/hint")
@audience("client")
def hint() -> ResponseReturnValue:
    choose_hint(phone(), our_adviser(), request.form.get("word", ""), house().now())
    return _again("word-saved")


def _again(said: str) -> ResponseReturnValue:
    return show_at(url_for("work.work"), lambda: _page(NOTICES[said]), notice=said)


def reading() -> Reading:
    """What was worked out for the client who is asking."""
    known, moment = our_adviser(), house().now()
    return Reading(known.rules, my_advice(phone(), known, moment), {one.esco: one for one in known.occupations})


def _page(saved: LazyString | str, asked: NotRight | None = None) -> str:
    shown = reading()
    return render_template(
        "work/work.html",
        reading=shown,
        found=shown.advice.worked_out,
        word=shown.advice.word_on_hint,
        right=RIGHT,
        not_right=NOT_RIGHT,
        why_not={code: WHY_NOT_WORDS[code] for code in WHY_NOT},
        enjoyed=shown.rules.reasons.words["enjoys"].name,
        asked=asked,
        saved=saved,
        there=offers_here(),
    )


def _ground(walked: Walk, stop: Stop) -> Ground:
    return Ground(
        stop.question.ask,
        stop.about.text if stop.about else "",
        tuple(_said(stop, walked.heard.get(stop.slot))),
        url_for("conversation.question", address=stop.address, came_from="review"),
    )


def _said(stop: Stop, answer: Answer | None) -> Iterable[str]:
    if answer is None:
        return ()
    if answer.state == "talk":
        return (RATHER_TALK,)
    return (stop.options[one].text for one in answer.options if one in stop.options)
