"""Signing in and out of caseworkers, at the provider of their own organisation. No password is ever typed here."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from kompas.casework.people import Organisation
from kompas.usecases.problems import ProviderAway, SignInRefused
from kompas.usecases.sign_in import sign_in
from kompas.web.audience import audience
from kompas.web.going import go, wants_swap
from kompas.web.headers import may_lead_to
from kompas.web.house import house
from kompas.web.language import language
from kompas.web.openid import MINUTES_TO_RETURN, Journey, Provider
from kompas.web.organisation import current_organisation, public_address
from kompas.web.sessions import keep_visit, sign_in_caseworker, sign_out, visitor

blueprint = Blueprint("sign_in", __name__)

JOURNEY = "sign_in_journey"
DEMONSTRATION_CLIENT = "kompas"


@blueprint.get("/sign-in")
@audience("anyone")
def start() -> ResponseReturnValue:
    if visitor().role == "caseworker":
        return redirect("/clients", 303)
    provider = provider_of(current_organisation())
    if provider:
        may_lead_to(house().openid.origin(provider))
    return render_template("casework/sign_in.html", can_sign_in=provider is not None)


@blueprint.post("/sign-in")
@audience("anyone")
def leave_for_the_provider() -> ResponseReturnValue:
    provider, now = _provider(), house().now()
    journey = Journey.begin(provider, public_address() + url_for("sign_in.come_back"), now.timestamp())
    address = house().openid.address_to_sign_in(provider, journey, language())
    keep_visit(now + timedelta(minutes=MINUTES_TO_RETURN), **{JOURNEY: journey.to_plain()})
    return go(address)


@blueprint.get("/sign-in/return")
@audience("anyone")
def come_back() -> ResponseReturnValue:
    begun = session.pop(JOURNEY, None)
    if begun is None:
        raise SignInRefused("no sign-in was begun in this session")
    here, provider = current_organisation(), _provider()
    subject = house().openid.subject(provider, Journey(**begun), request.args, house().now().timestamp())
    caseworker = sign_in(house().archive, here, subject, house().now())
    sign_in_caseworker(caseworker.id)
    return redirect("/clients", 303)


@blueprint.post("/sign-out")
@audience("caseworker")
def leave() -> ResponseReturnValue:
    """Here, and at the provider when it knows how.

    The way to the provider is a fresh load (`Refresh`), not a redirect: a redirect of a form would need the provider
    in the `form-action` of every page with a sign-out button.
    """
    signed_out = url_for("sign_in.start", notice="signed-out")
    at_the_provider = _sign_out_at_provider(public_address() + signed_out)
    sign_out()
    if at_the_provider is None or wants_swap():
        return go(at_the_provider or signed_out)
    return render_template("casework/signed_out.html", address=at_the_provider), {
        "Refresh": f"0; url={at_the_provider}"
    }


def provider_of(organisation: Organisation) -> Provider | None:
    """The organisation's provider for sign-in; in a demonstration the local one when it has none of its own."""
    settings = house().settings
    if organisation.issuer:
        return Provider(organisation.issuer, organisation.oidc_client_id, organisation.oidc_client_secret)
    if settings.demonstration_provider and not settings.in_production:
        return Provider(settings.demonstration_provider, DEMONSTRATION_CLIENT, "")
    return None


def _provider() -> Provider:
    found = provider_of(current_organisation())
    if found is None:
        raise ProviderAway("this organisation has no provider for sign-in")
    return found


def _sign_out_at_provider(back_to: str) -> str | None:
    provider = provider_of(current_organisation())
    try:
        return house().openid.address_to_sign_out(provider, back_to) if provider else None
    except ProviderAway:
        return None
