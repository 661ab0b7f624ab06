"""What leaves of who sat beside: of each released line its own chapter, and of the others nothing at all."""

from datetime import UTC, datetime
from random import Random

from kompas.casework.sharing import release
from kompas.casework.versions import profile_of, shows_the_same, take_back, without_beside, write_down
from kompas.conversation.answers import Answer, question_of
from kompas.profile.statements import Statement
from tests.casework.keeping import chosen_by_chance, lines
from tests.conversation.ours import a_talk, our_flow

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
EVERYWHERE = {f"beside.{one.id}": Answer("given", {"interpreter": "", one.id: ""}) for one in our_flow().chapters}


def chapters_of(one: Statement) -> set[str]:
    return {our_flow().chapter_of[question_of(spoken.slot)].id for spoken in one.evidence}


def test_a_line_tells_who_was_beside_in_its_own_chapter_alone(record_property) -> None:
    told = 0
    for seed in range(30):
        chance = Random(seed)
        heard = a_talk(chance).heard
        released = release(our_flow(), heard, chosen_by_chance(chance, heard), EVERYWHERE)
        for one in released.profile.statements:
            assert {chapter for chapter, _who, _by in one.beside} == (chapters_of(one) if one.kind != "talk" else set())
            told += len(one.beside)
    record_property("counted", f"{told} times it was told who sat beside, each time in the line's own chapter")


def test_of_a_chapter_of_which_nothing_leaves_nothing_is_told() -> None:
    for seed in range(20):
        chance = Random(seed)
        heard = a_talk(chance).heard
        choices = chosen_by_chance(chance, heard)
        leaves = {name for one in lines(heard) if choices[one.id] == "share" for name in chapters_of(one)}
        some = {slot: one for slot, one in EVERYWHERE.items() if slot.partition(".")[2] in leaves}
        assert release(our_flow(), heard, choices, EVERYWHERE) == release(our_flow(), heard, choices, some)


def test_it_is_no_ground_and_goes_with_its_line_or_by_itself() -> None:
    heard = a_talk(Random(3)).heard
    everything = {one.id: "share" for one in lines(heard)}
    alone, together = (release(our_flow(), heard, everything, who) for who in ({}, EVERYWHERE))
    assert [one.ground for one in alone.profile.statements] == [one.ground for one in together.profile.statements]
    version = write_down(1, NOW, our_flow(), together, everything, {})
    assert profile_of(version) == together.profile
    assert not shows_the_same(version, write_down(1, NOW, our_flow(), alone, everything, {}))
    first = together.profile.statements[0].id
    assert first not in {one.id for one in profile_of(take_back(version, [first], (), NOW)).statements}
    assert "['good_at', 'interpreter', " in str(version.shown)
    left = without_beside(version, "good_at")
    assert "['good_at', 'interpreter', " not in str(left.shown)
    assert without_beside(left, "good_at") == left
