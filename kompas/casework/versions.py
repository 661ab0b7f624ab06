"""A profile version: the moment of sharing, written down whole, and read back as the profile it was."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import Released, topics_shared, under, with_what_they_follow
from kompas.conversation.answers import Answer, Answers
from kompas.conversation.flow import Flow, Part
from kompas.profile.concluding import TOPICS, Topic, choice_about, is_worked_out, part_of_topic, topic_of
from kompas.profile.statements import Detail, Profile, Spoken, Statement
from kompas.profile.still_holding import hint_is_over, is_own_choice

WIPED = "wiped"
HINT_SHARED = "hint_shared"
NO_LINES = Profile(())
Anew = Callable[[Answers, Collection[Topic], Profile], tuple[Statement, ...]]
"""Works out anew, of the answers that are left, the lines of these topics (`profile/concluding.py`), with the client's
own word as it was shared in this profile."""
Wording = Mapping[str, Mapping[str, str]]
"""What was on the screen at the moment of sharing: `{language: {source sentence: sentence shown}}`."""


def write_down(
    round_of_talks: int, now: datetime, flow: Flow, released: Released, choices: Mapping[str, str], wording: Wording
) -> ProfileVersion:
    """The version that these released answers make; everything in it is JSON-able. It gets its number when it is kept.

    Of `wording` only what this profile shows is kept: a line that was taken back leaves no word behind.
    """
    shown = _shown(released, wording)
    return ProfileVersion(0, now, flow.id, flow.version, released.rules_version, shown, dict(choices), round_of_talks)


def nothing_anew(_answers: Answers, _topics: Collection[Topic], _then: Profile) -> tuple[Statement, ...]:
    return ()


def take_back(
    version: ProfileVersion, ids: Iterable[str], parts: Iterable[Part], now: datetime, anew: Anew = nothing_anew
) -> ProfileVersion:
    """What is left of a version without these lines, and without these parts with all their lines.

    Taken from what was shown then, in the words of then: neither an answer that was changed since nor a newer
    conversation is shared by taking something back. What was worked out is worked out anew of what is left; not the
    hint, which rests on no answer. It gets its number when it is kept.
    """
    gone, gone_parts = set(ids), set(parts)
    then = profile_of(version)
    shared = [one for one in then.statements if not hint_is_over(one, hint_shared_at(version), now)]
    left = with_what_they_follow(one for one in shared if one.id not in gone and one.part not in gone_parts)
    agenda = tuple(part for part in talk_about(version) if part not in gone_parts)
    topics = {topic_of(one) for one in left if is_worked_out(one)}
    over = {topic_of(one) for one in then.statements if is_worked_out(one)} - topics
    taken = {one.id: "keep" for one in then.statements if one not in left}
    taken |= {choice_about(one): "keep" for one in TOPICS if one in over or part_of_topic(one) in gone_parts}
    choices = {**version.choices, **taken}
    if any(not is_worked_out(one) and one not in left for one in shared):
        worked_out = _anew(anew, _answers_under(version, left), topics, then, choices)
        left = _said_in(left) + worked_out + tuple(one for one in left if one.kind == "hint")
    return replace(_left(version, left, agenda), number=0, shared_at=now, choices=choices)


def wiped(
    version: ProfileVersion, touched: Callable[[Spoken], bool], ids: Container[str], agenda: Container[Part]
) -> ProfileVersion:
    """The same version after answers were wiped: without the lines that rest on something `touched`, and with no choice
    for these ids. `agenda`: the parts that are still to be talked about.

    The one time that a version changes, since what is wiped may be kept nowhere. A step or an idea for work rests on
    all that was shared: none is left where something of it goes, nor a hint but one that they chose themselves.
    """
    shared, talk = profile_of(version).statements, talk_about(version)
    left = with_what_they_follow(one for one in shared if not any(map(touched, one.evidence)))
    if left != shared:
        left = _said_in(left) + tuple(filter(is_own_choice, left))
    gone = {one.id for one in shared if one not in left}
    choices = {name: choice for name, choice in version.choices.items() if name not in gone and name not in ids}
    still = tuple(part for part in talk if part in agenda)
    if (left, still) == (shared, talk):
        return replace(version, choices=choices)
    changed = _left(version, left, still)
    return replace(changed, shown={**changed.shown, WIPED: True}, choices=choices)


def _anew(
    anew: Anew, answers: Answers, topics: Collection[Topic], then: Profile, choices: Mapping[str, str]
) -> tuple[Statement, ...]:
    """What follows now, but what was taken back before."""
    found = anew(answers, [topic for topic in topics if topic != "hint"], then)
    return tuple(one for one in found if choices.get(one.id) != "keep")


def _said_in(lines: Iterable[Statement]) -> tuple[Statement, ...]:
    """What answers say themselves."""
    return tuple(one for one in lines if not is_worked_out(one))


def _answers_under(version: ProfileVersion, lines: Iterable[Statement]) -> Answers:
    return under(answers_of_version(version), _said_in(lines))


def without_beside(version: ProfileVersion, chapter_id: str) -> ProfileVersion:
    """The same version after it was wiped who sat beside in this chapter."""
    shared = profile_of(version).statements
    left = tuple(replace(one, beside=tuple(who for who in one.beside if who[0] != chapter_id)) for one in shared)
    if left == shared:
        return version
    changed = _left(version, left, talk_about(version))
    return replace(changed, shown={**changed.shown, WIPED: True})


def whole(
    version: ProfileVersion, now: datetime, anew: Anew = nothing_anew, then: Profile = NO_LINES
) -> ProfileVersion:
    """What is left after wiping, as a version of its own: the one that both sides see from now on.

    `then`: what they saw before it.
    """
    lines = profile_of(version).statements
    if all(not is_worked_out(one) or is_own_choice(one) for one in lines):
        found = _anew(anew, _answers_under(version, lines), topics_shared(version.choices), then, version.choices)
        lines = _said_in(lines) + found + tuple(filter(is_own_choice, lines))
    left = _left(version, lines, talk_about(version))
    return replace(left, number=0, shared_at=now)


def is_whole(version: ProfileVersion) -> bool:
    """False once something was wiped out of it: its lines may stand in other places than on the screens before."""
    return not version.shown.get(WIPED)


def shows_anything(version: ProfileVersion) -> bool:
    """Does a caseworker see a line in it, or a part to talk about? Not once everything was taken back."""
    return bool(version.shown.get("statements") or version.shown.get("talk_about"))


def shows_the_same(one: ProfileVersion, other: ProfileVersion) -> bool:
    """Would a caseworker see the same, in the same words?"""
    mine, theirs = wording_of(one), wording_of(other)
    in_both = mine.keys() & theirs.keys()
    return all(one.shown[name] == other.shown[name] for name in ("answers", "statements", "talk_about")) and all(
        mine[language] == theirs[language] for language in in_both
    )


def _left(version: ProfileVersion, left: tuple[Statement, ...], agenda: tuple[Part, ...]) -> ProfileVersion:
    released = Released(_answers_under(version, left), Profile(left), agenda)
    hint = {HINT_SHARED: hint_shared_at(version).isoformat()} if any(one.kind == "hint" for one in left) else {}
    return replace(version, shown={**_shown(released, wording_of(version)), **hint})


def hint_shared_at(version: ProfileVersion) -> datetime:
    """When the client shared the hint in it, whatever they took back or wiped since: from then on it passes."""
    then = version.shown.get(HINT_SHARED)
    return datetime.fromisoformat(then) if isinstance(then, str) else version.shared_at


def _shown(released: Released, wording: Wording) -> dict[str, object]:
    sentences = sentences_of(released)
    return {
        "answers": {slot: answer.to_plain() for slot, answer in released.answers.items()},
        "statements": [_plain(statement) for statement in released.profile.statements],
        "talk_about": list(released.talk_about),
        "wording": {
            language: {one: said[one] for one in sentences if one in said} for language, said in wording.items()
        },
    }


def answers_of_version(version: ProfileVersion) -> Answers:
    plain = cast(Mapping[str, Mapping[str, object]], version.shown["answers"])
    return {slot: Answer.from_plain(answer) for slot, answer in plain.items()}


def profile_of(version: ProfileVersion | None) -> Profile:
    """The lines as they were shared, whatever the flow says today; none where there is no version."""
    if version is None:
        return Profile(())
    return Profile(tuple(_statement(one) for one in cast(list[dict[str, Any]], version.shown["statements"])))


def talk_about(version: ProfileVersion) -> tuple[Part, ...]:
    """The parts that the client wants to talk about first."""
    return tuple(cast(list[Part], version.shown["talk_about"]))


def wording_of(version: ProfileVersion) -> Wording:
    return cast(Wording, version.shown.get("wording", {}))


def sentences_of(released: Released) -> tuple[str, ...]:
    """Every source sentence that this profile shows, own words left out: what `Wording` has to keep."""
    found: dict[str, None] = {}
    for statement in released.profile.statements:
        found[statement.name] = None
        found |= {detail.text: None for detail in statement.details if not detail.own_words}
        found |= {detail.lead: None for detail in statement.details if detail.lead}
        for spoken in statement.evidence:
            found[spoken.question] = None
            if not spoken.own_words:
                found[spoken.answer] = None
    return tuple(found)


def _plain(statement: Statement) -> dict[str, object]:
    beside = {"beside": [list(one) for one in statement.beside]} if statement.beside else {}
    return {
        **beside,
        **({"follows": statement.follows} if statement.follows else {}),
        "id": statement.id,
        "part": statement.part,
        "name": statement.name,
        "details": [_plain_detail(one) for one in statement.details],
        "evidence": [_plain_spoken(one) for one in statement.evidence],
        "top": statement.top,
        "weight": statement.weight,
    }


def _plain_detail(one: Detail) -> list[object]:
    return [one.text, one.own_words, *([one.lead] if one.lead else [])]


def _plain_spoken(one: Spoken) -> list[object]:
    """Its first names only where they differ from those of today."""
    return [one.slot, one.option, one.question, one.answer, one.own_words, *([one.first] if one.first else [])]


def _statement(plain: dict[str, Any]) -> Statement:
    return Statement(
        id=plain["id"],
        part=plain["part"],
        name=plain["name"],
        details=tuple(Detail(*one) for one in plain["details"]),
        evidence=tuple(Spoken(*one) for one in plain["evidence"]),
        top=plain["top"],
        weight=plain["weight"],
        beside=tuple(tuple(one) for one in plain.get("beside", ())),
        follows=plain.get("follows", ""),
    )
