"""Staff: known to the provider by issuer and subject, called by a name that is sealed."""

from dataclasses import replace

import pytest

from kompas.casework.people import Team
from kompas.store.archive import Archive, Contradiction
from kompas.store.organisations import change_organisation
from kompas.store.staff import add_caseworker, add_team, caseworker_by_subject, caseworkers, change_caseworker, teams
from kompas.store.staff import caseworker as caseworker_of
from tests.store.people import Municipality, a_caseworker, a_municipality, an_id

ISSUER = "https://sign-in.example"


def test_a_caseworker_is_found_by_provider_and_subject(archive: Archive, maasstad: Municipality) -> None:
    fatima = maasstad.caseworker
    with archive.reading(maasstad.id) as records:
        assert caseworker_by_subject(records, ISSUER, fatima.subject) == fatima
        assert caseworker_of(records, fatima.id) == fatima
        assert caseworker_by_subject(records, "https://another.example", fatima.subject) is None
        assert caseworker_by_subject(records, ISSUER, "somebody else") is None
        assert caseworker_of(records, an_id()) is None


def test_the_same_subject_elsewhere_is_somebody_else(archive: Archive, maasstad: Municipality) -> None:
    other = a_municipality(archive)
    with archive.reading(other.id) as records:
        assert caseworker_by_subject(records, ISSUER, maasstad.caseworker.subject) is None


def test_after_a_change_of_provider_old_accounts_open_nothing(archive: Archive, maasstad: Municipality) -> None:
    """Its subjects are that provider's: another one may give the same subject to somebody else."""
    moved = replace(maasstad.organisation, issuer="https://new.example")
    with archive.writing(maasstad.id) as records:
        change_organisation(records, moved)
        assert caseworker_by_subject(records, moved.issuer, maasstad.caseworker.subject) is None
        change_caseworker(records, maasstad.caseworker)
        assert caseworker_by_subject(records, moved.issuer, maasstad.caseworker.subject) == maasstad.caseworker


def test_two_people_never_share_an_account(archive: Archive, maasstad: Municipality) -> None:
    twin = a_caseworker(maasstad.team, subject=maasstad.caseworker.subject)
    with pytest.raises(Contradiction), archive.writing(maasstad.id) as records:
        add_caseworker(records, twin)


def test_who_left_may_not_sign_in_any_more(archive: Archive, maasstad: Municipality) -> None:
    with archive.writing(maasstad.id) as records:
        change_caseworker(records, replace(maasstad.caseworker, active=False))
        found = caseworker_by_subject(records, ISSUER, maasstad.caseworker.subject)
    assert found is not None
    assert not found.active


def test_somebody_unknown_can_not_be_changed(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(LookupError), archive.writing(maasstad.id) as records:
        change_caseworker(records, a_caseworker(maasstad.team))


def test_teams_and_caseworkers_are_listed_by_name(archive: Archive, maasstad: Municipality) -> None:
    with archive.writing(maasstad.id) as records:
        add_team(records, Team(an_id(), "Centrum"))
        add_caseworker(records, a_caseworker(maasstad.team, name="Bram de Wit"))
        assert [team.name for team in teams(records)] == ["Centrum", "Noord"]
        assert [one.name for one in caseworkers(records)] == ["Bram de Wit", "Fatima Oulad"]


def test_a_caseworker_belongs_to_a_team_that_is_there(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(Contradiction), archive.writing(maasstad.id) as records:
        add_caseworker(records, a_caseworker(Team(an_id(), "Nowhere")))
