"""Verdicts: every word of both sides, in the order given."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.profile_versions import add_version
from kompas.store.verdicts import add_verdict, verdicts_of
from tests.store.people import Municipality, a_verdict, a_version


def test_both_sides_words_are_kept_in_order(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version(), anything=True)
        hers = add_verdict(records, samira.id, a_verdict(ground="a fingerprint"))
        answer = a_verdict(side="client", word="agreed", words="", by_id=samira.id, answers_verdict=hers.number)
        his = add_verdict(records, samira.id, answer)
    assert (hers.number, his.number) == (1, 2)
    with archive.reading(maasstad.id) as records:
        assert verdicts_of(records, samira.id) == [hers, his]


def test_two_verdicts_at_once_are_both_kept(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version(), anything=True)
    start = Barrier(2)

    def say(word: str) -> None:
        start.wait()
        with archive.writing(maasstad.id) as records:
            add_verdict(records, samira.id, a_verdict(word=word))

    with ThreadPoolExecutor(2) as both:
        list(both.map(say, ["agreed", "not_now"]))
    with archive.reading(maasstad.id) as records:
        assert {one.word for one in verdicts_of(records, samira.id)} == {"agreed", "not_now"}
