"""What there is here, by name: kept at the desk by who may, read by clients, and beside the lines that they share."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from kompas.casework.offers import Offer, OfferWords
from kompas.casework.people import Caseworker
from kompas.store.archive import Archive
from kompas.store.staff import change_caseworker
from kompas.store.supports import offers, put_offer
from kompas.store.tables import audit, mine
from tests.store.counting import statements
from tests.store.people import Municipality
from tests.web.pages import Page, Person
from tests.web.tables import Table, a_table, line
from tests.web.talks import shares

CAFE = Offer(
    "a-cafe-for-talks",
    "dutch_lessons",
    {"nl": OfferWords("Taalcafé", "Je praat in een groep."), "en": OfferWords("Language café", "You talk in a group.")},
    where="Buurthuis",
    phone="010 000 00 01",
    mail="taal@voorbeeld.example",
)
CRECHE = Offer("place-for-childs", "childcare_help", {"nl": OfferWords("Opvang", "Je kiest een plek.")}, where="Loket")
CAFE_SAID = "There is: Language café · Buurthuis · 010 000 00 01 · taal@voorbeeld.example"
TYPED = {
    "What it is called": "Praatgroep",
    "What to expect": "Je praat met anderen.",
    "Place": "Bibliotheek",
    "Phone number": "010 000 00 02",
}


@pytest.fixture
def keeper(archive: Archive, municipality: Municipality, fatima: Caseworker) -> Caseworker:
    keeper = replace(fatima, keeps_tables=True)
    with archive.writing(municipality.id) as records:
        change_caseworker(records, keeper)
        for one in (CAFE, CRECHE):
            put_offer(records, one)
    return keeper


@pytest.fixture
def table(app, provider, archive, municipality, keeper, flows, clock) -> Table:
    return a_table(app, provider, archive, municipality, flows, clock, caseworker_id=keeper.id)


@pytest.fixture
def desk(table: Table) -> Person:
    return table.desk


def there(archive: Archive, municipality: Municipality) -> list[Offer]:
    with archive.reading(municipality.id) as records:
        return offers(records)


def catalogue(desk: Person) -> Page:
    return desk.get("/organisation").follow("Support")


def test_who_keeps_it_adds_one_and_changes_it(desk: Person, archive, municipality) -> None:
    page = catalogue(desk).follow("Add: Help with phone and computer").press("Keep this", TYPED)
    assert page.says("Your change is kept.", "Praatgroep", "3 are on")
    page = page.follow("Change: Praatgroep").press("Keep this", {"What it is called": "Praatcafé", "Place": ""})
    assert page.says("Praatcafé")
    kept = next(one for one in there(archive, municipality) if one.category == "digital_help")
    assert kept == Offer(
        kept.id,
        "digital_help",
        {"nl": OfferWords("Praatcafé", "Je praat met anderen.")},
        phone="010 000 00 02",
    )


def test_a_form_that_is_sent_twice_makes_one(desk: Person, archive, municipality) -> None:
    form = catalogue(desk).follow("Add: Help with phone and computer")
    form.press("Keep this", TYPED)
    form.press("Keep this", TYPED)
    assert len(there(archive, municipality)) == 3


def test_what_is_missing_is_said_in_sentences_and_nothing_typed_is_lost(desk: Person, archive, municipality) -> None:
    form = catalogue(desk).follow("Add: Help with phone and computer")
    page = form.press("Keep this", TYPED | {"What it is called": " ", "Phone number": "javascript:alert(1)"})
    assert page.status == 422
    assert page.says("Write what it is called", "Write a phone number", "Je praat met anderen.")
    assert form.press("Keep this", TYPED | {"Mail address": "no address"}).says("Write a mail address")
    page = form.press("Keep this", {"What it is called": "Praatgroep"})
    assert page.says("Write in a sentence or two", "Fill in a place, a phone number or a mail address.")
    assert len(there(archive, municipality)) == 2


def test_a_long_sentence_gets_a_hint_and_is_kept(desk: Person) -> None:
    long = TYPED | {"What to expect": " ".join(["woord"] * 16) + "."}
    page = catalogue(desk).follow("Add: Help with phone and computer").press("Keep this", long)
    assert page.says("Your change is kept.", "This reads easier in sentences of at most 15 words.")


def test_it_is_switched_off_and_on_one_by_one_or_by_kind(desk: Person, table: Table, archive, municipality) -> None:
    page = catalogue(desk).press("Switch off: Language café")
    assert page.says("1 is on · 1 is off")
    assert not table.phone.get("/help-nearby").says("Language café")
    catalogue(desk).follow("Add: Dutch lessons").press("Keep this", TYPED)
    page = catalogue(desk).press("Switch all off: Dutch lessons")
    assert page.says("1 is on · 2 are off")
    assert not table.phone.get("/help-nearby").says("Dutch lessons")
    page = page.press("Switch all on: Dutch lessons")
    assert page.says("3 are on")
    assert table.phone.get("/help-nearby").says("Language café", "Praatgroep")


def test_what_is_taken_away_is_gone_for_everyone(desk: Person, table: Table) -> None:
    page = catalogue(desk).follow("Change: Language café").press("Yes, take it away")
    assert page.says("It is taken away.", "1 is on")
    assert not table.phone.get("/help-nearby").says("Language café")


def test_each_deed_stands_in_the_log(desk: Person, archive, municipality, keeper) -> None:
    catalogue(desk).follow("Change: Language café").press("Keep this")
    catalogue(desk).press("Switch off: Language café")
    catalogue(desk).follow("Change: Language café").press("Yes, take it away")
    with archive.reading(municipality.id) as records:
        rows = records.read(select(audit).where(mine(audit)).order_by(audit.c.number)).all()
    deeds = [(row.actor_id, row.deed, row.object_id) for row in rows if row.object_kind == "support"]
    assert deeds == [
        (keeper.id, deed, CAFE.id) for deed in ("change support", "switch support off", "take support away")
    ]


def test_other_caseworkers_read_it_and_change_nothing(desk: Person, archive, municipality, keeper) -> None:
    form = catalogue(desk).follow("Change: Language café")
    with archive.writing(municipality.id) as records:
        change_caseworker(records, replace(keeper, keeps_tables=False))
    page = catalogue(desk)
    assert page.says("Language café", "You talk in a group.")
    assert [words for words in (*page.buttons, *page.links) if words.startswith(("Switch", "Change", "Add"))] == []
    assert form.press("Keep this").status == 403
    assert form.press("Yes, take it away").status == 403
    assert desk.get(f"/organisation/supports/{CAFE.id}").status == 403
    assert there(archive, municipality) == [CRECHE, CAFE]


def test_a_client_finds_all_there_is_in_their_own_language(table: Table) -> None:
    page = table.phone.get("/profile/work").follow("All the help there is here")
    assert page.path == "/help-nearby"
    assert page.says("What is there for me", "Dutch lessons", "Language café", "You talk in a group.")
    assert page.links["Call: 010 000 00 01"] == "tel:0100000001"
    assert page.links["Mail: taal@voorbeeld.example"] == "mailto:taal@voorbeeld.example"
    dutch = {page.tree.text(one) for one in page.tree.all("bdi") if one.get("lang") == "nl"}
    assert {"Opvang", "Je kiest een plek.", "Buurthuis"} <= dutch


def test_who_shared_finds_the_way_to_all_there_is(table: Table, clock) -> None:
    shares(table.side, clock)
    assert table.phone.get("/shared").follow("All the help there is here").says("Language café")


def test_what_can_bring_somebody_further_names_what_there_is(table: Table) -> None:
    page = table.phone.get("/profile/work")
    bridge = [page.tree.text(one) for one in page.tree.all("li")]
    assert any(one.startswith("Childcare") and "Opvang Je kiest een plek." in one for one in bridge)


def test_a_shared_need_shows_at_the_desk_what_there_is_for_it(table: Table, clock) -> None:
    shares(table.side, clock)
    page = table.talk()
    assert "There is: Opvang · Loket" in line(page, "Someone to look after my children")
    assert CAFE_SAID in line(page, "Better Dutch")


def test_a_need_that_is_kept_shows_nothing_at_the_desk(table: Table, clock) -> None:
    shares(table.side, clock, helps="keep", next="keep")
    page = table.talk()
    assert "There is:" not in page.text
    assert "Opvang" not in page.text


def test_the_pages_take_few_queries(table: Table, archive, clock) -> None:
    shares(table.side, clock)
    table.talk()
    for most, opens in (
        (12, table.talk),
        (6, lambda: table.phone.get("/help-nearby")),
        (6, lambda: table.desk.get("/organisation/supports")),
    ):
        with statements(archive.facts, archive.keys.engine) as sent:
            opens()
        asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
        assert len(asked) <= most, asked
