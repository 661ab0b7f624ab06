"""Which two moments of sharing are compared, and that what was taken back is nothing to compare with."""

from dataclasses import replace
from datetime import timedelta

from kompas.casework.compared import Compared, compared
from kompas.casework.people import ProfileVersion
from kompas.casework.versions import take_back
from tests.casework.test_versions import NOW, shared

ALL = ["needs/dutch", "needs/childcare", "needs/bus"]


def of(*needs: str, day: int = 0, talk: int = 1) -> ProfileVersion:
    version = shared(choices=dict.fromkeys(ALL, "share"), needs=needs)
    return replace(version, shared_at=NOW + timedelta(days=day), round=talk)


def needs(found: Compared | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    assert found is not None
    then, now = (side["needs"].options if "needs" in side else () for side in (found.then, found.now))
    return then, now


def test_who_shared_once_has_nothing_to_compare() -> None:
    assert compared([], 1) is None
    assert compared([of("dutch")], 1) is None
    assert compared([of("dutch")], 2) is None


def test_the_first_sharing_stands_beside_the_newest() -> None:
    found = compared([of("dutch"), of("dutch", "bus", day=3), of("dutch", "childcare", "bus", day=9)], 1)
    assert needs(found) == (("dutch",), ("dutch", "childcare", "bus"))
    assert found is not None
    assert (found.then_at, found.now_at) == (NOW, NOW + timedelta(days=9))


def test_the_talk_before_comes_first() -> None:
    found = compared([of("dutch"), of("bus", day=2), of("dutch", day=100, talk=2), of("childcare", day=104, talk=2)], 2)
    assert needs(found) == (("bus",), ("childcare",))


def test_of_a_talk_that_was_wholly_taken_back_nothing_is_left_to_compare() -> None:
    gone = take_back(of("dutch"), ["needs/dutch"], [], NOW)
    found = compared([of("dutch"), gone, of("bus", day=100, talk=2), of("childcare", "bus", day=104, talk=2)], 2)
    assert needs(found) == (("bus",), ("childcare", "bus"))


def test_who_adds_a_line_the_same_day_corrects_themselves() -> None:
    later = replace(of("dutch", "bus"), shared_at=NOW + timedelta(hours=3))
    assert compared([of("dutch"), later], 1) is None


def test_a_line_that_went_and_came_back_says_nothing_and_neither_that_it_had_gone() -> None:
    first, newest = of("dutch", "bus"), of("dutch", "bus", "childcare", day=9)
    less = take_back(first, ["needs/bus"], [], NOW + timedelta(days=2))
    assert needs(compared([first, less, newest], 1)) == (("dutch",), ("dutch", "childcare"))


def test_what_was_taken_back_since_is_on_neither_side() -> None:
    first = of("dutch", "bus")
    less = take_back(of("dutch", "bus", day=8), ["needs/bus"], [], NOW + timedelta(days=9))
    found = compared([first, of("dutch", "bus", day=8), less], 1)
    assert needs(found) == (("dutch",), ("dutch",))
