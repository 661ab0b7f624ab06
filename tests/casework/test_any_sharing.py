"""What a caseworker gets is what was shared: the same for everybody who shared the same, whatever else they said."""

import json
from datetime import UTC, datetime
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kompas.casework.people import ProfileVersion
from kompas.casework.sharing import decide, release, shareable
from kompas.casework.versions import answers_of_version, profile_of, sentences_of, take_back, talk_about, write_down
from kompas.conversation.answers import Answers
from kompas.profile.building import build
from tests.casework.keeping import Choices, choices_for, chosen_by_chance, lines, shared, somebody_else, told
from tests.conversation.ours import a_talk, our_flow

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CHANCE = st.integers().map(Random)
FEW = settings(max_examples=30)


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
    let_go = shared(heard, choices)
    assert release(our_flow(), heard, choices).profile.statements == let_go
    assert profile_of(leaving(heard, choices)).statements == let_go


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
    parts = {one.part: chance.choice(choices_for(one)) for one in shareable(profile).statements}
    assert {one.id: parts[one.part] for one in shareable(profile).statements} == decide(profile, parts, {})


@settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
@given(CHANCE)
def test_two_people_who_share_the_same_look_the_same(chance: Random) -> None:
    """Byte for byte: what one of them keeps, or never said, is in no order, gap, count or word of what leaves."""
    heard = a_talk(chance).heard
    choices = chosen_by_chance(chance, heard)
    other = somebody_else(chance, heard, choices)
    known = {name: choice for name, choice in choices.items() if choice != "keep"}
    assume(told(heard, choices) == told(other, choices))
    theirs = {one.id: "keep" for one in lines(other)} | known
    assert as_bytes(leaving(other, theirs)) == as_bytes(leaving(heard, choices))


@FEW
@given(CHANCE)
def test_taking_back_only_takes_away(chance: Random) -> None:
    heard = a_talk(chance).heard
    version = leaving(heard, chosen_by_chance(chance, heard))
    then = profile_of(version).statements
    taken = {one.id for one in then if chance.random() < 0.5}
    parts = [part for part in talk_about(version) if chance.random() < 0.5]
    left = take_back(version, taken, parts, NOW)
    there = [one for one in then if one.id not in taken and one.part not in parts]
    ids = {one.id for one in there}
    there = tuple(one for one in there if not one.follows or one.follows in ids)
    assert profile_of(left).statements == there
    assert build(our_flow(), answers_of_version(left)).statements == there
    assert talk_about(left) == tuple(part for part in talk_about(version) if part not in parts)


@FEW
@given(CHANCE)
def test_an_answer_changed_since_is_not_shared_by_taking_another_back(chance: Random) -> None:
    """What is left was said then; the person of today isn't looked at at all."""
    heard = a_talk(chance).heard
    everything = {one.id: "share" for one in lines(heard)}
    version = leaving(heard, everything)
    assume(everything)
    taken = chance.choice(list(everything))
    left = take_back(version, [taken], [], NOW)
    assert set(answers_of_version(left)) <= set(release(our_flow(), heard, everything).answers)
    assert taken not in profile_of(left).by_id
