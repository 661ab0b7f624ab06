"""Invitations: what opens a conversation, until it is withdrawn or over."""

from datetime import timedelta

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.invitations import (
    add_invitation,
    invitation_by_code,
    invitation_by_token,
    newest_invitation,
    withdraw_invitations,
)
from tests.store.people import NOW, Municipality, an_invitation


def test_link_and_code_find_the_same_invitation(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    invitation = an_invitation(samira)
    with archive.writing(maasstad.id) as records:
        add_invitation(records, invitation)
    with archive.reading(maasstad.id) as records:
        assert invitation_by_token(records, invitation.token_hash) == invitation
        assert invitation_by_code(records, invitation.code_hash) == invitation
        assert invitation_by_token(records, invitation.code_hash) is None
        assert invitation_by_code(records, "unknown") is None


def test_the_newest_invitation_counts(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    newer = an_invitation(samira, created_at=NOW + timedelta(minutes=1))
    with archive.writing(maasstad.id) as records:
        assert newest_invitation(records, samira.id) is None
        add_invitation(records, newer)
        add_invitation(records, an_invitation(samira))
        assert newest_invitation(records, samira.id) == newer


def test_a_withdrawn_invitation_opens_nothing_and_keeps_its_first_moment(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    invitation, later = an_invitation(samira), NOW + timedelta(hours=1)
    with archive.writing(maasstad.id) as records:
        add_invitation(records, invitation)
        assert withdraw_invitations(records, samira.id, NOW) == 1
        assert withdraw_invitations(records, samira.id, later) == 0
        found = invitation_by_code(records, invitation.code_hash)
    assert found is not None
    assert found.withdrawn_at == NOW
    assert not found.opens(NOW)
