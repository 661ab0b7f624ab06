"""A client's own log of sharing: when, and whether it became less; never what."""

from dataclasses import replace
from datetime import timedelta

from kompas.casework.people import ProfileVersion
from kompas.casework.shared_before import shared_before
from kompas.casework.versions import take_back, whole, wiped
from tests.casework.test_versions import NOW, shared


def told(*versions: ProfileVersion) -> list[str]:
    in_order = [replace(one, shared_at=NOW + timedelta(days=day)) for day, one in enumerate(versions)]
    found = shared_before(in_order)
    assert [one.at for one in found] == sorted((one.at for one in found), reverse=True)
    return [one.deed for one in found]


def test_sharing_and_taking_back_stand_there_the_newest_first() -> None:
    first = shared(needs=("dutch", "childcare"))
    second = take_back(first, ["needs/dutch"], [], NOW)
    third = take_back(second, ["needs/childcare"], [], NOW)
    assert told(first, second, third, first) == ["shared", "took all back", "shared less", "shared"]


def test_something_else_is_shared_and_not_less() -> None:
    assert told(shared(needs="dutch"), shared(needs="childcare")) == ["shared", "shared"]


def test_who_kept_everything_shared_nothing() -> None:
    assert told(shared(choices={}, needs="dutch")) == []


def test_each_talk_begins_anew() -> None:
    again = replace(shared(needs="dutch"), round=2)
    assert told(shared(needs=("dutch", "bus")), again) == ["shared", "shared"]


def test_wiping_has_its_moment_and_what_was_shared_before_keeps_its_own() -> None:
    first = shared(needs=("dutch", "childcare"))
    less = wiped(first, lambda spoken: spoken.option == "dutch", (), ())
    nothing = wiped(first, lambda _spoken: True, (), ())
    assert told(less, whole(less, NOW)) == ["wiped", "shared"]
    assert told(nothing, whole(nothing, NOW)) == ["wiped", "shared"]
    assert told(nothing, whole(nothing, NOW), shared(needs="dutch")) == ["shared", "wiped", "shared"]
