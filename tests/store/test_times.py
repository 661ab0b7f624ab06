"""Moments: in any zone in, UTC out."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import StatementError

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.clients import change_client
from kompas.store.clients import client as client_of
from tests.store.people import Municipality, replace


def test_the_hour_that_comes_twice_stays_two_moments(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    for fold in (0, 1):
        moment = datetime(2027, 10, 31, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Amsterdam"))
        with archive.writing(maasstad.id) as records:
            change_client(records, replace(samira, talk_at=moment))
            found = client_of(records, samira.id)
        assert found is not None
        assert found.talk_at.timestamp() == moment.timestamp()
        assert found.talk_at.utcoffset() is not None


def test_a_moment_without_a_zone_is_refused(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    naive = datetime(2027, 3, 1, 9, 30)  # noqa: DTZ001
    with pytest.raises(StatementError, match="without a zone"), archive.writing(maasstad.id) as records:
        change_client(records, replace(samira, talk_at=naive))
