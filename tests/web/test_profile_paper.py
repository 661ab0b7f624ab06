"""The client's profile on paper: what they read on their phone, for them alone, and nothing that has to stay there."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from flask import Flask

from kompas.conversation.answers import given
from kompas.conversation.own_word import OWN_VIEW
from kompas.profile.said_by import said_by
from kompas.profile.statements import Statement
from kompas.store.archive import Archive
from kompas.store.organisations import change_organisation
from kompas.usecases.answer import where_is
from kompas.web.wording import say_in
from tests.post.papers import in_order, text_of
from tests.store.people import Municipality
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.tables import Table
from tests.web.talks import says

LANGUAGES = ("en", "nl", "ar", "tr", "pl", "uk")
WHOLE, STRENGTHS = "/profile.pdf", "/profile/strengths.pdf"
PRIVATE = "How important work is now"
VOWEL_SIGNS = range(0x64B, 0x653)


def on_paper(person: Person, address: str = WHOLE) -> str:
    """The text layer, without the signs above Arabic letters that paper leaves out."""
    response = person.get(address).response
    assert response.mimetype == "application/pdf", response.text
    assert len(response.data) < 300_000
    return text_of(response.data)


def lines(table: Table) -> tuple[Statement, ...]:
    return said_by(where_is(table.side)).statements


def words_of(app: Flask, line: Statement, language: str) -> Iterator[str]:
    """The name of a line and what was said of it, as they stand on paper in this language."""
    with app.test_request_context():
        yield _bare(say_in(line.name, language))
        yield from (one.text if one.own_words else _bare(say_in(one.text, language)) for one in line.details)


def _bare(words: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFC", words) if ord(one) not in VOWEL_SIGNS)


def reads(person: Person, language: str) -> None:
    page = person.get("/profile")
    token = next(one.get("value") for one in page.tree.all("input") if one.get("name") == "csrf_token")
    person.post("/language", {"language": language, "csrf_token": token, "next": "/profile"})


def links(page: Page) -> dict[str, bool]:
    """Each way to a paper, and whether htmx leaves it alone."""
    found = [one for one in page.tree.all("a") if ".pdf" in one.get("href", "")]
    return {one.get("href", ""): one.get("data-hx-boost") == "false" for one in found}


def test_every_line_can_be_read_on_it_in_every_language(
    app: Flask, table: Table, archive: Archive, municipality: Municipality
) -> None:
    with archive.writing(municipality.id) as records:
        change_organisation(records, replace(municipality.organisation, languages=LANGUAGES))
    for language in LANGUAGES:
        reads(table.phone, language)
        other = "en" if language == "nl" else "nl"
        alone, both = on_paper(table.phone), on_paper(table.phone, f"{WHOLE}?too={other}")
        assert "Amira Yilmaz" in alone
        for line in lines(table):
            said, also = [*words_of(app, line, language)], [*words_of(app, line, other)]
            assert [one for one in said if one not in alone or one not in both] == []
            assert [one for one in also if one not in both] == []


def test_it_stands_where_the_lines_are_and_where_one_sees_what_is_shared(phone: Person) -> None:
    page = phone.get("/profile")
    assert page.says("On paper (PDF)", "You decide who reads it.")
    assert links(page) == {WHOLE: True, f"{WHOLE}?too=nl": True, STRENGTHS: True, f"{STRENGTHS}?too=nl": True}
    shown = page.press("Show Nederlands too")
    assert set(links(shown)) == {WHOLE, STRENGTHS}
    assert "Waar ik goed in ben" in on_paper(phone)


def test_it_shows_what_was_worked_out_too(phone: Person) -> None:
    text = on_paper(phone)
    assert in_order(
        text, "What I am good at", "Work that may suit you", "Cooking in a restaurant", "You enjoy this kind"
    )
    assert in_order(text, "Your step", "Step by step", "What can bring you further", "Childcare")


def test_work_that_was_put_aside_is_not_on_it(phone: Person) -> None:
    phone.get("/profile/work").press("I leave this open: Cooking in a restaurant")
    assert "Cooking in a restaurant" not in on_paper(phone)


def test_what_is_private_stays_on_the_phone(phone: Person, table: Table, clock: Clock) -> None:
    says(table.side, clock, {"importance_of_work": given("1")})
    assert phone.get("/profile").says(PRIVATE)
    assert PRIVATE not in on_paper(phone)


def test_a_line_that_the_client_hides_is_not_on_it_and_their_own_words_are(
    phone: Person, table: Table, clock: Clock
) -> None:
    own = {"strength/helping": "", "strength/persevering": "I rest, *then* I #go on"}
    says(table.side, clock, {OWN_VIEW: given(own)})
    for address in (WHOLE, STRENGTHS):
        text = on_paper(phone, address)
        assert "Helping With family" not in text
        assert in_order(text, "Keeping going", "“I rest, *then* I #go on”")


def test_what_was_worked_out_stands_there_as_the_client_sees_it(phone: Person, table: Table, clock: Clock) -> None:
    says(table.side, clock, {OWN_VIEW: given({"standing/step_by_step": "", "bridge/childcare_help": "Tuesdays #only"})})
    text = on_paper(phone)
    assert "Step by step" not in text
    assert in_order(text, "Childcare", "“Tuesdays #only”")


def test_how_a_caseworker_helps_best_stands_there_by_the_clients_word_alone(phone: Person) -> None:
    title = "How my caseworker helps me best"
    assert title not in on_paper(phone)
    page = phone.get("/profile/work").press("This is right")
    assert title in on_paper(phone)
    page = page.press("Undo my choice").press("This is not right")
    assert title not in on_paper(phone)
    page.press("Make a plan")
    assert in_order(on_paper(phone), title, "Make a plan")


def test_a_page_of_strengths_holds_nothing_else(phone: Person, table: Table) -> None:
    phone.get("/profile/work").press("This is right")
    text = on_paper(phone, STRENGTHS)
    assert in_order(text, "Amira Yilmaz", "What I am good at", "Helping", "With family")
    assert not [one.name for one in lines(table) if one.part != "good_at" and one.name in text]
    assert not [words for words in ("Your step", "Work that may", "helps me best", "Childcare") if words in text]


def test_a_browser_keeps_no_copy_and_the_name_of_the_file_tells_nothing(phone: Person) -> None:
    for address, name in ((WHOLE, "profile.pdf"), (STRENGTHS, "strengths.pdf")):
        headers = phone.get(address).response.headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Disposition"] == f"inline; filename={name}"


def test_a_language_that_nobody_offers_is_not_put_beside(phone: Person) -> None:
    assert on_paper(phone, f"{WHOLE}?too=xx") == on_paper(phone)


def test_who_shares_a_device_reads_that_a_file_stays_on_it(phone: Person, table: Table, app: Flask) -> None:
    warning = "Others use this device too. A file that you save stays on it."
    assert not phone.get("/profile").says(warning)
    library = Person(app)
    asked = library.get(f"/c/{table.invited.opener.token}").press("Open")
    asked.press("Go on", ticks=["Other people use this device too"], birth_year=str(table.invited.client.birth_year))
    assert library.get("/profile").says(warning)


def test_who_told_nothing_has_nothing_to_print(phone: Person) -> None:
    page = phone.get("/start-over").press("Wipe").person.get("/profile")
    assert not links(page)
    assert phone.get(WHOLE).path == phone.get(STRENGTHS).path == "/profile"


def test_nobody_else_can_ask_for_it(anyone: Person, table: Table) -> None:
    for person in (anyone, table.desk):
        assert person.get(WHOLE).response.mimetype == "text/html"
