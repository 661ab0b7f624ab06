"""Two clients who differ only in what they keep: all that leaves for the desk is the same, byte for byte."""

from functools import cache
from itertools import count
from random import Random

import pytest

from kompas.conversation.answers import Answers
from kompas.profile.statements import Statement
from tests.casework.keeping import chosen_by_chance, lines, somebody_else, told
from tests.conversation.ours import a_talk
from tests.databases import Engine
from tests.web.leaks import LEAKS, Leak
from tests.web.leaving import Desk, Leaf, first_difference
from tests.web.lives import Life, by_chance
from tests.web.worlds import a_world

PAIRS = 8
DEEDS = 6


def two_people(seed: int) -> tuple[Answers, Answers, tuple[Statement, ...]]:
    """What they say, and the lines that both may tell: the same ones, in the same order."""
    for attempt in range(200):
        chance = Random(f"{seed} {attempt}")
        heard = a_talk(chance).heard
        choices = chosen_by_chance(chance, heard)
        other = somebody_else(chance, heard, choices)
        known = told(heard, choices)
        if known and known == told(other, choices) and heard != other:
            return heard, other, known
    raise AssertionError("nobody found")


def a_day(engine: Engine, seed: int, who: int, heard: Answers, known: tuple[Statement, ...]) -> list[Leaf]:
    """The same story in each world, but for what this client says, keeps and does for themselves (`who`)."""
    story, own = Random(seed), Random(f"{seed} {who}")
    with a_world(engine) as world:
        desk, life = Desk(world, story), Life(world, known)
        early = own.random() < 0.5
        if early:
            life.says(_shuffled(own, heard))
        desk.looks_everywhere()
        if not early:
            life.says(_shuffled(own, heard))
        choices = by_chance(story, known)
        for deed in range(DEEDS):
            world.later(7 * deed + 3)
            life.goes_on(own, choices)
            world.later(7 * deed + 7)
            do = story.choice(("share", "take back", "answer", "nothing")) if deed else "share"
            if do == "share":
                choices = by_chance(story, known)
                assert life.shares(choices) == 303
            elif do == "take back":
                life.takes_back(story)
            elif do == "answer":
                life.answers_the_caseworker(story)
            desk.speaks()
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left


def _shuffled(chance: Random, heard: Answers) -> Answers:
    slots = list(heard)
    chance.shuffle(slots)
    return {slot: heard[slot] for slot in slots}


def test_the_desk_cannot_tell_two_clients_apart_who_tell_the_same(engine: Engine, record_property) -> None:
    things = weight = kept = 0
    for seed in range(PAIRS):
        heard, other, known = two_people(seed)
        one, two = a_day(engine, seed, 1, heard, known), a_day(engine, seed, 2, other, known)
        assert not (found := first_difference(one, two)), f"pair {seed}: {found}"
        things += len(one)
        weight += sum(len(leaf.said) for leaf in one)
        kept += len(lines(heard)) + len(lines(other)) - 2 * len(known)
    record_property(
        "counted",
        f"{engine}: {PAIRS} pairs of clients who kept {kept} lines, {things} things left for the desk "
        f"({weight:,} bytes), none differs",
    )


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.__name__)
def test_a_leak_on_purpose_is_found(engine: Engine, leak: Leak, record_property) -> None:
    """A comparison that can't fail is worth nothing. Each leak lets out one thing, in one way."""
    heard, other, known = two_who_keep_more_or_less()
    one, two = (a_talk_prepared(engine, said, known, leak) for said in (heard, other))
    assert first_difference(one, two)
    record_property("counted", f"{engine}: {leak.__name__.replace('_', ' ')} was let out on purpose, and found")


def test_without_a_leak_the_same_two_look_the_same(engine: Engine) -> None:
    heard, other, known = two_who_keep_more_or_less()
    one, two = (a_talk_prepared(engine, said, known, None) for said in (heard, other))
    assert not (found := first_difference(one, two)), found


@cache
def two_who_keep_more_or_less() -> tuple[Answers, Answers, tuple[Statement, ...]]:
    """One of the two answered more questions than the other, and keeps lines in parts where the other has none."""
    met = (two_people(seed) for seed in count(PAIRS))
    return next(two for two in met if len(two[0]) != len(two[1]) and parts_of(two[0]) != parts_of(two[1]))


def parts_of(heard: Answers) -> set[str]:
    return {one.part for one in lines(heard)}


def a_talk_prepared(engine: Engine, heard: Answers, known: tuple[Statement, ...], leak: Leak | None) -> list[Leaf]:
    """A short day: something is shared, and the desk looks at all there is."""
    with a_world(engine, leak) as world:
        desk, life = Desk(world, Random(1)), Life(world, known)
        world.later(len(heard) / 60)
        life.says(heard)
        world.later(5)
        life.shares({one.id: "share" for one in known})
        world.later(7)
        desk.speaks()
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left


def test_a_line_that_was_taken_back_may_be_wiped_and_the_desk_does_not_see_it(engine: Engine) -> None:
    """Both spoke of it, it was taken back; whether the answer under it still exists is the client's alone."""
    heard, _other, known = two_who_keep_more_or_less()
    one, two = (a_day_with_something_taken_back(engine, heard, known, wipes) for wipes in (False, True))
    assert not (found := first_difference(one, two)), found


def a_day_with_something_taken_back(
    engine: Engine, heard: Answers, known: tuple[Statement, ...], wipes: bool
) -> list[Leaf]:
    with a_world(engine) as world:
        desk, life = Desk(world, Random(1)), Life(world, known)
        life.says(heard)
        everything = {one.id: "share" for one in known}
        life.shares(everything)
        desk.agrees_with_everything()
        world.later(7)
        for one in known:
            if "." not in one.evidence[0].slot and len({said.slot for said in one.evidence}) == 1:
                life.shares(everything | {one.id: "keep"})
                world.later(8)
                if wipes:
                    life.wipes(one.evidence[0].slot)
                break
        world.later(14)
        desk.looks()
        desk.speaks()
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left


def test_lines_that_are_hidden_and_words_about_what_is_kept_leave_no_trace(engine: Engine) -> None:
    """Nor does a line that was shared, hidden, and by sharing anew gone: it is as if it had been kept from then on."""
    heard, _other, known = two_who_keep_more_or_less()
    one, two = (a_day_with_an_own_view(engine, heard, known, hides) for hides in (False, True))
    assert not (found := first_difference(one, two)), found


def a_day_with_an_own_view(engine: Engine, heard: Answers, known: tuple[Statement, ...], hides: bool) -> list[Leaf]:
    with a_world(engine) as world:
        desk, life = Desk(world, Random(1)), Life(world, known)
        life.says(heard)
        of_answers = [one for one in known if one.part != "agenda"]
        kept = [one.id for one in lines(heard) if one not in known and one.part != "agenda"]
        if hides:
            for place, line in enumerate(kept):
                life.sees(line, "say" if place % 2 else "hide", "Eigen woorden.")
        everything = {one.id: "share" for one in known}
        assert life.shares(everything) == 303
        desk.agrees_with_everything()
        world.later(7)
        gone = next(one.id for one in of_answers if one.id not in {other.follows for other in known})
        if hides:
            life.sees(gone, "hide")
        world.later(8)
        desk.looks()
        assert life.shares(everything | {gone: "keep"}) == 303
        world.later(14)
        desk.speaks()
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left
