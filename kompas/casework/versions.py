"""A profile version: the moment of sharing, written down whole, and read back as the profile it was."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import Released, release
from kompas.conversation.answers import Answer, Answers
from kompas.conversation.flow import Flow, Part
from kompas.profile.statements import RULES_VERSION, Detail, Profile, Spoken, Statement

Wording = Mapping[str, Mapping[str, str]]
"""What was on the screen at the moment of sharing: `{language: {source sentence: sentence shown}}`."""


def write_down(
    round_of_talks: int, now: datetime, flow: Flow, released: Released, choices: Mapping[str, str], wording: Wording
) -> ProfileVersion:
    """The version that these released answers make; everything in it is JSON-able. It gets its number when it is kept.

    Of `wording` only what this profile shows is kept: a line that was taken back leaves no word behind.
    """
    sentences = sentences_of(released)
    shown = {
        "answers": {slot: answer.to_plain() for slot, answer in released.answers.items()},
        "statements": [_plain(statement) for statement in released.profile.statements],
        "talk_about": list(released.talk_about),
        "wording": {
            language: {one: said[one] for one in sentences if one in said} for language, said in wording.items()
        },
    }
    return ProfileVersion(0, now, flow.id, flow.version, RULES_VERSION, shown, dict(choices), round_of_talks)


def without(flow: Flow, version: ProfileVersion, ids: Iterable[str], parts: Iterable[Part]) -> Released:
    """What is left of a version when these lines, and these parts of the agenda, are taken back.

    Built from the answers that were released then: an answer changed since is not shared by taking another one back.
    """
    kept = {one.id: "share" for one in profile_of(version).statements if one.id not in set(ids)}
    left = release(flow, answers_of_version(version), kept)
    agenda = tuple(part for part in talk_about(version) if part not in set(parts))
    return Released(left.answers, left.profile, agenda)


def answers_of_version(version: ProfileVersion) -> Answers:
    plain = cast(Mapping[str, Mapping[str, object]], version.shown["answers"])
    return {slot: Answer.from_plain(answer) for slot, answer in plain.items()}


def profile_of(version: ProfileVersion) -> Profile:
    """The lines as they were shared, whatever the flow says today."""
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
        for spoken in statement.evidence:
            found[spoken.question] = None
            if not spoken.own_words:
                found[spoken.answer] = None
    return tuple(found)


def _plain(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "part": statement.part,
        "name": statement.name,
        "details": [[one.text, one.own_words] for one in statement.details],
        "evidence": [_plain_spoken(one) for one in statement.evidence],
        "top": statement.top,
        "weight": statement.weight,
    }


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
    )
