"""Sessions: kept by the server, so that the server can end them."""

from datetime import timedelta

import pytest

from kompas.store.archive import Archive
from kompas.store.sessions import (
    change_session,
    end_expired,
    end_session,
    end_sessions_of,
    find_session,
    start_session,
    touch_session,
)
from tests.store.people import NOW, Municipality, a_municipality, an_id

LATER = NOW + timedelta(hours=1)


def start(archive: Archive, municipality: Municipality, subject: str = "samira", ends: timedelta = timedelta(1)) -> str:
    id_hash = an_id()
    with archive.writing(municipality.id) as records:
        start_session(records, id_hash, b"sealed", "client", subject, NOW, NOW + ends)
    return id_hash


def is_there(archive: Archive, municipality: Municipality, id_hash: str) -> bool:
    with archive.reading(municipality.id) as records:
        return find_session(records, id_hash) is not None


def test_a_session_remembers_and_knows_when_it_was_used(archive: Archive, maasstad: Municipality) -> None:
    id_hash = start(archive, maasstad)
    with archive.writing(maasstad.id) as records:
        change_session(records, id_hash, b"sealed anew")
        touch_session(records, id_hash, LATER)
        row = find_session(records, id_hash)
    assert row is not None
    assert (row.kind, row.subject_id, row.sealed_data) == ("client", "samira", b"sealed anew")
    assert (row.started_at, row.seen_at, row.expires_at) == (NOW, LATER, NOW + timedelta(1))


def test_a_session_of_one_organisation_opens_nothing_at_another(archive: Archive, maasstad: Municipality) -> None:
    assert not is_there(archive, a_municipality(archive), start(archive, maasstad))


def test_an_ended_session_does_not_come_back(archive: Archive, maasstad: Municipality) -> None:
    id_hash = start(archive, maasstad)
    with archive.writing(maasstad.id) as records:
        end_session(records, id_hash)
        change_session(records, id_hash, b"late")
        touch_session(records, id_hash, LATER)
    assert not is_there(archive, maasstad, id_hash)


def test_everywhere_ends_all_sessions_of_one_person_and_nobody_elses(archive: Archive, maasstad: Municipality) -> None:
    phone, library, other = (start(archive, maasstad, who) for who in ("samira", "samira", "yusuf"))
    with archive.writing(maasstad.id) as records:
        assert end_sessions_of(records, "samira") == 2
    assert [is_there(archive, maasstad, one) for one in (phone, library, other)] == [False, False, True]


def test_visitors_are_not_ended_by_having_no_name(archive: Archive, maasstad: Municipality) -> None:
    visitor = start(archive, maasstad, subject="")
    with pytest.raises(ValueError, match="one by one"), archive.writing(maasstad.id) as records:
        end_sessions_of(records, "")
    assert is_there(archive, maasstad, visitor)


def test_what_ended_by_itself_is_cleared_away(archive: Archive, maasstad: Municipality) -> None:
    short, long = start(archive, maasstad, ends=timedelta(hours=1)), start(archive, maasstad)
    with archive.writing(maasstad.id) as records:
        assert end_expired(records, LATER) == 1
    assert not is_there(archive, maasstad, short)
    assert is_there(archive, maasstad, long)
