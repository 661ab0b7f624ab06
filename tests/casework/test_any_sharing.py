"""What a caseworker gets is what was shared: the same for everybody who shared the same, whatever else they said."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import CHOICES, decide, release, shareable
from kompas.casework.versions import profile_of, sentences_of, talk_about, without, write_down
from kompas.conversation.answers import SKIPPED, Answer, Answers
from kompas.conversation.walking import walk
from kompas.profile.building import build
from kompas.profile.statements import Statement
from tests.conversation.ours import a_talk, our_flow

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHANCE = st.integers().map(Random)
FEW = settings(max_examples=30)
Choices = Mapping[str, str]


def lines(heard: Answers) -> tuple[Statement, ...]:
    return shareable(build(our_flow(), heard)).statements


def chosen_by_chance(chance: Random, heard: Answers) -> dict[str, str]:
    return {one.id: chance.choice(CHOICES) for one in lines(heard)}


def leaving(heard: Answers, choices: Choices) -> ProfileVersion:
    """What is kept for the caseworker's side, as the use case writes it down."""
    released = release(our_flow(), heard, choices)
    wording = {"nl": {sentence: f"nl: {sentence}" for sentence in sentences_of(released)}}
    return write_down(1, NOW, our_flow(), released, choices, wording)


def as_bytes(version: ProfileVersion) -> bytes:
    return json.dumps(version.shown).encode()


@FEW
@given(CHANCE)
def test_the_caseworker_gets_exactly_the_lines_that_were_shared(chance: Random) -> None:
    heard = a_talk(chance).heard
    choices = chosen_by_chance(chance, heard)
    shared = tuple(one for one in lines(heard) if choices[one.id] == "share")
    assert release(our_flow(), heard, choices).profile.statements == shared
    assert profile_of(leaving(heard, choices)).statements == shared


@FEW
@given(CHANCE)
def test_what_was_released_builds_the_same_profile_again(chance: Random) -> None:
    heard = a_talk(chance).heard
    released = release(our_flow(), heard, chosen_by_chance(chance, heard))
    assert build(our_flow(), released.answers) == released.profile


@FEW
@given(CHANCE)
def test_the_agenda_holds_the_parts_to_talk_about_and_no_line_of_them(chance: Random) -> None:
    heard = a_talk(chance).heard
    choices = chosen_by_chance(chance, heard)
    talked = [one for one in lines(heard) if choices[one.id] == "talk"]
    version = leaving(heard, choices)
    assert set(talk_about(version)) == {one.part for one in talked}
    assert not {one.id for one in talked} & profile_of(version).by_id.keys()


@FEW
@given(CHANCE)
def test_each_part_that_holds_a_line_is_asked_about(chance: Random) -> None:
    profile = build(our_flow(), a_talk(chance).heard)
    parts = {part: chance.choice(CHOICES) for part in shareable(profile).parts}
    assert {one.id: parts[one.part] for one in shareable(profile).statements} == decide(profile, parts, {})


def somebody_else(chance: Random, heard: Answers, choices: Choices) -> Answers:
    """The same person, but for what they keep: of that each answer was never given, or is another one."""
    known = [said for one in lines(heard) if choices[one.id] != "keep" for said in one.evidence]
    known_options = {(said.slot, said.option) for said in known}
    other = dict(a_talk(chance).heard)
    for slot, answer in heard.items():
        if isinstance(answer.value, tuple):
            told = tuple(one for one in answer.options if (slot, one) in known_options)
            more = tuple(one for one in _row(other.get(slot)) if one not in answer.options and told)
            other[slot] = Answer("given", (*told, *more)) if told else other.get(slot, SKIPPED)
        elif any(said.slot == slot for said in known):
            other[slot] = answer
    return walk(our_flow(), other).heard


def _row(answer: Answer | None) -> tuple[str, ...]:
    return answer.options if answer else ()


@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
@given(CHANCE)
def test_two_people_who_share_the_same_look_the_same(chance: Random) -> None:
    """Byte for byte: what one of them keeps, or never said, is in no order, gap, count or word of what leaves."""
    heard = a_talk(chance).heard
    choices = chosen_by_chance(chance, heard)
    other = somebody_else(chance, heard, choices)
    known = {name: choice for name, choice in choices.items() if choice != "keep"}
    assume([one for one in lines(heard) if one.id in known] == [one for one in lines(other) if one.id in known])
    theirs = {one.id: "keep" for one in lines(other)} | known
    assert as_bytes(leaving(other, theirs)) == as_bytes(leaving(heard, choices))


@FEW
@given(CHANCE)
def test_taking_back_only_takes_away(chance: Random) -> None:
    heard = a_talk(chance).heard
    version = leaving(heard, chosen_by_chance(chance, heard))
    shared = profile_of(version).statements
    taken = {one.id for one in shared if chance.random() < 0.5}
    parts = [part for part in talk_about(version) if chance.random() < 0.5]
    left = without(our_flow(), version, taken, parts)
    assert left.profile.statements == tuple(one for one in shared if one.id not in taken)
    assert left.talk_about == tuple(part for part in talk_about(version) if part not in parts)


@FEW
@given(CHANCE)
def test_an_answer_changed_since_is_not_shared_by_taking_another_back(chance: Random) -> None:
    """What is left was said then; the person of today isn't looked at at all."""
    heard = a_talk(chance).heard
    everything = {one.id: "share" for one in lines(heard)}
    version = leaving(heard, everything)
    assume(everything)
    taken = chance.choice(list(everything))
    left = without(our_flow(), version, [taken], [])
    assert set(left.answers) <= set(release(our_flow(), heard, everything).answers)
    assert taken not in left.profile.by_id
