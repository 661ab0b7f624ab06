"""Is this still right? When it is asked, and what is renewed when it is."""

from dataclasses import replace
from datetime import timedelta

from kompas.casework.renewing import THREE_MONTHS, first_shared, grows_old, renewable, renewed, still_right_at
from kompas.casework.versions import profile_of, shows_the_same, take_back
from tests.casework.test_versions import NOW, shared, through_storage

SOME = shared(needs=("dutch", "childcare"), words="I sing.")
LATER = NOW + THREE_MONTHS


def test_it_is_asked_after_three_months_and_in_a_new_talk_at_once() -> None:
    assert not grows_old(SOME, 1, LATER - timedelta(days=1))
    assert grows_old(SOME, 1, LATER)
    assert grows_old(SOME, 2, NOW + timedelta(days=1))


def test_of_nothing_it_is_never_asked() -> None:
    assert not grows_old(shared(choices={}), 2, LATER)
    assert not grows_old(shared(choices={"needs/dutch": "talk"}, needs="dutch"), 2, LATER)


def test_what_is_still_right_is_the_same_at_another_moment() -> None:
    again = through_storage(renewed(SOME, 2, LATER))
    assert shows_the_same(SOME, again)
    assert (again.shared_at, again.round, again.choices) == (LATER, 2, SOME.choices)
    assert (first_shared(again), still_right_at(again)) == (NOW, LATER)
    assert not grows_old(again, 2, LATER + timedelta(days=1))


def test_however_often_it_was_said_it_was_shared_once() -> None:
    twice = renewed(renewed(SOME, 1, LATER), 1, LATER + THREE_MONTHS)
    assert (first_shared(twice), still_right_at(twice)) == (NOW, LATER + THREE_MONTHS)
    assert (first_shared(SOME), still_right_at(SOME)) == (NOW, None)


def test_who_takes_something_back_shares_what_is_left_at_that_moment() -> None:
    less = take_back(renewed(SOME, 1, LATER), ["needs/dutch"], [], LATER + timedelta(days=2))
    assert still_right_at(less) is None


def test_how_somebody_is_helped_best_is_chosen_anew_each_time() -> None:
    hint = {"id": "hint/make_room", "part": "next", "name": "First room", "details": [], "evidence": []}
    lines = [*SOME.shown["statements"], hint | {"top": False, "weight": None}]  # type: ignore[misc]
    with_hint = replace(
        SOME, shown={**SOME.shown, "statements": lines}, choices={**SOME.choices, "worked_out/hint": "share"}
    )
    again = renewed(with_hint, 1, LATER)
    assert "hint/make_room" in profile_of(with_hint).by_id
    assert "hint/make_room" not in renewable(with_hint).by_id
    assert shows_the_same(again, SOME)
    assert again.choices == SOME.choices
