"""Lines stand in an order that is easy to read, and that tells nothing of what isn't there."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kompas.profile.building import build
from tests.conversation.ours import a_talk, our_flow
from tests.conversation.talking import a_flow, answered, question


def test_what_was_answered_most_strongly_comes_first_within_its_kind() -> None:
    flow = a_flow(
        *(question(name, "faces", scale="enjoy", says=f"interest/{name}") for name in ("baking", "driving")),
        question("hours", says="wish/hours"),
    )
    found = build(flow, answered(flow, baking="not", driving="like", hours="yes"))
    assert [one.id for one in found.statements] == ["interest/driving", "interest/baking", "wish/hours"]


@settings(max_examples=25)
@given(st.integers().map(Random))
def test_a_line_stays_in_its_place_whatever_else_was_said(chance: Random) -> None:
    heard = a_talk(chance).heard
    less = {slot: answer for slot, answer in heard.items() if chance.random() < 0.7 and answer.state == "given"}
    both = build(our_flow(), less).by_id.keys() & build(our_flow(), heard).by_id.keys()
    on_top = {one.id for answers in (less, heard) for one in build(our_flow(), answers).statements if one.top}
    compared = both - on_top
    kinds = [
        list(dict.fromkeys((one.part, one.kind) for one in build(our_flow(), answers).statements if one.id in compared))
        for answers in (less, heard)
    ]
    assert kinds[0] == kinds[1]
