"""What somebody calls themselves, writes or types is shown as they wrote it, and does nothing: on every page."""

from dataclasses import replace

import pytest

from kompas.conversation.answers import Answer
from kompas.conversation.flow import PARTS
from kompas.store.staff import add_caseworker
from kompas.usecases.share import unshare
from tests.store.people import a_caseworker
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table
from tests.web.talks import says, shares

BAD = "\"><img src=x onerror=alert(1) hx-get=/x>'"
THEIRS = (
    "/welcome",
    "/profile",
    "/share",
    "/shared",
    "/readers",
    "/earlier",
    "/review",
    "/start-over",
    "/my-data",
    "/my-data/erase",
    "/talk/own_words",
)
SAID = {
    "own_words": Answer("given", BAD),
    "told_more.1": Answer("given", {"kind": "at_home", "what": BAD}),
}


@pytest.fixture
def table(app, provider, archive, municipality, fatima, flows, clock) -> Table:
    known = {"name": BAD, "talk_place": BAD, "caseworker_id": fatima.id}
    made = a_table(app, provider, archive, municipality, flows, clock, **known)
    says(made.side, clock, SAID)
    shares(made.side, clock)
    return made


def inert(page: Page) -> Page:
    assert page.status < 500
    assert page.is_page
    assert "<img" not in page.body.lower(), page.address
    assert not [one for one in page.tree.root.iter() if "onerror" in one.attrib or "hx-get" in one.attrib]
    return page


def button(page: Page, begins: str, place: int = 0) -> str:
    return [one for one in page.buttons if one.startswith(begins)][place]


def test_what_is_written_on_either_side_does_nothing_on_any_page(table, archive, municipality, clock, capfd) -> None:
    other = replace(a_caseworker(municipality.team, subject="other"), name=BAD)
    with archive.writing(municipality.id) as records:
        add_caseworker(records, other)
    talk = table.talk()
    inert(talk.press(button(talk, "Agreed")))
    view = {f"How do you see it? {BAD.split(maxsplit=1)[0]} reads this too.": BAD}
    inert(table.talk().press(button(talk, "Put both", 1), view))
    old = inert(table.talk())
    inert(table.desk.get(table.together)).press(
        "Save my word", {"The code in your letter": BAD}, **{"word.1": "agreed"}
    )
    inert(table.desk.get("/clients?q=%22%3E%3Cimg%20src=x%3E"))
    for address in THEIRS:
        inert(table.phone.get(address))
    unshare(table.side, (), PARTS, clock())
    inert(old.press(button(old, "Put both", 1), view))
    inert(table.phone.get("/profile"))
    inert(table.desk.get(f"{table.here}/invitation")).press("Hand over", colleague=other.id)
    for address in ("/welcome", "/readers", "/shared"):
        inert(table.phone.get(address))
    assert "onerror" not in capfd.readouterr().err


def test_what_a_stranger_types_does_nothing_either(app) -> None:
    inert(Person(app).post("/enter", {"code": BAD, "token": BAD, "csrf_token": BAD}))
    inert(Person(app).get("/?notice=%3Cimg%20src=x%3E"))


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/..//evil.example",
        "/c/../..//e",
        "/c//evil.example",
    ],
)
def test_choosing_a_language_leads_to_no_other_site(table, wanted) -> None:
    left = table.phone.get("/welcome").press("Nederlands", next=wanted)
    assert left.path == "/"
