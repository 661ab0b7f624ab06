"""Attempts: failures counted where all workers see them."""

from datetime import timedelta

from kompas.store.archive import Archive
from kompas.store.attempts import add_attempt, count_attempts, forget_old_attempts
from tests.store.people import NOW, Municipality, a_municipality


def test_only_recent_failures_of_the_same_scope_count(archive: Archive, maasstad: Municipality) -> None:
    since = NOW - timedelta(minutes=15)
    with archive.writing(maasstad.id) as records:
        for scope, moment in (("person", NOW), ("person", NOW), ("person", since - timedelta(1)), ("address", NOW)):
            add_attempt(records, scope, moment)
        assert count_attempts(records, "person", since) == 2
        assert forget_old_attempts(records, since) == 1
        assert count_attempts(records, "person", since - timedelta(2)) == 2
        assert count_attempts(records, "address", since) == 1
    with archive.reading(a_municipality(archive).id) as records:
        assert count_attempts(records, "address", since) == 0
