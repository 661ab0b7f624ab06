"""Sixty people walk the real conversation, share, talk and think again: every state that there is can be looked at."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kompas.casework.people import Client
from kompas.demonstration.days import ZONE
from kompas.demonstration.people import PEOPLE
from kompas.demonstration.person import Person
from kompas.store.audit import check_chain
from kompas.store.invitations import newest_invitation
from kompas.usecases.answer import where_is
from kompas.usecases.caseload import caseload
from kompas.usecases.earlier import my_last_time
from kompas.usecases.open_profile import my_profile
from kompas.usecases.share import readers
from tests.demonstration.conftest import MORNING
from tests.demonstration.waterrijk import Waterrijk, filled

YEAR = timedelta(days=365)


def states(waterrijk: Waterrijk, person: Person, client: Client) -> Iterator[str]:
    """All that can be said of where this client and their caseworker stand, as the use cases tell it."""
    phone = waterrijk.phone_of(client)
    walk, profile, before = where_is(phone), my_profile(phone), my_last_time(phone)
    yield "silent" if not walk.heard else "begun" if walk.next else "answered all"
    if profile is None:
        yield "nothing shared"
    else:
        yield from {item.standing for item in profile.items}
        yield from {f"spoke on the {item.client.where}" for item in profile.items if item.client}
        yield from ("talks first",) if profile.talk_about else ()
        yield from {f"chose {choice}" for choice in profile.version.choices.values()}
        yield from ("shared more than once",) if profile.version.number > 1 else ()
        yield "read" if readers(phone) else "not read yet"
    if client.talk_at < MORNING - YEAR:
        yield "a year ago"
    if client.round > 1:
        yield "invited again, with what was shared before" if before else "invited again"
    with waterrijk.archive.reading(waterrijk.organisation_id) as records:
        invitation = newest_invitation(records, client.id)
    yield "letter works" if invitation and invitation.opens(MORNING) else "letter is dead"
    yield "answers otherwise now" if person.changes else "thinks the same"


@pytest.fixture(scope="module")
def found(waterrijk: Waterrijk) -> Counter[str]:
    by_key = {one.key: one for one in PEOPLE}
    return Counter(
        state for key, client in waterrijk.clients.items() for state in states(waterrijk, by_key[key], client)
    )


@pytest.mark.parametrize(
    ("state", "least"),
    [
        ("silent", 8),
        ("begun", 5),
        ("answered all", 30),
        ("nothing shared", 15),
        ("said", 25),
        ("waits_for_client", 3),
        ("confirmed", 8),
        ("confirmed_as_put", 2),
        ("seen_differently", 4),
        ("spoke on the phone", 10),
        ("spoke on the desk", 1),
        ("to_talk_about", 2),
        ("talks first", 5),
        ("chose share", 30),
        ("chose keep", 8),
        ("chose talk", 5),
        ("shared more than once", 2),
        ("read", 20),
        ("not read yet", 5),
        ("a year ago", 3),
        ("invited again", 1),
        ("invited again, with what was shared before", 2),
        ("letter is dead", 4),
        ("answers otherwise now", 1),
    ],
)
def test_somebody_is_in_every_state(found: Counter[str], state: str, least: int) -> None:
    assert found[state] >= least


def test_each_desk_has_people_who_shared_and_people_who_did_not(waterrijk: Waterrijk) -> None:
    desks = {client.caseworker_id: waterrijk.desk_of(client) for client in waterrijk.clients.values()}
    for desk in desks.values():
        shared = [row.shared_at is not None for row in caseload(desk)]
        assert 5 <= sum(shared) <= 11


def test_a_changed_answer_is_not_what_the_caseworker_sees(waterrijk: Waterrijk) -> None:
    person = next(one for one in PEOPLE if one.changes)
    client = waterrijk.clients[person.key]
    profile = my_profile(waterrijk.phone_of(client))
    said = where_is(waterrijk.phone_of(client)).heard["wish_hours"].value
    assert profile is not None
    seen = next(one for one in profile.items if one.statement.id == "wish/hours").statement.evidence[0].option
    assert said == person.changes["wish_hours"] != seen == person.says["wish_hours"]


def test_what_was_taken_back_is_gone_from_the_desk(waterrijk: Waterrijk) -> None:
    person = next(one for one in PEOPLE if one.takes_back)
    profile = my_profile(waterrijk.phone_of(waterrijk.clients[person.key]))
    assert profile is not None
    assert not {item.statement.id for item in profile.items} & set(person.takes_back)


def test_answers_of_a_year_ago_are_gone_when_somebody_is_invited_again(waterrijk: Waterrijk) -> None:
    silent = [one for one in PEOPLE if one.again and not one.again.shares]
    assert [dict(where_is(waterrijk.phone_of(waterrijk.clients[one.key])).heard) for one in silent] == [{}] * 2


def test_the_log_of_deeds_is_whole_and_in_the_order_of_time(waterrijk: Waterrijk) -> None:
    moments = [at for at, *_rest in waterrijk.deeds() if at < MORNING]
    assert moments == sorted(moments)
    assert len(moments) > 150
    with waterrijk.archive.reading(waterrijk.organisation_id) as records:
        assert check_chain(records) == []


def test_the_same_day_gives_the_same_facts_at_any_hour(waterrijk: Waterrijk, tmp_path: Path) -> None:
    evening = MORNING.astimezone(ZONE).replace(hour=22)
    again = filled(tmp_path, evening)
    try:
        assert again.facts() == waterrijk.facts()
    finally:
        again.archive.close()


def test_nothing_happened_later_than_yesterday(waterrijk: Waterrijk) -> None:
    today = MORNING.astimezone(ZONE).replace(hour=0, minute=0)
    for facts in waterrijk.facts().values():
        assert all(moment < today for moment in moments_in(facts))


def moments_in(facts: object) -> Iterator[datetime]:
    """Every moment in these facts, but those of talks and of what ends by itself."""
    if isinstance(facts, datetime):
        yield facts
    elif isinstance(facts, dict):
        for name, one in facts.items():
            yield from moments_in(one[:1] if name == "opens" else one) if name != "talk_at" else ()
    elif isinstance(facts, list | tuple):
        for one in facts:
            yield from moments_in(one)
