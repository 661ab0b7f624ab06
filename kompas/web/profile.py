"""What we heard: the client's own profile, and their half of each verdict."""

from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString

from kompas.casework.shared_profile import SharedProfile
from kompas.casework.versions import wording_of
from kompas.conversation.accepting import NotAccepted
from kompas.conversation.former import todays_slot
from kompas.conversation.own_word import own_view
from kompas.conversation.walking import Walk
from kompas.profile.own_view import as_seen_by_client, hidden_lines, without_words
from kompas.profile.said_by import said_by
from kompas.profile.statements import Profile, Statement
from kompas.usecases.answer import where_is
from kompas.usecases.confirm import Meanwhile, confirm_mine
from kompas.usecases.lost import lost_lines
from kompas.usecases.open_profile import my_profile
from kompas.usecases.own_view import everything_of
from kompas.usecases.problems import Stale
from kompas.web.audience import audience
from kompas.web.directions import compass_of_parts
from kompas.web.going import wants_swap
from kompas.web.house import house
from kompas.web.language import direction
from kompas.web.lines import Line, PartOfProfile, in_parts, line, worked_out_in
from kompas.web.lost import lost_on_screen
from kompas.web.meanwhile import said_meanwhile
from kompas.web.notices import NOTICES, notice
from kompas.web.own_view import TOLD, NotRight, asked_about, do_about, may_be_not_right
from kompas.web.phone import phone, who
from kompas.web.seen import seen_in
from kompas.web.since import since_shared
from kompas.web.standing import standing_for_client
from kompas.web.swapping import show_at
from kompas.web.then_and_now import my_news
from kompas.web.wording import say_mistake

blueprint = Blueprint("profile", __name__)


SHOWN_AT_ONCE = 5
"""Lines of a part; one more alone isn't worth a tap."""


@dataclass(frozen=True)
class PartHeard:
    """One of the six parts: the lines that stand there at once, those that a tap unfolds, and by its title what follows
    from them."""

    part: PartOfProfile
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]
    follows: list[tuple[str, list[Line]]]


@dataclass(frozen=True)
class OwnProfile:
    """What only the client's own page knows of a line: where it can be changed, and where both sides stand."""

    walk: Walk
    client_name: str
    problem: Meanwhile | None = None
    not_right: NotRight | None = None

    def change_url(self, line: Line, place: int) -> str:
        """Where the answer at this place under the line was given; empty when it is no longer on the path."""
        slot = todays_slot(self.walk.flow, line.statement.evidence[place].slot)
        stop = next((one for one in self.walk.path if one.slot == slot), None)
        return url_for("conversation.question", address=stop.address, came_from="review") if stop else ""

    @property
    def opened(self) -> str:
        """The line that can't be folded away, because something is told or asked there."""
        return self.not_right.line if self.not_right else self.problem_on

    @property
    def problem_on(self) -> str:
        return self.problem.item.statement.id if self.problem else ""

    def may_be_not_right(self, line: Line) -> bool:
        return may_be_not_right(line)

    def own_words(self, line: Line) -> str:
        """What the client said of it instead; empty where they didn't."""
        return own_view(self.walk.own_word).get(line.statement.id, "")

    def meanwhile(self, line: Line) -> str:
        """What happened to this very line while the client spoke; empty for every other line."""
        return said_meanwhile(self.problem) if self.problem and self.problem_on == line.statement.id else ""

    def standing(self, line: Line) -> str:
        return standing_for_client(line.item) if line.item else ""


@blueprint.get("/profile")
@audience("client")
def heard() -> ResponseReturnValue:
    return _heard(notice() or "")


@blueprint.post("/profile")
@audience("client")
def not_right() -> ResponseReturnValue:
    """A line is hidden or said in own words; or it stands there again as it was."""
    form, side, now = request.form, phone(), house().now()
    line, words, do = form.get("line", ""), form.get("words", ""), form.get("do", "")
    try:
        do_about(side, do, line, words, now)
    except NotAccepted as mistake:
        return _heard("", not_right=NotRight(line, words, say_mistake(mistake))), 422
    return show_at(url_for("profile.heard"), lambda: _heard(NOTICES[TOLD[do]]), notice=TOLD[do])


@blueprint.post("/profile/items/<int:number>")
@audience("client")
def verdict(number: int) -> ResponseReturnValue:  # noqa: ARG001 (what was seen of the line tells more than its place)
    form = request.form
    try:
        confirm_mine(phone(), seen_in(form), form.get("word", ""), house().now())
    except Meanwhile as problem:
        return _heard("", problem), 409
    return show_at(url_for("profile.heard"), lambda: _heard(NOTICES["word-saved"]), notice="word-saved")


def _heard(saved: LazyString | str, problem: Meanwhile | None = None, not_right: NotRight | None = None) -> str:
    """`problem`: somebody spoke about a line meanwhile, which is told there. Raises `Stale` when the line is gone about
    which something was typed."""
    side = phone()
    walked, shared = where_is(side), my_profile(side)
    lines = _lines(walked, shared)
    if not_right and not any(one.statement.id == not_right.line and may_be_not_right(one) for one in lines):
        raise Stale
    own = OwnProfile(walked, who()[0].name, problem, not_right or asked_about(lines, walked))
    hidden = hidden_lines(everything_of(side, house().now()), walked.own_word)
    return render_template(
        "profile/heard.html",
        compass=compass_of_parts(in_parts(lines), mirrored=direction() == "rtl"),
        parts=[_folded(part, own) for part in in_parts(lines)],
        own=own,
        hidden=[line(0, one) for one in hidden],
        focus="data-stays" if wants_swap() else "autofocus",
        shared=shared,
        then_and_now=my_news() if shared else None,
        name=who()[1].first_name,
        lost=lost_on_screen(lost_lines(side)),
        since=since_shared(walked, shared.version if shared else None),
        saved=saved,
        back=url_for("conversation.review"),
    )


def _folded(part: PartOfProfile, own: OwnProfile) -> PartHeard:
    """What waits for the client's word, or has something to tell, is never folded away."""
    rest = part.said[SHOWN_AT_ONCE:] if len(part.said) > SHOWN_AT_ONCE + 1 else ()
    folded = tuple(one for one in rest if not one.waits and one.statement.id != own.opened)
    return PartHeard(part, tuple(one for one in part.said if one not in folded), folded, part.worked_out)


def _lines(walked: Walk, shared: SharedProfile | None) -> list[Line]:
    """The client's lines as their answers make them now; a shared one carries where both sides stand. Of what was
    worked out, what was shared: there is a word of both sides on it."""
    follows = Profile(tuple(without_words(one.statement) for one in worked_out_in(shared))) if shared else Profile(())
    statements = said_by(walked).statements + as_seen_by_client(follows, walked.own_word).statements
    return [_line(number, one, shared) for number, one in enumerate(statements, start=1)]


def _line(number: int, now: Statement, shared: SharedProfile | None) -> Line:
    """Both sides spoke of what was shared, in the words of then: an unchanged line keeps them whatever the flow says
    today; a line that was changed since, not shared anew, carries no word of it."""
    item = next((one for one in shared.items if one.statement.id == now.id), None) if shared else None
    if shared is None or item is None:
        return line(number, now)
    if item.statement.ground == now.ground:
        return line(number, item.statement, item, wording_of(shared.version))
    return line(number, now, replace(item, changed=True))
