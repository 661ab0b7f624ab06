"""The organisation's catalogue of support at the desk: everybody reads it, who keeps its tables changes it."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from kompas.casework.offers import ALWAYS_IN, Offer, OfferWords, by_category, long_sentences
from kompas.conversation.plain_language import HELP_WORDS
from kompas.store.ids import new_id
from kompas.usecases.keeping import may_keep, must_keep
from kompas.usecases.problems import NotFound
from kompas.usecases.supports import (
    OfferIncomplete,
    catalogue_of,
    keep_offer,
    offer_of,
    take_offer_away,
    turn_category,
    turn_offer,
)
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.notices import NOTICES, notice
from kompas.web.offers import shown
from kompas.web.organisation import current_organisation
from kompas.web.phone import current_flow
from kompas.web.swapping import show_at
from kompas.web.wording import say

blueprint = Blueprint("supports", __name__, url_prefix="/organisation/supports")

OFFER = "/<string(length=16):offer_id>"


@blueprint.get("")
@audience("caseworker")
def catalogue() -> ResponseReturnValue:
    return _catalogue(notice() or "")


@blueprint.get("/new")
@audience("caseworker")
def new() -> ResponseReturnValue:
    """Its id is chosen here, so that a form that is sent twice makes one."""
    must_keep(desk())
    category = request.args.get("category", "")
    if category not in house().rules.supports.offers:
        raise NotFound
    return _form(Offer(new_id(), category))


@blueprint.get(OFFER)
@audience("caseworker")
def offer(offer_id: str) -> ResponseReturnValue:
    must_keep(desk())
    return _form(offer_of(desk(), offer_id), known=True)


@blueprint.post(OFFER)
@audience("caseworker")
def keep(offer_id: str) -> ResponseReturnValue:
    before = next((one for one in catalogue_of(desk()) if one.id == offer_id), None)
    typed = _typed(offer_id, before)
    try:
        keep_offer(desk(), house().rules.supports.offers, typed, house().now())
    except OfferIncomplete as incomplete:
        sentences = {field: say(sentence) for field, sentence in incomplete.sentences.items()}
        return _form(typed, sentences, known=before is not None), 422
    return _after("support-kept")


@blueprint.post(f"{OFFER}/turn")
@audience("caseworker")
def turn(offer_id: str) -> ResponseReturnValue:
    turn_offer(desk(), offer_id, house().now(), on=bool(request.form.get("on")))
    return _catalogue() if wants_swap() else redirect(f"{url_for('supports.catalogue')}#offer-{offer_id}", 303)


@blueprint.post("/kinds/<category>/turn")
@audience("caseworker")
def turn_all(category: str) -> ResponseReturnValue:
    turn_category(desk(), category, house().now(), on=bool(request.form.get("on")))
    return _catalogue() if wants_swap() else redirect(f"{url_for('supports.catalogue')}#kind-{category}", 303)


@blueprint.post(f"{OFFER}/away")
@audience("caseworker")
def away(offer_id: str) -> ResponseReturnValue:
    take_offer_away(desk(), offer_id, house().now())
    return _after("support-gone")


def _after(said: str) -> ResponseReturnValue:
    return show_at(url_for("supports.catalogue"), lambda: _catalogue(NOTICES[said]), notice=said)


def _catalogue(told: object = "") -> str:
    supports, found = house().rules.supports, catalogue_of(desk())
    needs = current_flow().questions[house().rules.needs.chosen].options
    return on_desk(
        "supports/catalogue.html",
        kinds=[
            (category, supports.offers[category], list(zip(offers, shown(offers), strict=True)))
            for category, offers in by_category(supports, found).items()
        ],
        needs={code: option.text for code, option in needs.items()},
        on=sum(one.on for one in found),
        off=sum(not one.on for one in found),
        long={one.id: long_sentences(one) for one in found},
        most_words=HELP_WORDS,
        may_keep=may_keep(desk()),
        told=told,
    )


def _form(typed: Offer, mistakes: Mapping[str, str] | None = None, *, known: bool = False) -> str:
    others, wrong = [language for language in _languages(typed) if language != ALWAYS_IN], mistakes or {}
    return on_desk(
        "supports/offer.html",
        offer=typed,
        kinds=house().rules.supports.offers,
        others=others,
        mistakes=wrong,
        mistaken_elsewhere=any(field.partition(".")[2] in others for field in wrong),
        long=long_sentences(typed),
        most_words=HELP_WORDS,
        known=known,
    )


def _languages(offer: Offer | None) -> tuple[str, ...]:
    """What can be filled in: the organisation's own languages, and whatever was written before."""
    return tuple(dict.fromkeys((ALWAYS_IN, *current_organisation().languages, *(offer.words if offer else ()))))


def _typed(offer_id: str, before: Offer | None) -> Offer:
    form = request.form
    words = {
        language: OfferWords(form.get(f"name.{language}", ""), form.get(f"expect.{language}", ""))
        for language in _languages(before)
    }
    return Offer(
        offer_id,
        form.get("category", ""),
        words,
        form.get("where", ""),
        form.get("phone", ""),
        form.get("mail", ""),
        on=before.on if before else True,
    )
