"""What was typed in from paper lies apart, sealed under the client's key, and goes for good when it goes."""

from datetime import timedelta

from sqlalchemy import select

from kompas.casework.people import Client
from kompas.conversation.answers import Answer, chosen
from kompas.conversation.paper import TypedIn
from kompas.store.answers import answers_of
from kompas.store.archive import Archive
from kompas.store.paper import add_typed, drop_typed_before, drop_typed_under, typed_in
from kompas.store.tables import paper_answer
from tests.store.people import NOW, Municipality

WROTE = {"needs": chosen("dutch"), "own_words": Answer("given", "Ik kook voor de buurt.")}


def typed(archive: Archive, municipality: Municipality, client: Client) -> list[TypedIn]:
    with archive.reading(municipality.id) as records:
        return typed_in(records, client.id)


def types(
    archive: Archive, municipality: Municipality, client: Client, wrote: dict[str, Answer], days: int = 0
) -> None:
    with archive.writing(municipality.id) as records:
        add_typed(records, client.id, wrote, "Joris de Vries", NOW + timedelta(days=days))


def test_it_comes_back_as_it_was_typed_in_and_is_no_answer_yet(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    types(archive, maasstad, samira, WROTE)
    assert [(one.slot, one.answer, one.by, one.at) for one in typed(archive, maasstad, samira)] == [
        (slot, answer, "Joris de Vries", NOW) for slot, answer in WROTE.items()
    ]
    with archive.reading(maasstad.id) as records:
        assert answers_of(records, samira.id) == {}


def test_nothing_of_it_can_be_read_in_the_database(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    types(archive, maasstad, samira, WROTE)
    with archive.facts.connect() as connection:
        rows = repr(connection.execute(select(paper_answer)).all())
    assert not [word for word in ("needs", "dutch", "own_words", "buurt", "Joris") if word in rows]


def test_what_is_typed_in_again_takes_the_place_of_what_was_there(
    archive: Archive, maasstad: Municipality, samira: Client
) -> None:
    types(archive, maasstad, samira, WROTE)
    types(archive, maasstad, samira, {"needs": chosen("housing")}, days=1)
    assert [(one.slot, one.answer) for one in typed(archive, maasstad, samira)] == [
        ("own_words", WROTE["own_words"]),
        ("needs", chosen("housing")),
    ]


def test_it_goes_by_question_and_by_age(archive: Archive, maasstad: Municipality, samira: Client) -> None:
    types(archive, maasstad, samira, WROTE)
    types(archive, maasstad, samira, {"situation": chosen("looking_now")}, days=2)
    with archive.writing(maasstad.id) as records:
        drop_typed_under(records, samira.id, {"needs"})
    assert [one.slot for one in typed(archive, maasstad, samira)] == ["own_words", "situation"]
    with archive.writing(maasstad.id) as records:
        drop_typed_before(records, samira.id, NOW + timedelta(days=1))
    assert [one.slot for one in typed(archive, maasstad, samira)] == ["situation"]
