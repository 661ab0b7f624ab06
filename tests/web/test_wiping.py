"""An answer that is wiped is nowhere any more; who starts over begins with nothing, here and at the desk."""

import json
from collections.abc import Callable, Mapping
from random import Random
from typing import TypeVar

import pytest
from flask import Flask

from kompas.casework.people import Client
from kompas.conversation.answers import SKIPPED, Answer, item_of, question_of
from kompas.conversation.conditions import Context
from kompas.conversation.flow import PARTS, Flow
from kompas.store.answers import all_said
from kompas.store.archive import Archive, Records
from kompas.store.clients import client as find_client
from kompas.store.profile_versions import versions_of
from kompas.store.verdicts import verdicts_of
from kompas.usecases.answer import where_is
from kompas.usecases.open_profile import open_profile
from kompas.usecases.parties import Desk, Phone
from kompas.usecases.share import share, shared_now
from kompas.usecases.wipe import start_over, wipe_answer
from tests.conversation.ours import a_talk
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Person
from tests.web.talks import SAID, says, shares

TALKS = 5


@pytest.fixture
def samira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture
def side(archive: Archive, municipality: Municipality, samira: Invited, flows: Mapping[str, Flow]) -> Phone:
    return Phone(archive, municipality.id, samira.client.id, flows["kompas"], Context())


@pytest.fixture
def desk(archive: Archive, municipality: Municipality) -> Desk:
    return Desk(archive, municipality.id, municipality.caseworker)


@pytest.fixture
def phone(app: Flask, samira: Invited) -> Person:
    person = Person(app)
    comes_in(person, samira)
    return person


Found = TypeVar("Found")


def reading(side: Phone, read: Callable[[Records, Client], Found]) -> Found:
    with side.archive.reading(side.organisation_id) as records:
        client = find_client(records, side.client_id)
        assert client is not None
        return read(records, client)


def everything_shared(side: Phone) -> str:
    """Whatever can be opened of what was ever shared and said of it, but for the answers themselves."""
    versions = reading(side, versions_of)
    verdicts = reading(side, lambda records, client: verdicts_of(records, client.id))
    return json.dumps([[one.shown, one.choices] for one in versions] + [repr(one) for one in verdicts])


def everything_said(side: Phone) -> list[tuple[str, Answer]]:
    return reading(side, lambda records, client: all_said(records, client.id))


def a_whole_life(side: Phone, clock: Clock, chance: Random) -> None:
    """Talks, thinks again about some of it, and shares twice, line by line, as chance will have it."""
    first = a_talk(chance).heard
    kept = {slot: one for slot, one in first.items() if chance.random() < 0.7}
    for said in (first, a_talk(chance, answers=kept).heard):
        says(side, clock, said)
        parts = dict.fromkeys(PARTS, "lines")
        lines = _Chance(chance)
        share(side, parts, lines, lambda sentence, language: f"{language}: {sentence}", ("nl", "en"), clock())


class _Chance(dict[str, str]):
    """A choice for every line that is asked about, whichever it is."""

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.chance = chance

    def get(self, key: str, default: object = None) -> str:  # type: ignore[override]
        of_the_agenda = key.startswith(("topic/", "talk/agenda"))
        return self.setdefault(
            key, self.chance.choice(["share", "share", "share" if of_the_agenda else "talk", "keep"])
        )


def test_a_wiped_answer_can_be_opened_nowhere_any_more(
    side: Phone, clock: Clock, record_property: Callable[[str, object], None]
) -> None:
    wiped = 0
    for seed in range(TALKS):
        chance = Random(seed)
        a_whole_life(side, clock, chance)
        stops = [stop for stop in where_is(side).path if stop.slot in dict(everything_said(side))]
        for stop in chance.sample(stops, 6):
            if where_is(side).find(stop.address) is None:
                continue  # what was wiped before it led to this question
            before = dict(everything_said(side))
            wipe_answer(side, stop.address, clock())
            after = everything_said(side)
            assert [one for slot, one in after if slot == stop.slot] == [SKIPPED]
            assert json.dumps(stop.slot) not in everything_shared(side)
            assert not [one for slot, one in after if stop.slot in (item_of(slot), *one.options)]
            untouched = {slot for slot in before if question_of(slot) in side.flow.questions} - {stop.slot}
            changed = {slot for slot in untouched if dict(after).get(slot) != before[slot]}
            assert all(_hangs_together(side.flow, stop.slot, slot) for slot in changed)
            assert where_is(side).path
            wiped += 1
        start_over(side, clock())
    found = f"{wiped} answers out of {TALKS} lives by chance, nothing of them could be opened after"
    record_property("counted", f"Wiping: {found}.")


def _hangs_together(flow: Flow, wiped: str, slot: str) -> bool:
    """Is this slot about what was wiped: a repeat of it, or a pick in which it was a card?"""
    question = flow.questions[question_of(slot)]
    about = question.for_each.question if question.for_each else None
    cards = (*question.cards.questions, question.cards.chosen) if question.cards else ()
    return wiped in cards or about == wiped or item_of(slot) == wiped


def test_the_desk_sees_what_is_left_and_nothing_of_what_was_wiped(side: Phone, desk: Desk, clock: Clock) -> None:
    says(side, clock)
    shares(side, clock)
    wipe_answer(side, "needs", clock())
    profile = open_profile(desk, side.client_id, clock()).profile
    assert profile is not None
    assert "need/dutch" not in {item.statement.id for item in profile.items}
    assert "strength/helping" in {item.statement.id for item in profile.items}


def test_wiping_what_was_kept_changes_nothing_at_the_desk(side: Phone, clock: Clock) -> None:
    says(side, clock)
    before = shares(side, clock, helps="keep")
    clock.wait(hours=1)
    wipe_answer(side, "needs", clock())
    after = shared_now(side)
    assert after is not None
    assert (after.number, after.shared_at, after.shown) == (before.number, before.shared_at, before.shown)
    assert not [one for one in after.choices if one.startswith("need/")]


def test_who_starts_over_begins_with_nothing(side: Phone, desk: Desk, clock: Clock) -> None:
    says(side, clock)
    shares(side, clock)
    start_over(side, clock())
    assert everything_said(side) == []
    assert where_is(side).heard == {}
    assert open_profile(desk, side.client_id, clock()).profile is None
    assert not [word for word in ("Ik kook", "need/", "talent_") if word in everything_shared(side)]


def test_a_page_says_what_happens_before_anything_is_wiped(phone: Person, side: Phone, clock: Clock) -> None:
    says(side, clock)
    page = phone.get("/talk/own_words/wipe")
    assert page.says("Wipe this answer?", SAID["own_words"].value)
    assert dict(everything_said(side))["own_words"] == SAID["own_words"]
    page = page.press("Wipe this answer")
    assert page.path == "/review"
    assert page.says("The answer is wiped.")
    assert dict(everything_said(side))["own_words"] == SKIPPED


def test_starting_over_says_what_happens_and_leads_to_the_beginning(phone: Person, side: Phone, clock: Clock) -> None:
    says(side, clock)
    page = phone.get("/start-over").press("Wipe everything and start over")
    assert page.path == "/welcome"
    assert page.says("Everything is wiped. You can begin anew.")
    assert everything_said(side) == []


def test_a_question_off_the_path_has_nothing_to_wipe(phone: Person) -> None:
    assert phone.get("/talk/nowhere/wipe").status == 404
