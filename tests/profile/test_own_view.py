"""A line that isn't right: its client hides it, or says it in their own words, and nothing else is any different."""

from collections.abc import Mapping
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.conversation.answers import Answer, Answers
from kompas.profile.building import build
from kompas.profile.own_view import as_seen_by_client, hidden_lines
from kompas.profile.statements import Profile, Statement
from tests.conversation.ours import a_talk, our_flow
from tests.conversation.talking import a_flow, answered
from tests.conversation.tiny_flows import NEEDS

WORDS = "Ik help <b>graag</b>, maar niet alleen."
CHANCE = st.integers().map(Random)


def seen(profile: Profile, view: Mapping[str, str]) -> Profile:
    return as_seen_by_client(profile, said(view))


def said(view: Mapping[str, str]) -> Answers:
    return {"own_view": Answer("given", dict(view))}


def a_profile() -> Profile:
    flow = a_flow(NEEDS)
    return build(flow, answered(flow, needs=("dutch", "housing")))


def worked_out(name: str) -> Statement:
    """A line that no question speaks in."""
    return Statement(name, "how", "Cooking", (), ())


def test_a_hidden_line_is_gone_and_can_be_found_back() -> None:
    before = a_profile()
    hidden, left = before.statements
    view = {hidden.id: ""}
    assert seen(before, view).statements == (left,)
    assert hidden_lines(before, said(view)) == (hidden,)
    assert hidden_lines(before, {}) == ()
    assert seen(before, {}) == before


def test_own_words_stand_beside_the_line_and_are_a_ground_of_it() -> None:
    before = a_profile()
    line = before.statements[0]
    now = seen(before, {line.id: WORDS}).by_id[line.id]
    assert now.name == line.name
    assert now.details[-1].own_words
    assert [one.text for one in now.details] == [*(one.text for one in line.details), WORDS]
    assert now.evidence[:-1] == line.evidence
    spoken = now.evidence[-1]
    assert (spoken.slot, spoken.option, spoken.answer, spoken.own_words) == ("own_view", line.id, WORDS, True)
    other = seen(before, {line.id: "Anders."}).by_id[line.id]
    assert len({line.ground, now.ground, other.ground}) == 3


def test_it_goes_by_the_id_of_a_line_whatever_the_line_is_made_of() -> None:
    kept, gone = worked_out("work/1"), worked_out("field/care")
    (line,) = seen(
        Profile((kept, gone)), {"work/1": WORDS, "field/care": "", "step/none": "", "work/2": WORDS}
    ).statements
    assert (line.id, line.details[0].text) == ("work/1", WORDS)


def test_what_only_follows_a_hidden_line_goes_and_comes_with_it() -> None:
    need = worked_out("need/dutch")
    topic = Statement("topic/dutch", "agenda", "Dutch", (), (), follows="need/dutch")
    both = Profile((need, topic))
    assert seen(both, {"need/dutch": ""}).statements == ()
    assert hidden_lines(both, said({"need/dutch": ""})) == (need,)


@settings(max_examples=25)
@given(CHANCE)
def test_no_other_line_is_any_different(chance: Random) -> None:
    before = build(our_flow(), a_talk(chance).heard)
    of_answers = [one.id for one in before.statements if not one.follows]
    view = {one: chance.choice(("", WORDS)) for one in of_answers if chance.random() < 0.3}
    now = seen(before, view)
    untouched = [one for one in before.statements if one.id not in view and view.get(one.follows) != ""]
    assert [one for one in now.statements if one.id not in view] == untouched
    assert {one.id for one in now.statements} & view.keys() == {one for one in view if view[one]}
    assert {one.id for one in hidden_lines(before, said(view))} == {one for one in view if not view[one]}
