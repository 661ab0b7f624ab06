"""Sharing: the client decides part by part or line by line, sees exactly what the caseworker sees, and takes back."""

from collections.abc import Container, Mapping

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import LINE_BY_LINE, NotYetChosen, decide, fingerprint
from kompas.conversation.flow import PARTS, Part
from kompas.profile.statements import Profile
from kompas.usecases.answer import where_is
from kompas.usecases.open_profile import my_profile
from kompas.usecases.problems import Stale
from kompas.usecases.share import share as share_profile
from kompas.usecases.share import shared_now, unshare, what_to_choose
from kompas.web.audience import audience
from kompas.web.earlier import beside
from kompas.web.house import house
from kompas.web.lines import PartOfProfile, agenda_of, in_parts, line, lines_of
from kompas.web.offers import offers_here
from kompas.web.phone import current_flow, phone, who
from kompas.web.since import since_shared
from kompas.web.swapping import show_at
from kompas.web.then_and_now import my_news
from kompas.web.unsent import unsent
from kompas.web.wording import say_in

blueprint = Blueprint("sharing", __name__)

DESK_LANGUAGES = frozenset({"nl", "en"})
"""What caseworkers read: the wording of the moment of sharing is kept for them too."""


@blueprint.get("/share")
@audience("client")
def share() -> ResponseReturnValue:
    return _preview_again() if unsent().get("screen") == "preview" else _share_page()


@blueprint.post("/share")
@audience("client")
def share_now() -> ResponseReturnValue:
    """Nothing leaves before this."""
    profile = _mine()
    seen = request.form.get("seen", "")
    if seen != fingerprint(profile):
        return _look_once_more()
    do, parts, lines = request.form.get("do"), _chosen_parts(), _chosen_lines(profile)
    if do not in {"preview", "share"}:
        return _share_page()
    try:
        if do == "preview":
            return _preview(decide(profile, parts, lines))
        share_profile(phone(), parts, lines, say_in, DESK_LANGUAGES | {str(get_locale())}, house().now(), seen)
    except Stale:
        return _look_once_more()
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


def _id_of_line(name: str) -> str:
    profile = my_profile(phone())
    if profile is None or str(profile.version.number) != request.form.get("version"):
        raise Stale
    found = next((item.statement.id for item in profile.items if str(item.number) == name), None)
    if found is None:
        raise Stale
    return found


def _mine() -> Profile:
    return what_to_choose(phone(), house().now()).profile


def _look_once_more() -> ResponseReturnValue:
    return _share_page(_("You changed something in another window. Look once more.")), 409


def _share_page(mistake: str | None = None, missing: tuple[Part, ...] = ()) -> str:
    (_client, caseworker), version, walked = who(), shared_now(phone()), where_is(phone())
    profile = _mine()
    since = since_shared(walked, version)
    anew = since.ids if since else frozenset()
    parts = in_parts(line(number, one) for number, one in enumerate(profile.statements, start=1))
    return render_template(
        "profile/share.html",
        parts=parts,
        chosen=dict(request.form) if request.method == "POST" else _earlier(parts, version, anew),
        since=since,
        anew=anew,
        hints=_hints(),
        agenda=walked.agenda,
        seen=fingerprint(profile),
        mistake=mistake,
        missing=missing,
        name=caseworker.first_name,
    )


def _preview_again() -> str:
    """The preview in another language; the screen before it, when what it showed changed meanwhile."""
    profile = _mine()
    try:
        return _preview(decide(profile, _chosen_parts(), _chosen_lines(profile)))
    except NotYetChosen:
        return _share_page()


def _preview(choices: Mapping[str, str]) -> str:
    """What the caseworker would see."""
    released = what_to_choose(phone(), house().now()).released(choices)
    chosen = {name: value for name, value in request.form.items() if name.startswith(("part.", "line."))}
    return render_template(
        "profile/preview.html",
        parts=in_parts(line(number, one) for number, one in enumerate(released.profile.statements, start=1)),
        agenda=agenda_of(released.talk_about),
        chosen=chosen,
        seen=request.form["seen"],
        name=who()[1].first_name,
    )


def _shared_page() -> str:
    profile, (_client, caseworker) = my_profile(phone()), who()
    return render_template(
        "profile/shared.html",
        besides=beside(),
        version=profile.version.number if profile else 0,
        parts=in_parts(lines_of(profile)) if profile else [],
        agenda=agenda_of(profile.talk_about) if profile else [],
        name=caseworker.first_name,
        shared=profile,
        then_and_now=my_news() if profile else None,
        there=offers_here(),
    )


def _chosen_parts() -> dict[str, str]:
    return {part: request.form.get(f"part.{part}", "") for part in PARTS}


def _chosen_lines(profile: Profile) -> dict[str, str]:
    return {one.id: request.form.get(f"line.{number}", "") for number, one in enumerate(profile.statements, start=1)}


def _earlier(parts: list[PartOfProfile], version: ProfileVersion | None, anew: Container[str]) -> dict[str, str]:
    """What was chosen before, as the fields of the screen; nothing at first, and nothing for a line that is new."""
    earlier = {name: choice for name, choice in version.choices.items() if name not in anew} if version else {}
    chosen = {f"line.{one.number}": earlier.get(one.statement.id, "") for part in parts for one in part.lines}
    for part in parts:
        found = {earlier.get(one.statement.id, "") for one in part.lines}
        chosen[f"part.{part.part}"] = LINE_BY_LINE if found - {""} and len(found) > 1 else found.pop()
    return chosen


def _hints() -> dict[Part, str]:
    """What the flow suggests in words for a part; never chosen beforehand."""
    flow = current_flow()
    suggested = {flow.chapter_of[one.id].part for one in flow.questions.values() if one.share == "talk_first"}
    agenda = _("This opens your talk. A topic about help shows only when you share that line too.")
    return {**dict.fromkeys(suggested, _("You may want to talk about this first.")), "agenda": agenda}
