"""Another language in the middle of a screen: what is ticked and typed there stays, and nothing becomes an answer."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest
from flask import Flask

from kompas.conversation.conditions import Context
from kompas.conversation.flow import Flow
from kompas.store.archive import Archive
from kompas.usecases.answer import where_is
from kompas.usecases.parties import Phone
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.telling import says

WORDS = "Ik kook op zaterdag.\n\n  <b>Voor 30 mensen</b> & meer"


@pytest.fixture
def samira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="nl")


@pytest.fixture(params=[False, True], ids=["plain", "htmx"])
def phone(app: Flask, samira: Invited, request: pytest.FixtureRequest) -> Person:
    person = Person(app, reads="nl", htmx=request.param)
    comes_in(person, samira)
    return person


@pytest.fixture
def told(archive: Archive, municipality: Municipality, samira: Invited, flows: dict[str, Flow]) -> Callable[[], object]:
    """All that was answered, as it is kept."""
    side = Phone(archive, municipality.id, samira.client.id, flows["kompas"], Context())
    return lambda: where_is(side).heard


def ticked(page: Page) -> set[str]:
    return {one.get("value", "") for one in page.tree.all("input") if "checked" in one.attrib}


def typed_in(page: Page, name: str) -> str:
    found = next(one for one in page.tree.all("input", "textarea") if one.get("name") == name)
    return found.get("value") or "".join(found.itertext())


def there_and_back(page: Page, **typed: object) -> Page:
    """Into English and back into Dutch, with this ticked and typed; the screen in between is looked over too."""
    between = page.press("English", **typed)
    assert between.status == 200
    assert spoken(between) == "en"
    again = between.press("Nederlands")
    assert spoken(again) == "nl"
    return again


def spoken(page: Page) -> str:
    """Of the whole page: with htmx, too, all of it is replaced."""
    html: Element = page.tree.all("html")[0]
    return html.get("lang", "")


def test_boxes_stay_ticked_in_their_order(phone: Person, told: Callable[[], object]) -> None:
    before = told()
    again = there_and_back(phone.get("/talk/needs"), choice=["transport", "dutch", "childcare"])
    places = {one.get("value"): one.get("data-place") for one in again.tree.all("input") if "checked" in one.attrib}
    assert set(places) == {"transport", "dutch", "childcare"}
    assert told() == before


def test_words_stay_as_they_were_typed(phone: Person, told: Callable[[], object]) -> None:
    before = told()
    again = there_and_back(phone.get("/talk/own_words"), words=WORDS)
    assert typed_in(again, "words").replace("\r", "") == WORDS
    assert told() == before

    again.press("Verder")
    assert typed_in(phone.get("/talk/own_words"), "words").replace("\r", "") == WORDS.strip()


def test_half_a_record_stays_half_filled(phone: Person, told: Callable[[], object]) -> None:
    says(phone, "situation", "looking_now")
    before, page = told(), phone.get("/talk/told_more-1")
    again = there_and_back(page, **{"entry.what": "رعاية جدتي", "entry.kind": "at_home"})
    assert typed_in(again, "entry.what") == "رعاية جدتي"
    assert "at_home" in ticked(again)
    assert told() == before


def test_what_was_answered_by_a_tap_stays_marked_and_leads_back_where_they_came_from(phone: Person) -> None:
    says(phone, "situation", "looking_now")
    again = there_and_back(phone.get("/talk/situation?came_from=review"))
    choices = [one for one in again.tree.all("button") if one.get("name") == "choice"]
    assert [one.get("value") for one in choices if one.get("aria-current")] == ["looking_now"]
    assert typed_in(again, "came_from") == "review"


def test_topics_and_the_few_that_fit_best_stay_chosen(phone: Person, told: Callable[[], object]) -> None:
    says(phone, "needs", "dutch", "childcare", "transport", "digital")
    before = told()
    topics = phone.get("/talk/agenda")
    names = [one.get("name", "") for one in topics.tree.all("input") if one.get("type") == "radio"]
    assert ticked(there_and_back(topics, **{names[0]: "later", names[-1]: "no"})) == {"later", "no"}
    assert ticked(there_and_back(phone.get("/talk/needs_top"), choice=["childcare"])) == {"childcare"}
    assert told() == before


def test_what_was_unticked_stays_unticked(phone: Person) -> None:
    says(phone, "needs", "dutch", "childcare")
    assert ticked(there_and_back(phone.get("/talk/needs"), choice=[])) == set()


def test_choices_to_share_stay_and_nothing_leaves(phone: Person, told: Callable[[], object]) -> None:
    says(phone, "needs", "dutch")
    before = told()
    again = there_and_back(phone.get("/share"), **{"part.helps": "talk"})
    assert ticked(again) == {"talk"}
    assert told() == before
    assert phone.get("/shared").heading == "Je deelt nu niets"


def test_the_preview_stays_the_preview(phone: Person) -> None:
    says(phone, "needs", "dutch")
    before = phone.get("/share").press("Kijk hoe", **{"part.helps": "share"})
    again = there_and_back(before)
    assert again.heading == before.heading
    assert again.press("Iets veranderen").status == 200


def test_a_year_of_birth_stays_and_so_does_the_way_in(app: Flask, samira: Invited) -> None:
    person = Person(app, reads="nl")
    asked = person.get(f"/c/{samira.opener.token}").press("Openen")
    again = there_and_back(asked, birth_year="198")
    assert typed_in(again, "birth_year") == "198"
    assert again.press("Verder", birth_year=str(samira.client.birth_year)).path == "/welcome"


def test_a_code_half_typed_stays(app: Flask) -> None:
    assert typed_in(there_and_back(Person(app, reads="nl").get("/"), code="ABC"), "code") == "ABC"


def test_who_could_not_come_in_reads_why_in_another_language(app: Flask, samira: Invited) -> None:
    asked = Person(app, reads="nl").get(f"/c/{samira.opener.token}").press("Openen")
    told_why = asked.press("Verder", birth_year="1901")
    assert there_and_back(told_why).heading == told_why.heading


def test_enter_in_a_field_goes_on_and_switches_no_language(phone: Person) -> None:
    """A browser takes the first button of a form."""
    says(phone, "situation", "looking_now")
    says(phone, "needs", "dutch")
    for address, do in (("/talk/told_more-1", "add"), ("/talk/needs", "answer"), ("/share", "preview")):
        page = phone.get(address)
        form = page.tree.by_id("reply")
        first = next(one for one in page.tree.all("button") if page.tree.form_of(one) is form)
        assert (first.get("name"), first.get("value")) == ("do", do)


def test_no_deed_is_done_by_choosing_a_language(phone: Person, told: Callable[[], object]) -> None:
    says(phone, "needs", "dutch")
    before = told()
    token = phone.get("/talk/needs").tree.all("input")[0].get("value")
    deed = {"do": "share", "about": "needs", "choice": "childcare", "part.helps": "share", "what": "all"}
    for address in ("/talk/needs", "/share", "/start-over", "/talk/needs/wipe", "/leave", "/clients", "/agenda"):
        phone.post(f"/language?next={address}", {"csrf_token": token, "language": "en", **deed})
    assert told() == before
    assert phone.get("/welcome").status == 200


def test_what_another_site_posts_changes_nothing(phone: Person) -> None:
    page = phone.post("/language?next=/talk/own_words", {"language": "en", "words": "theirs"})
    assert page.status == 400
    assert not phone.get("/talk/own_words").says("theirs")


def test_what_could_not_be_kept_goes_along_into_another_language(
    phone: Person, samira: Invited, told: Callable[[], object]
) -> None:
    """The page of an earlier visit is sent: the problem gives its words back, and the switch takes them home."""
    before, page = told(), phone.get("/talk/own_words")
    phone.get("/welcome").press("Nu stoppen")
    comes_in(phone, samira)
    problem = page.press("Verder", words=WORDS)
    assert problem.status >= 400
    again = problem.press("English")
    assert typed_in(again, "words").replace("\r", "") == WORDS
    assert told() == before


def test_where_words_would_be_lost_with_it_no_switch_stands(phone: Person) -> None:
    page = phone.get("/talk/own_words")
    phone.get("/welcome").press("Nu stoppen")
    problem = page.press("Verder", words=WORDS)
    assert problem.says("Ik kook op zaterdag.")
    assert "English" not in problem.buttons
