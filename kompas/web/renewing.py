"""Is this still right? Part by part, one tap each; then either all of it is renewed, or what changed is pointed to.

The taps travel in the form and are kept nowhere. Nothing leaves for the desk but that everything is still right: what
changed it learns when the client shares anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from kompas.casework.people import ProfileVersion
from kompas.casework.renewing import first_shared, renewable
from kompas.casework.versions import wording_of
from kompas.conversation.former import todays_slot
from kompas.conversation.walking import Walk
from kompas.profile.concluding import is_worked_out
from kompas.profile.statements import Statement
from kompas.usecases.answer import where_is
from kompas.usecases.problems import Stale
from kompas.usecases.renew import renew, to_renew
from kompas.web.audience import audience
from kompas.web.going import go
from kompas.web.house import house
from kompas.web.lines import PartOfProfile, in_parts, line
from kompas.web.phone import phone, who
from kompas.web.since import since_shared
from kompas.web.unsent import unsent

blueprint = Blueprint("renewing", __name__)

RIGHT, CHANGED = "right", "changed"


@dataclass(frozen=True)
class Asked:
    """What is looked through: the version, when its lines were shared, and the parts that hold a line."""

    version: ProfileVersion
    shared_at: datetime
    parts: list[PartOfProfile]
    walk: Walk

    def change_url(self, statement: Statement) -> str:
        """Where the first answer under a line was given; off the path, where all answers stand."""
        slots = [todays_slot(self.walk.flow, one.slot) for one in statement.evidence]
        stop = next((stop for slot in slots for stop in self.walk.path if stop.slot == slot), None)
        if stop is None:
            return url_for("conversation.review")
        return url_for("conversation.question", address=stop.address, came_from="review")


def to_look_through(walked: Walk) -> Asked | None:
    """`None` while there is nothing to ask, and where a changed answer waits to be shared: that asks for more."""
    version = to_renew(phone(), house().now())
    since = since_shared(walked, version)
    if version is None or (since and any(not is_worked_out(one.then.statement) for one in since.still)):
        return None
    lines = (line(0, one, None, wording_of(version)) for one in renewable(version).statements)
    return Asked(version, first_shared(version), in_parts(lines), walked)


@blueprint.get("/still-right")
@audience("client")
def still_right() -> ResponseReturnValue:
    asked = to_look_through(where_is(phone()))
    if asked is None:
        return go(url_for("profile.heard"))
    if unsent().get("screen") == CHANGED:
        return _what_changed(asked, unsent())
    return _page(asked, unsent())


@blueprint.post("/still-right")
@audience("client")
def answer() -> ResponseReturnValue:
    asked = to_look_through(where_is(phone()))
    if asked is None or request.form.get("version") != str(asked.version.number):
        return go(url_for("renewing.still_right"))
    missing = [one.part for one in asked.parts if request.form.get(f"part.{one.part}") not in (RIGHT, CHANGED)]
    if missing:
        return _page(asked, request.form, missing), 422
    if _changed(asked, request.form):
        return _what_changed(asked, request.form)
    try:
        renew(phone(), asked.version.number, house().now())
    except Stale:
        return go(url_for("renewing.still_right"))
    return go(url_for("profile.heard", notice="still-right"))


def _changed(asked: Asked, said: Mapping[str, str]) -> list[PartOfProfile]:
    return [one for one in asked.parts if said.get(f"part.{one.part}") == CHANGED]


def _page(asked: Asked, said: Mapping[str, str], missing: Collection[str] = ()) -> str:
    return render_template(
        "profile/still_right.html",
        asked=asked,
        said=said,
        missing=missing,
        mistake=_("Choose for each part: still right, or something changed.") if missing else "",
        name=who()[1].first_name,
    )


def _what_changed(asked: Asked, said: Mapping[str, str]) -> str:
    return render_template(
        "profile/what_changed.html", asked=asked, parts=_changed(asked, said), said=said, name=who()[1].first_name
    )
