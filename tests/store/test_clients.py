"""Clients: found only by their own organisation, listed by the date of the talk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.clients import change_client, clients_of
from kompas.store.clients import client as client_of
from kompas.store.sealing import KeyGone
from tests.store.counting import statements
from tests.store.people import NOW, Municipality, a_caseworker, a_client, an_id, an_invited_client


def test_a_client_comes_back_as_invited(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.reading(maasstad.id) as records:
        assert client_of(records, samira.id) == samira
        assert client_of(records, an_id()) is None


def test_a_client_changes_language_and_the_talk_moves(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    changed = replace(samira, own_language="ar", talk_at=NOW + timedelta(days=9), talk_place="Wijkhuis")
    with archive.writing(maasstad.id) as records:
        change_client(records, changed)
    with archive.reading(maasstad.id) as records:
        assert client_of(records, samira.id) == changed


def test_somebody_unknown_can_not_be_changed(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(KeyGone), archive.writing(maasstad.id) as records:
        change_client(records, a_client(maasstad))


def test_a_caseload_is_sorted_by_the_date_of_the_talk(archive: Archive, maasstad: Municipality) -> None:
    days = [3, 1, 2]
    for day in days:
        an_invited_client(archive, maasstad, talk_at=NOW + timedelta(days=day))
    with archive.reading(maasstad.id) as records:
        caseload = clients_of(records, maasstad.caseworker.id)
    assert [one.talk_at for one in caseload] == [NOW + timedelta(days=day) for day in sorted(days)]


def test_a_caseload_holds_nobody_elses_clients(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.reading(maasstad.id) as records:
        assert clients_of(records, a_caseworker(maasstad.team).id) == []


def test_a_caseload_costs_two_statements_however_long(archive: Archive, maasstad: Municipality) -> None:
    for _ in range(25):
        an_invited_client(archive, maasstad)
    with statements(archive.facts, archive.keys.engine) as sent, archive.reading(maasstad.id) as records:
        assert len(clients_of(records, maasstad.caseworker.id)) == 25
    assert len(sent) == 2


def test_one_client_costs_two_statements_and_the_key_is_looked_up_once(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with statements(archive.facts, archive.keys.engine) as sent, archive.reading(maasstad.id) as records:
        for _ in range(3):
            client_of(records, samira.id)
    assert len(sent) == 3 + 1
