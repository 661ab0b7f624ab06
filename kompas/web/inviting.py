"""Inviting a client: the form, the letter with the code, and taking the invitation back."""

from collections.abc import Mapping

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString

from kompas.casework.people import Client, Invitation
from kompas.post.letter import Letter, print_letter
from kompas.post.wording import last_whole_day
from kompas.usecases.codes import Opener
from kompas.usecases.hand_over import colleagues
from kompas.usecases.invite import Incomplete, invitation_of, invite, renew, withdraw
from kompas.usecases.invite_again import INVITED_MEANWHILE, invite_again
from kompas.usecases.problems import Stale
from kompas.web.appointment import CHOOSE_A_LANGUAGE, FilledIn
from kompas.web.audience import audience
from kompas.web.desk import desk, on_desk
from kompas.web.house import house
from kompas.web.openers import forget_opener, remember_opener, remembered_opener
from kompas.web.organisation import current_organisation, public_address
from kompas.web.swapping import show_at
from kompas.web.wording import say, say_in

blueprint = Blueprint("inviting", __name__)


@blueprint.get("/clients/new")
@audience("caseworker")
def form() -> ResponseReturnValue:
    return _form(FilledIn(language=current_organisation().languages[0]))


@blueprint.post("/clients/new")
@audience("caseworker")
def send() -> ResponseReturnValue:
    filled, here = FilledIn.read(request.form), current_organisation()
    if filled.language not in here.languages:
        return _form(filled, {"language": CHOOSE_A_LANGUAGE}), 422
    try:
        client, opener = invite(desk(), filled.appointment(here.zone), house().settings.pepper, house().now())
    except Incomplete as incomplete:
        return _form(filled, {name: say(sentence) for name, sentence in incomplete.sentences.items()}), 422
    if opener:
        remember_opener(client.id, opener)
    return _show(client.id)


@blueprint.get("/clients/<client_id>/invitation/again")
@audience("caseworker")
def form_again(client_id: str) -> ResponseReturnValue:
    client, newest = invitation_of(desk(), client_id)
    return _form_again(client, newest, FilledIn.before(client, current_organisation().zone))


@blueprint.post("/clients/<client_id>/invitation/again")
@audience("caseworker")
def send_again(client_id: str) -> ResponseReturnValue:
    """A new talk for somebody who was invited before."""
    client, newest = invitation_of(desk(), client_id)
    filled, here = FilledIn.read(request.form), current_organisation()
    if filled.language not in here.languages:
        return _form_again(client, newest, filled, {"language": CHOOSE_A_LANGUAGE}), 422
    wanted, seen = filled.appointment(here.zone), request.form.get("seen", "")
    try:
        _client, opener = invite_again(desk(), client_id, wanted, house().settings.pepper, house().now(), seen=seen)
    except Incomplete as incomplete:
        sentences = {name: say(sentence) for name, sentence in incomplete.sentences.items()}
        return _form_again(client, newest, filled, sentences), 422
    except Stale:
        return _form_again(client, newest, filled, {"talk_at": say(INVITED_MEANWHILE)}), 409
    if opener:
        remember_opener(client_id, opener)
    return _show(client_id)


@blueprint.get("/clients/<client_id>/invitation")
@audience("caseworker")
def invitation(client_id: str) -> ResponseReturnValue:
    return invitation_page(client_id)


@blueprint.get("/clients/<client_id>/letter")
@audience("caseworker")
def letter(client_id: str) -> ResponseReturnValue:
    """Only while the code is remembered; after that a new letter needs a new code."""
    client, newest = invitation_of(desk(), client_id)
    opener = remembered_opener(client, newest)
    if opener is None or newest is None:
        return redirect(url_for("inviting.invitation", client_id=client.id), 303)
    printed = print_letter(_letter(client, newest, opener), say_in)
    return Response(printed, mimetype="application/pdf", headers={"Content-Disposition": "inline; filename=letter.pdf"})


@blueprint.post("/clients/<client_id>/invitation/renew")
@audience("caseworker")
def make_new(client_id: str) -> ResponseReturnValue:
    remember_opener(client_id, renew(desk(), client_id, house().settings.pepper, house().now()))
    return _show(client_id)


@blueprint.post("/clients/<client_id>/invitation/withdraw")
@audience("caseworker")
def take_back(client_id: str) -> ResponseReturnValue:
    withdraw(desk(), client_id, house().now())
    forget_opener(client_id)
    return _show(client_id)


def _show(client_id: str) -> ResponseReturnValue:
    return show_at(url_for("inviting.invitation", client_id=client_id), lambda: invitation_page(client_id))


def invitation_page(client_id: str, mistake: str = "") -> str:
    """`mistake` is a sentence beside the choice of a colleague."""
    client, newest = invitation_of(desk(), client_id)
    opener = remembered_opener(client, newest)
    return on_desk(
        "casework/invitation.html",
        client=client,
        invitation=newest,
        opens=newest is not None and newest.opens(house().now()),
        last_day=last_whole_day(newest.expires_at, current_organisation().zone) if newest else None,
        opener=opener,
        link=_link(opener) if opener else "",
        was_held=client.talk_at <= house().now(),
        colleagues=colleagues(desk()),
        mistake=mistake,
    )


def _form(filled: FilledIn, mistakes: Mapping[str, str | LazyString] | None = None, **shown: object) -> str:
    today = house().now().date()
    return on_desk("casework/invite.html", filled=filled, mistakes=mistakes or {}, today=today, **shown)


def _form_again(
    client: Client, newest: Invitation | None, filled: FilledIn, mistakes: Mapping[str, str | LazyString] | None = None
) -> str:
    """It names the invitation that was the newest when it was opened: a tap that comes twice invites once."""
    return _form(filled, mistakes, client=client, seen=newest.id if newest else "")


def _letter(client: Client, newest: Invitation, opener: Opener) -> Letter:
    here = current_organisation()
    return Letter(
        organisation_name=here.name,
        contact=here.contact,
        caseworker_name=desk().caseworker.name,
        client_name=client.name,
        language=client.language,
        talk_at=client.talk_at,
        zone=here.zone,
        talk_place=client.talk_place,
        link=_link(opener),
        code=opener.code,
        address=public_address().partition("://")[2],
        expires_at=newest.expires_at,
    )


def _link(opener: Opener) -> str:
    return public_address() + url_for("entry.letter_link", token=opener.token)
