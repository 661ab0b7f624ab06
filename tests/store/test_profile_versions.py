"""Profile versions: each sharing kept as it was."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.profile_versions import (
    Shared,
    add_version,
    earlier_version,
    newest_version,
    rewrite_version,
    shared_clients,
    versions_of,
)
from kompas.store.profile_versions import version as version_of
from tests.store.counting import statements
from tests.store.people import NOW, Municipality, a_version, an_invited_client


def test_what_was_shared_before_stays_as_it_was(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        assert newest_version(records, samira) is None
        first = add_version(records, samira.id, a_version())
        second = add_version(records, samira.id, a_version(shown={}, choices={}))
        assert (first.number, second.number) == (1, 2)
        assert newest_version(records, samira) == second
        assert version_of(records, samira.id, 1) == first
        assert version_of(records, samira.id, 3) is None


def test_two_phones_that_share_at_once_make_two_versions(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    start = Barrier(2)

    def share(_: int) -> int:
        start.wait()
        with archive.writing(maasstad.id) as records:
            return add_version(records, samira.id, a_version()).number

    with ThreadPoolExecutor(2) as phones:
        assert sorted(phones.map(share, range(2))) == [1, 2]


def test_a_caseload_sees_who_shared_in_one_statement(archive: Archive, maasstad: Municipality) -> None:
    samira, yusuf, maria = (an_invited_client(archive, maasstad) for _ in range(3))
    later = NOW + timedelta(hours=1)
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        add_version(records, yusuf.id, a_version())
        add_version(records, yusuf.id, a_version(shown={}, shared_at=later))
    with statements(archive.facts, archive.keys.engine) as sent, archive.reading(maasstad.id) as records:
        shared = shared_clients(records, [samira.id, yusuf.id, maria.id])
    assert shared == {samira.id: Shared(1, NOW, True), yusuf.id: Shared(2, later, False)}
    assert len(sent) == 1


def test_an_empty_caseload_asks_nothing(archive: Archive, maasstad: Municipality) -> None:
    with archive.reading(maasstad.id) as records:
        assert shared_clients(records, []) == {}


def test_what_is_taken_back_of_an_earlier_talk_leaves_what_is_shared_for_this_one(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    this_time = replace(samira, round=2)
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        new = add_version(records, samira.id, a_version(round=2))
        taken_back = add_version(records, samira.id, a_version(shown={}))
        assert newest_version(records, this_time) == new
        assert earlier_version(records, this_time) == taken_back
        assert shared_clients(records, [samira.id]) == {samira.id: Shared(2, NOW, True, 2)}


def test_only_the_last_talk_stands_beside(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        last_time = add_version(records, samira.id, a_version(round=2))
        add_version(records, samira.id, a_version())
        assert earlier_version(records, replace(samira, round=3)) == last_time


def test_every_version_of_every_round_is_found_the_oldest_first(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with archive.writing(maasstad.id) as records:
        kept = [add_version(records, samira.id, a_version(round=one)) for one in (1, 1, 2)]
        assert versions_of(records, samira) == kept


def test_what_is_taken_back_of_an_earlier_talk_does_not_hide_what_was_shared_for_this_one(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    later = NOW + timedelta(days=1)
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version(round=1))
        last_time = add_version(records, samira.id, a_version(round=2))
        now = add_version(records, samira.id, a_version(round=3))
        add_version(records, samira.id, a_version(shown={}, round=1, shared_at=later))
        assert newest_version(records, replace(samira, round=3)) == now
        assert earlier_version(records, replace(samira, round=3)) == last_time
        assert shared_clients(records, [samira.id]) == {samira.id: Shared(3, NOW, True, 3)}


def test_a_version_that_is_rewritten_shows_only_what_is_left(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with archive.writing(maasstad.id) as records:
        first = add_version(records, samira.id, a_version())
        second = add_version(records, samira.id, a_version())
        left = replace(first, shown={"answers": {}}, choices={})
        rewrite_version(records, samira.id, left)
    with archive.reading(maasstad.id) as records:
        assert versions_of(records, samira) == [left, second]


def test_a_version_that_never_was_is_not_rewritten(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with pytest.raises(LookupError), archive.writing(maasstad.id) as records:
        rewrite_version(records, samira.id, a_version(number=1))
