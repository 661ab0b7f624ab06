"""Verdicts: every word of both sides, in the order given."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from kompas.casework.people import Client
from kompas.store.archive import Archive
from kompas.store.profile_versions import add_version
from kompas.store.verdicts import add_verdict, drop_verdicts, verdicts_of, verdicts_of_round
from tests.store.people import Municipality, a_verdict, a_version


def test_both_sides_words_are_kept_in_order(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        hers = add_verdict(records, samira.id, a_verdict(ground="a fingerprint"))
        answer = a_verdict(side="client", word="agreed", words="", by_id=samira.id, answers_verdict=hers.number)
        his = add_verdict(records, samira.id, answer)
    assert (hers.number, his.number) == (1, 2)
    with archive.reading(maasstad.id) as records:
        assert verdicts_of(records, samira.id) == [hers, his]


def test_two_verdicts_at_once_are_both_kept(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
    start = Barrier(2)

    def say(word: str) -> None:
        start.wait()
        with archive.writing(maasstad.id) as records:
            add_verdict(records, samira.id, a_verdict(word=word))

    with ThreadPoolExecutor(2) as both:
        list(both.map(say, ["agreed", "not_now"]))
    with archive.reading(maasstad.id) as records:
        assert {one.word for one in verdicts_of(records, samira.id)} == {"agreed", "not_now"}


def test_what_was_said_of_an_earlier_talk_is_no_word_on_this_one(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with archive.writing(maasstad.id) as records:
        for number, round_of_talks in enumerate((1, 2, 1), start=1):
            add_version(records, samira.id, a_version(round=round_of_talks))
            add_verdict(records, samira.id, a_verdict(version=number))
        found = {of: [one.version for one in verdicts_of_round(records, samira.id, of)] for of in (1, 2, 3)}
    assert found == {1: [1, 3], 2: [2], 3: []}


def test_what_is_wiped_is_gone_and_the_other_words_stay(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        first, second, third = (add_verdict(records, samira.id, a_verdict(words=word)) for word in "abc")
        drop_verdicts(records, samira.id, [first.number, third.number])
        assert verdicts_of(records, samira.id) == [second]
        drop_verdicts(records, samira.id, [])
    with archive.reading(maasstad.id) as records:
        assert verdicts_of(records, samira.id) == [second]


def test_the_number_of_a_wiped_verdict_never_means_another_one(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    """A page that is still open agrees with a verdict by its number: only with the one that was read on it."""
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        read = add_verdict(records, samira.id, a_verdict())
        drop_verdicts(records, samira.id, [read.number])
        assert verdicts_of(records, samira.id) == []
        assert add_verdict(records, samira.id, a_verdict(words="Something else.")).number > read.number


def test_of_what_is_wiped_stays_that_somebody_spoke_and_when_and_nothing_of_what(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    """A caseworker counts the lines that are no longer shared: wiping one besides changes nothing there."""
    with archive.writing(maasstad.id) as records:
        add_version(records, samira.id, a_version())
        said = [add_verdict(records, samira.id, a_verdict(ground="g")) for _ in range(2)]
        drop_verdicts(records, samira.id, [one.number for one in said])
        left = verdicts_of_round(records, samira.id, 1)
    assert [(one.number, one.at) for one in left] == [(one.number, one.at) for one in said]
    assert {(one.statement_id, one.word, one.words, one.ground) for one in left} == {("wiped/1", "", "", "")}
