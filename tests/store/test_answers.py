"""Answers: append-only, the newest counts, nothing is lost or doubled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from kompas.casework.people import Client
from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, chosen
from kompas.conversation.answers import given as says
from kompas.store.answers import all_given, all_said, answers_of, append_answer, wipe_answers, wipe_given
from kompas.store.archive import Archive, ReadingOnly
from kompas.store.sealing import KeyGone
from kompas.store.tables import answer as answer_table
from tests.store.counting import statements
from tests.store.people import NOW, Municipality, an_invited_client


def said(archive: Archive, client: Client, municipality: Municipality) -> dict[str, Answer]:
    with archive.reading(municipality.id) as records:
        return answers_of(records, client.id)


def say(archive: Archive, client: Client, municipality: Municipality, slot: str, answer: Answer) -> bool:
    with archive.writing(municipality.id) as records:
        return append_answer(records, client.id, slot, answer, NOW)


def rows(archive: Archive, client: Client) -> list[int]:
    query = select(answer_table.c.position).where(answer_table.c.client_id == client.id).order_by("position")
    with archive.facts.connect() as connection:
        return list(connection.scalars(query))


@pytest.mark.parametrize(
    "answer",
    [
        says("looking_now"),
        chosen("dutch", "childcare"),
        chosen(),
        SKIPPED,
        RATHER_TALK,
        END_OF_LIST,
        Answer("given", "Ik kan goed koken – écht waar. 中 🙂"),
        Answer("given", 4),
        Answer("given", {"kind": "voluntary", "what": "Cooking for the neighbours"}),
    ],
)
def test_every_kind_of_answer_comes_back_as_it_was_given(
    archive: Archive, maasstad: Municipality, samira: Client, answer: Answer
) -> None:
    say(archive, samira, maasstad, "question", answer)
    assert said(archive, samira, maasstad) == {"question": answer}


def test_a_changed_answer_keeps_what_was_said_before(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    for answer in (says("looking_now"), says("soon"), says("looking_now")):
        assert say(archive, samira, maasstad, "situation", answer)
    assert said(archive, samira, maasstad) == {"situation": says("looking_now")}
    assert rows(archive, samira) == [1, 2, 3]


def test_answers_come_in_the_order_first_given(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    for slot in ("situation", "needs", "need_timing.dutch"):
        say(archive, samira, maasstad, slot, says("one"))
    say(archive, samira, maasstad, "situation", says("two"))
    assert list(said(archive, samira, maasstad)) == ["situation", "needs", "need_timing.dutch"]


def test_a_double_tap_is_stored_once(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    assert say(archive, samira, maasstad, "needs", chosen("dutch"))
    assert not say(archive, samira, maasstad, "needs", chosen("dutch"))
    assert rows(archive, samira) == [1]


def test_the_same_answer_after_another_one_is_no_double_tap(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    with archive.writing(maasstad.id) as records:
        for option in ("one", "two", "one"):
            assert append_answer(records, samira.id, "situation", says(option), NOW)


def test_the_same_topics_in_another_order_are_another_answer(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    moved = Answer("given", {"hours": "yes", "dutch": "yes"})
    assert say(archive, samira, maasstad, "agenda", Answer("given", {"dutch": "yes", "hours": "yes"}))
    assert say(archive, samira, maasstad, "agenda", moved)
    assert not say(archive, samira, maasstad, "agenda", moved)
    assert list(said(archive, samira, maasstad)["agenda"].value) == ["hours", "dutch"]


def test_two_phones_answering_at_once_lose_nothing(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    start = Barrier(4)

    def phone(name: str) -> None:
        start.wait()
        for number in range(10):
            assert say(archive, samira, maasstad, f"{name}.{number}", says("yes"))

    with ThreadPoolExecutor(4) as phones:
        list(phones.map(phone, ["a", "b", "c", "d"]))
    assert len(said(archive, samira, maasstad)) == 40
    assert rows(archive, samira) == list(range(1, 41))


def test_the_same_tap_from_four_tabs_at_once_is_stored_once(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    start = Barrier(4)

    def tab(_: int) -> bool:
        start.wait()
        return say(archive, samira, maasstad, "situation", says("looking_now"))

    with ThreadPoolExecutor(4) as tabs:
        assert sorted(tabs.map(tab, range(4))) == [False, False, False, True]


def test_who_reads_in_order_to_write_waits_for_who_came_first(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    """Each adds one more than it found: two who read at the same moment would both find nothing."""
    start = Barrier(2)

    def count_up(_: int) -> None:
        start.wait()
        with archive.writing(maasstad.id) as records:
            found = len(answers_of(records, samira.id))
            append_answer(records, samira.id, f"slot.{found}", says("yes"), NOW)

    with ThreadPoolExecutor(2) as both:
        list(both.map(count_up, range(2)))
    assert list(said(archive, samira, maasstad)) == ["slot.0", "slot.1"]


def test_an_answer_of_a_transaction_that_failed_is_not_there(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    def answer_and_fail() -> None:
        with archive.writing(maasstad.id) as records:
            append_answer(records, samira.id, "situation", says("looking_now"), NOW)
            raise TimeoutError

    with pytest.raises(TimeoutError):
        answer_and_fail()
    assert said(archive, samira, maasstad) == {}


def test_a_transaction_for_reading_writes_nothing(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with pytest.raises(ReadingOnly), archive.reading(maasstad.id) as records:
        append_answer(records, samira.id, "situation", says("looking_now"), NOW)
    assert rows(archive, samira) == []


def test_somebody_who_never_was_can_not_answer(archive: Archive, maasstad: Municipality) -> None:
    with pytest.raises(KeyGone), archive.writing(maasstad.id) as records:
        append_answer(records, "nobody", "situation", says("looking_now"), NOW)


def test_each_answer_has_its_moment(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    later = NOW + timedelta(days=3, microseconds=7)
    with archive.writing(maasstad.id) as records:
        append_answer(records, samira.id, "situation", says("soon"), later)
    with archive.facts.connect() as connection:
        query = select(func.max(answer_table.c.given_at)).where(answer_table.c.client_id == samira.id)
        assert connection.scalar(query) == later


def test_one_answered_question_costs_four_statements_at_most(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    for number in range(30):
        say(archive, samira, maasstad, f"told_more.{number}", says("yes"))
    with statements(archive.facts, archive.keys.engine) as sent, archive.writing(maasstad.id) as records:
        answers_of(records, samira.id)
        append_answer(records, samira.id, "situation", says("looking_now"), NOW)
    # The answers, the key, the new row; PostgreSQL also holds the client.
    assert len(sent) == (3 if records.one_writer_at_a_time else 4)


def test_a_wiped_answer_leaves_no_value_of_it_and_the_others_stay(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    for slot, answer in (("a", says("one")), ("b", says("yes")), ("a", says("two")), ("a.x", says("three"))):
        say(archive, samira, maasstad, slot, answer)
    with archive.writing(maasstad.id) as records:
        assert wipe_answers(records, samira.id, ["a", "never_answered"]) == 2
        assert answers_of(records, samira.id) == {"b": says("yes"), "a.x": says("three")}
        assert all_said(records, samira.id) == [("b", says("yes")), ("a.x", says("three"))]
    assert rows(archive, samira) == [2, 4]


def test_who_wipes_nothing_keeps_everything(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    say(archive, samira, maasstad, "a", says("one"))
    with archive.writing(maasstad.id) as records:
        assert wipe_answers(records, samira.id, []) == 0
    assert said(archive, samira, maasstad) == {"a": says("one")}


def test_what_was_wiped_can_be_said_again_at_once(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    say(archive, samira, maasstad, "a", says("one"))
    with archive.writing(maasstad.id) as records:
        answers_of(records, samira.id)
        wipe_answers(records, samira.id, ["a"])
        assert append_answer(records, samira.id, "a", says("one"), NOW)
    assert rows(archive, samira) == [1]


def test_one_value_can_be_wiped_and_a_newer_stays(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    with archive.writing(maasstad.id) as records:
        append_answer(records, samira.id, "changed", says("one"), NOW - timedelta(days=365))
        append_answer(records, samira.id, "changed", says("two"), NOW)
        old, new = all_given(records, samira.id)
        wipe_given(records, samira.id, [old])
        assert answers_of(records, samira.id) == {"changed": says("two")}
        assert all_given(records, samira.id) == [new]


def test_somebody_elses_answers_are_never_wiped(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    yusuf = an_invited_client(archive, maasstad)
    for client in (samira, yusuf):
        say(archive, client, maasstad, "a", says("one"))
    with archive.writing(maasstad.id) as records:
        wipe_answers(records, samira.id, ["a"])
        wipe_given(records, samira.id, all_given(records, samira.id))
    assert said(archive, yusuf, maasstad) == {"a": says("one")}


values = st.one_of(st.text(max_size=40), st.integers(), st.lists(st.text(max_size=10)).map(tuple), st.none())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c.x"]), st.builds(Answer, st.just("given"), values)), max_size=12)
)
def test_whatever_was_said_last_counts(
    archive: Archive, maasstad: Municipality, taps: list[tuple[str, Answer]]
) -> None:
    client = an_invited_client(archive, maasstad)
    for slot, answer in taps:
        say(archive, client, maasstad, slot, answer)
    assert said(archive, client, maasstad) == dict(taps)
    assert list(said(archive, client, maasstad)) == list(dict.fromkeys(slot for slot, _ in taps))
