"""Sharing: the client decides part by part or line by line, sees exactly what the caseworker sees, and takes back."""

from hashlib import sha256

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from kompas.casework.sharing import NotYetChosen, shareable
from kompas.casework.versions import talk_about, wording_of
from kompas.conversation.flow import PARTS, Part
from kompas.profile.building import build
from kompas.profile.statements import Profile
from kompas.usecases.answer import where_is
from kompas.usecases.confirm import my_profile
from kompas.usecases.problems import Stale
from kompas.usecases.share import readers as readers_of
from kompas.usecases.share import share as share_profile
from kompas.usecases.share import shared_now, unshare
from kompas.web.audience import audience
from kompas.web.house import house
from kompas.web.lines import PartOfProfile, in_parts, line, lines_of, part_of_profile
from kompas.web.moments import moment
from kompas.web.phone import current_flow, phone, who
from kompas.web.swapping import show_at
from kompas.web.wording import say_in

blueprint = Blueprint("sharing", __name__)

DESK_LANGUAGE = "nl"


@blueprint.get("/share")
@audience("client")
def share() -> ResponseReturnValue:
    return _share_page()


@blueprint.post("/share")
@audience("client")
def share_now() -> ResponseReturnValue:
    """Nothing leaves before this."""
    profile = _mine()
    if request.form.get("seen") != _fingerprint(profile):
        return _share_page(_("You changed something in another window. Look once more.")), 409
    languages = {DESK_LANGUAGE, str(get_locale())}
    try:
        share_profile(phone(), _chosen_parts(), _chosen_lines(profile), say_in, languages, house().now())
    except NotYetChosen as missing:
        sentence = _("Choose for each part: share it, talk about it first, or keep it to yourself.")
        return _share_page(sentence, missing.parts), 422
    return show_at(url_for("sharing.shared"), _shared_page)


@blueprint.get("/shared")
@audience("client")
def shared() -> ResponseReturnValue:
    return _shared_page()


@blueprint.post("/unshare")
@audience("client")
def take_back() -> ResponseReturnValue:
    """Takes back everything, one part, or one line (by its number in the version that was on the screen)."""
    what, side = request.form.get("what", ""), phone()
    kind, _dot, name = what.partition(".")
    if kind == "all":
        unshare(side, (), PARTS, house().now())
    elif kind == "part" and name in PARTS:
        unshare(side, (), [part for part in PARTS if part == name], house().now())
    else:
        unshare(side, [_id_of_line(name)], (), house().now())
    return show_at(url_for("sharing.shared"), _shared_page)


@blueprint.get("/readers")
@audience("client")
def readers() -> ResponseReturnValue:
    client, caseworker_name = who()
    views = [
        (view.caseworker_name, view.caseworker_id == client.caseworker_id, view.at) for view in readers_of(phone())
    ]
    return render_template("profile/readers.html", views=views, caseworker_name=caseworker_name)


def _id_of_line(name: str) -> str:
    profile = my_profile(phone())
    if profile is None or str(profile.version.number) != request.form.get("version"):
        raise Stale
    found = next((item.statement.id for item in profile.items if str(item.number) == name), None)
    if found is None:
        raise Stale
    return found


def _mine() -> Profile:
    return shareable(build(current_flow(), where_is(phone()).heard))


def _share_page(mistake: str | None = None, missing: tuple[Part, ...] = ()) -> str:
    profile, (_client, caseworker_name) = _mine(), who()
    version = shared_now(phone())
    earlier = dict(version.choices) if version else {}
    numbered = [line(number, one) for number, one in enumerate(profile.statements, start=1)]
    parts = in_parts(numbered)
    typed = request.method == "POST"
    return render_template(
        "profile/share.html",
        parts=parts,
        chosen_parts=_chosen_parts() if typed else {one.part: _earlier_choice(one, earlier) for one in parts},
        chosen_lines=_chosen_lines(profile) if typed else earlier,
        suggestions=_suggestions(),
        seen=_fingerprint(profile),
        mistake=mistake,
        missing=missing,
        caseworker_name=caseworker_name,
        unfinished=where_is(phone()).next is not None,
    )


def _shared_page() -> str:
    profile, (_client, caseworker_name) = my_profile(phone()), who()
    return render_template(
        "profile/shared.html",
        shared=profile,
        version=profile.version.number if profile else 0,
        parts=in_parts(lines_of(profile.items, wording_of(profile.version))) if profile else [],
        agenda=[part_of_profile(part, ()) for part in talk_about(profile.version)] if profile else [],
        caseworker_name=caseworker_name,
        shared_at=moment(profile.version.shared_at) if profile else "",
    )


def _chosen_parts() -> dict[str, str]:
    return {part: request.form.get(f"part.{part}", "") for part in PARTS}


def _chosen_lines(profile: Profile) -> dict[str, str]:
    return {one.id: request.form.get(f"line.{number}", "") for number, one in enumerate(profile.statements, start=1)}


def _earlier_choice(part: PartOfProfile, earlier: dict[str, str]) -> str:
    """What was chosen for this part before: one choice for all of its lines, or line by line. Nothing at first."""
    found = {earlier.get(one.statement.id, "") for one in part.lines}
    if len(found) == 1:
        return found.pop()
    return "lines" if found - {""} else ""


def _suggestions() -> dict[Part, str]:
    """What the flow suggests in words for a part; never chosen beforehand."""
    flow = current_flow()
    return {flow.chapter_of[one.id].part: one.share for one in flow.questions.values() if one.share}


def _fingerprint(profile: Profile) -> str:
    """Of the lines on the screen: a choice must never land on another line than the one that was read."""
    return sha256(" ".join(f"{one.id}={one.ground}" for one in profile.statements).encode()).hexdigest()[:32]
