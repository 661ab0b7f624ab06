"""Views: the client reads back who looked, newest first."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.sealing import KeyGone
from kompas.store.views import add_view, views_of
from tests.store.people import NOW, Municipality, a_view, an_id


def test_the_client_reads_who_looked_newest_first(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    first, second = a_view(maasstad), a_view(maasstad, NOW + timedelta(minutes=5))
    with archive.writing(maasstad.id) as records:
        for view in (first, second, first):
            add_view(records, samira.id, view)
        assert views_of(records, samira.id) == [second, first, first]


def test_nobodys_profile_can_not_be_looked_at(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(KeyGone), archive.writing(maasstad.id) as records:
        add_view(records, an_id(), a_view(maasstad))


def test_the_client_reads_who_took_over_too(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    took_over = replace(a_view(maasstad), instead_of="Joris Voorbeeld")
    with archive.writing(maasstad.id) as records:
        add_view(records, samira.id, took_over)
        assert views_of(records, samira.id) == [took_over]
