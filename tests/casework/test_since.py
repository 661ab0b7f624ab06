"""Since it was shared: what is still seen as it was, and what was never chosen about."""

from kompas.casework.people import ProfileVersion
from kompas.casework.since import Since, since
from kompas.profile.building import build
from tests.casework.test_versions import FLOW, shared, through_storage
from tests.conversation.talking import Said, answered


def looked_at(version: ProfileVersion, **said: Said) -> Since:
    return since(version, build(FLOW, answered(FLOW, **said)))


def test_while_nothing_was_changed_nothing_is_told() -> None:
    assert not looked_at(through_storage(shared(needs="dutch", words="I sing.")), needs="dutch", words="I sing.")


def test_other_words_are_still_seen_as_they_were() -> None:
    found = looked_at(shared(needs="dutch", words="I sing."), needs="dutch", words="I dance.")
    (still,) = found.still
    assert still.then.details[0].text == "I sing."
    assert still.now is not None
    assert still.now.details[0].text == "I dance."
    assert found.ids == {"words/it"}


def test_a_line_that_nothing_says_any_more_is_still_seen() -> None:
    found = looked_at(shared(needs=("dutch", "childcare")), needs="dutch")
    (still,) = found.still
    assert (still.then.id, still.now) == ("needs/childcare", None)


def test_changing_the_mind_back_makes_it_go() -> None:
    version = shared(needs="dutch")
    assert looked_at(version, needs="childcare")
    assert not looked_at(version, needs="dutch")


def test_a_line_that_came_since_is_asked_about() -> None:
    found = looked_at(shared(choices={"needs/dutch": "share"}, needs="dutch"), needs=("dutch", "bus"))
    assert (found.still, [one.id for one in found.fresh]) == ((), ["needs/bus"])


def test_what_was_kept_is_not_asked_about_again() -> None:
    version = shared(choices={"needs/dutch": "share", "words/it": "keep"}, needs="dutch", words="I sing.")
    assert not looked_at(version, needs="dutch", words="I dance.")
