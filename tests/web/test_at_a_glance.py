"""School, work and means beside talents and direction, on one page: made of what is shared, and of nothing else."""

from collections.abc import Iterator

import pytest

from kompas.casework.people import Client
from kompas.conversation.answers import Answer, chosen, given
from kompas.conversation.flow import PARTS
from kompas.usecases.parties import Phone
from kompas.usecases.share import readers
from tests.store.counting import statements
from tests.store.people import an_invited_client
from tests.web.arrivals import signs_in
from tests.web.pages import Page, Person
from tests.web.talks import SAID, on_the_phone, says, shares

MORE = {
    "schooling": given("other_country"),
    "assets": chosen("bike", "driving_licence"),
    "go_on": given("yes"),
    "languages.1": Answer("given", {"which": "arabic", "how_well": "writing"}),
    "languages.2": Answer("given", {"another": "Syriac", "how_well": "talking"}),
    "wish_times": chosen("morning", "weekend"),
    "supporters": chosen("family"),
}
HARD = (
    "School in another country",
    "At home or for family",
    "رعاية جدتي",
    "Arabic",
    "Syriac",
    "A bike",
    "In the morning",
)
SOFT = ("Helping", "With family", "I like it Cooking", "Someone to look after my children", "The step")
MOST_QUERIES = 12


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    """Fatima's."""
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def amira(archive, municipality, fatima, clock) -> Client:
    return an_invited_client(archive, municipality, name="Amira Yilmaz", caseworker_id=fatima.id)


@pytest.fixture
def phone(archive, municipality, amira, flows, clock) -> Phone:
    """Amira's, who said what she can show and which languages she speaks, and shared nothing yet."""
    phone = on_the_phone(archive, municipality, amira, flows)
    says(phone, clock, SAID | MORE)
    return phone


def side(page: Page, name: str) -> str:
    heading = page.tree.by_id(name)
    return page.tree.text(page.tree.within(heading, "section")) if heading is not None else ""


def lines_on(page: Page) -> Iterator[str]:
    """Every title and every word of a line."""
    for block in page.tree.all("div"):
        if block.get("class") == "glance-block":
            for tag in ("h3", "b", "q", "p", "span"):
                inside = (one for one in page.tree.all(tag) if page.tree.within(one, "div") is block)
                yield from (word for one in inside for word in page.tree.text(one).split(" · "))


def test_what_somebody_brings_stands_beside_who_they_are(desk, amira, phone, clock, fatima, archive) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}").follow("At a glance")
    assert [one for one in HARD if one not in side(page, "hard")] == []
    assert [one for one in SOFT if one not in side(page, "soft")] == []
    assert [view.caseworker_name for view in readers(phone)] == [fatima.name]
    with statements(archive.facts) as asked:
        desk.get(page.address)
    assert len(asked) <= MOST_QUERIES


def test_it_tells_nothing_that_is_not_on_the_page_of_the_talk(desk, amira, phone, clock) -> None:
    for kept in (None, *PARTS):
        shares(phone, clock, **({kept: "keep"} if kept else {}))
        talk, page = desk.get(f"/clients/{amira.id}"), desk.get(f"/clients/{amira.id}/at-a-glance")
        assert [words for words in lines_on(page) if words not in talk.text] == []
    shares(phone, clock, about="keep", how="keep")
    assert not side(desk.get(f"/clients/{amira.id}/at-a-glance"), "hard")


def test_before_sharing_there_is_only_the_invitation(desk, amira, phone) -> None:
    assert desk.get(f"/clients/{amira.id}/at-a-glance").says("Amira is invited.")
    assert readers(phone) == []
    assert desk.get("/clients/nobody/at-a-glance").status == 404


def test_the_card_about_contact_says_how_when_and_with_whose_help(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    card = side(desk.get(f"/clients/{amira.id}"), "likes-contact")
    assert "Someone translates for me Can work: In the morning · At the weekend Can help along: Family" in card
    assert "Ik kook elke week voor de buurt." in card
    shares(phone, clock, next="keep", helps="keep")
    assert not side(desk.get(f"/clients/{amira.id}"), "likes-contact")
