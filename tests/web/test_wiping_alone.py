"""Wiping takes what it says and no more: other lines, what both sides said of them, and the agenda stay."""

from collections.abc import Mapping

import pytest

from kompas.casework.people import Client, Verdict
from kompas.casework.versions import profile_of, talk_about
from kompas.conversation.answers import Answer, chosen, given
from kompas.conversation.flow import Flow
from kompas.store.answers import wipe_answers
from kompas.store.archive import Archive
from kompas.store.verdicts import add_verdict, verdicts_of
from kompas.usecases.parties import Phone
from kompas.usecases.share import shared_now
from kompas.usecases.wipe import wipe_answer
from tests.store.people import Municipality, a_verdict
from tests.web.arrivals import an_invited_client
from tests.web.conftest import Clock
from tests.web.talks import SAID, on_the_phone, says, shares


@pytest.fixture
def samira(archive: Archive, municipality: Municipality, clock: Clock) -> Client:
    return an_invited_client(archive, municipality, clock, language="en").client


@pytest.fixture
def side(archive: Archive, municipality: Municipality, samira: Client, flows: Mapping[str, Flow]) -> Phone:
    return on_the_phone(archive, municipality, samira, flows)


def changes(side: Phone, clock: Clock, **answers: Answer) -> None:
    says(side, clock, answers)


def is_spoken_about(side: Phone, version: int, line: str) -> Verdict:
    with side.archive.writing(side.organisation_id) as records:
        return add_verdict(records, side.client_id, a_verdict(version=version, statement_id=line))


def spoken_about(side: Phone) -> list[Verdict]:
    """By those that still say something."""
    with side.archive.reading(side.organisation_id) as records:
        return [one for one in verdicts_of(records, side.client_id) if one.word]


def shared_lines(side: Phone) -> set[str]:
    version = shared_now(side)
    return set(profile_of(version).by_id) if version else set()


def test_wiping_one_talent_takes_no_other_talent_along(side: Phone, clock: Clock) -> None:
    says(side, clock)
    version = shares(side, clock)
    spoken = is_spoken_about(side, version.number, "strength/persevering")
    wipe_answer(side, "talent_helping", clock())
    assert shared_lines(side) == profile_of(version).by_id.keys() - {"strength/helping"}
    assert spoken_about(side) == [spoken]


def test_wiping_what_was_put_on_top_takes_along_only_the_words_about_it(side: Phone, clock: Clock) -> None:
    """The line was on top when it was shared first; it isn't in the newest, and what was said of that stays."""
    says(side, clock)
    first = shares(side, clock)
    before = is_spoken_about(side, first.number, "strength/helping")
    changes(side, clock, talents_top=chosen("talent_persevering"))
    second = shares(side, clock)
    after = is_spoken_about(side, second.number, "strength/helping")
    wipe_answer(side, "talents_top", clock())
    assert "strength/helping" in shared_lines(side)
    assert before not in spoken_about(side)
    assert spoken_about(side) == [after]


def test_the_agenda_stays_whatever_else_was_changed_and_is_wiped(side: Phone, clock: Clock) -> None:
    """Nobody at a desk may see in the agenda that an answer was changed which was never shared."""
    says(side, clock, {**SAID, "needs": chosen("childcare")})
    version = shares(side, clock, helps="talk")
    changes(side, clock, needs=chosen("dutch"))
    wipe_answer(side, "situation", clock())
    left = shared_now(side)
    assert left is not None
    assert "helps" in talk_about(version)
    assert talk_about(left) == talk_about(version)


def test_what_was_only_to_be_talked_about_leaves_the_agenda_with_its_last_answer(side: Phone, clock: Clock) -> None:
    says(side, clock, {"situation": given("looking_now"), "needs": chosen("childcare", "dutch")})
    shares(side, clock, helps="talk")
    wipe_answer(side, "needs", clock())
    left = shared_now(side)
    assert left is not None
    assert talk_about(left) == ()


def test_a_choice_about_what_was_said_long_ago_goes_too(side: Phone, clock: Clock) -> None:
    """The answers of then may be gone for long; the choice to keep one of them still tells which it was."""
    says(side, clock, {"situation": given("looking_now"), "needs": chosen("childcare")})
    version = shares(side, clock, helps="keep")
    assert "need/childcare" in version.choices
    with side.archive.writing(side.organisation_id) as records:
        wipe_answers(records, side.client_id, ["needs"])
    changes(side, clock, needs=chosen("dutch"))
    wipe_answer(side, "needs", clock())
    left = shared_now(side)
    assert left is not None
    assert not [line for line in left.choices if line.startswith("need/")]
