"""Organisations: found by host name, each with a secret of its own."""

from dataclasses import replace

import pytest

from kompas.store import organisations
from kompas.store.archive import Archive
from kompas.store.organisations import (
    add_organisation,
    all_organisations,
    change_organisation,
    organisation_by_host,
    organisation_by_id,
)
from tests.store.counting import statements
from tests.store.people import NOW, Municipality, a_municipality, an_organisation


def test_an_organisation_comes_back_whole(archive: Archive) -> None:
    whole = a_municipality(
        archive,
        zone="Europe/Warsaw",
        languages=("nl", "en", "ar"),
        contact="werk@maasstad.example",
        promises_signed_by="J. de Vries",
        promises_signed_at=NOW,
        switches=frozenset({"read_aloud", "workplace_wishes"}),
    ).organisation
    assert organisation_by_id(archive, whole.id) == whole
    assert organisation_by_host(archive, whole.host) == whole
    assert organisation_by_host(archive, whole.host.upper()) == whole
    assert whole in all_organisations(archive)


def test_an_unknown_host_is_nobodys(archive: Archive) -> None:
    assert organisation_by_host(archive, "unknown.example") is None
    assert organisation_by_id(archive, "unknown") is None


def test_a_host_belongs_to_one_organisation(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(Exception, match="there already"):
        a_municipality(archive, host=maasstad.organisation.host)


def test_an_organisation_is_not_asked_for_at_every_page(archive: Archive, maasstad: Municipality) -> None:
    organisation_by_host(archive, maasstad.organisation.host)
    with statements(archive.facts, archive.keys.engine) as sent:
        organisation_by_host(archive, maasstad.organisation.host)
    assert sent == []


def test_a_change_is_seen_at_once_here_and_soon_by_other_processes(
    archive: Archive, maasstad: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = organisation_by_host(archive, maasstad.organisation.host)
    assert before
    changed = replace(before, contact="010 123", oidc_client_secret="another one")
    remembered = dict(archive.organisations)
    with archive.writing(maasstad.id) as records:
        change_organisation(records, changed)
    assert organisation_by_host(archive, before.host) == changed
    archive.organisations.update(remembered)
    assert organisation_by_host(archive, before.host) == before
    monkeypatch.setattr(organisations.time, "monotonic", lambda: remembered[before.host][0] + 1)
    assert organisation_by_host(archive, before.host) == changed


def test_an_organisation_is_made_in_its_own_records(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(ValueError, match="own records"), archive.writing(maasstad.id) as records:
        add_organisation(records, an_organisation())


def test_an_organisation_that_is_not_there_can_not_be_changed(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(ValueError, match="own records"), archive.writing(maasstad.id) as records:
        change_organisation(records, an_organisation())
