"""The prepared talk: what was released and nothing else, in the order in which a caseworker reads it."""

import pytest

from kompas.casework.people import Client
from kompas.conversation.answers import SKIPPED, Answer, chosen
from kompas.profile.statements import Statement
from kompas.usecases.open_profile import my_profile
from kompas.usecases.parties import Phone
from kompas.usecases.share import readers, unshare
from tests.store.counting import statements
from tests.store.people import an_invited_client
from tests.web.arrivals import an_invited_client as a_client_with_a_letter
from tests.web.arrivals import comes_back, comes_in, signs_in
from tests.web.pages import Page, Person
from tests.web.tables import line, sees_differently
from tests.web.talks import on_the_phone, says, shares


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
    """Amira's, who said a bit of everything and shared nothing yet."""
    phone = on_the_phone(archive, municipality, amira, flows)
    says(phone, clock)
    return phone


def test_before_sharing_there_is_an_invitation_and_nothing_else(desk, amira, phone) -> None:
    page = desk.get(f"/clients/{amira.id}")
    assert page.says("Amira Yilmaz", "Amira is invited.")
    assert not any(word in page.text for word in ("Helping", "Agreed", "wants to talk about"))


def test_a_talk_begins_with_three_strengths_and_where_they_were_shown(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    first = page.tree.text(page.tree.within(page.tree.by_id("begin-with"), "section"))
    assert first == "Begin with Helping With family Keeping going Working with my hands"


def test_of_two_shared_strengths_both_read_that_they_look_for_more(desk, amira, phone, clock) -> None:
    """Whatever was kept: two strengths that leave look the same as two that there are."""
    sentence, wiped = "In the talk you look for more talents together.", {"talent_learning": SKIPPED}
    shares(phone, clock)
    assert not desk.get(f"/clients/{amira.id}").says(sentence)
    unshare(phone, ["strength/learning", "strength/handy"], (), clock())
    kept = desk.get(f"/clients/{amira.id}")
    assert kept.says(sentence)
    says(phone, clock, wiped | {"talents_top": chosen("talent_helping", "talent_persevering")})
    shares(phone, clock)
    few = desk.get(f"/clients/{amira.id}")
    strengths = [page.tree.text(page.tree.within(page.tree.by_id("begin-with"), "section")) for page in (kept, few)]
    assert strengths[0] == strengths[1]


def test_the_agenda_is_the_clients_own(desk, amira, phone, clock) -> None:
    shares(phone, clock, helps="talk")
    page = desk.get(f"/clients/{amira.id}")
    agenda = page.tree.text(page.tree.within(page.tree.by_id("wants-to-talk"), "section"))
    assert "What helps me" in agenda
    assert "How many hours a week do you want to work?" in agenda
    assert not page.says("Someone to look after my children")


def test_what_is_kept_leaves_no_trace(desk, amira, phone, clock) -> None:
    shares(phone, clock, helps="keep", about="keep", next="keep")
    page = desk.get(f"/clients/{amira.id}")
    absent = ("What helps me", "About me", "My next step", "children", "Ik kook", "Contact that suits", "Caring for")
    assert [words for words in absent if words in page.text] == []


def test_what_is_taken_back_is_gone_at_once(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    assert desk.get(f"/clients/{amira.id}").says("Helping With family")
    unshare(phone, ["strength/helping"], (), clock())
    assert not desk.get(f"/clients/{amira.id}").says("With family")


def test_own_words_stand_as_they_were_written(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    quotes = {page.tree.text(one): one.get("dir") for one in page.tree.all("q")}
    assert quotes["رعاية جدتي"] == "auto"
    assert quotes["Ik kook elke week voor de buurt."] == "auto"


def test_the_wording_is_that_of_the_moment_of_sharing(app, provider, fatima, amira, phone, clock) -> None:
    shares(phone, clock)
    dutch = Person(app, reads="nl")
    sent = provider.remember(dutch.get("/sign-in").press("Inloggen").outside)
    comes_back(dutch, sent)
    page = dutch.get(f"/clients/{amira.id}")
    assert page.says("nl: Helping", "nl: With family", "Begin hiermee")


def test_every_line_says_why_it_is_there(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    helping = line(desk.get(f"/clients/{amira.id}"), "Helping")
    assert "Why do I see this?" in helping
    assert "I quickly see when someone needs help. Yes" in helping
    assert "Where did you show this? With family" in helping


def test_an_opening_stands_in_the_clients_log_once(desk, amira, phone, clock, fatima) -> None:
    shares(phone, clock)
    desk.get(f"/clients/{amira.id}")
    desk.get(f"/clients/{amira.id}")
    assert [view.caseworker_name for view in readers(phone)] == [fatima.name]


def test_looking_at_an_invitation_is_no_opening(desk, amira, phone) -> None:
    desk.get(f"/clients/{amira.id}")
    assert readers(phone) == []


@pytest.mark.parametrize("way", ["", "/items/1"])
def test_somebody_elses_client_is_as_absent_as_nobody(desk, archive, municipality, flows, clock, way) -> None:
    theirs = an_invited_client(archive, municipality, name="Piet Verhoeven")
    phone = on_the_phone(archive, municipality, theirs, flows)
    says(phone, clock)
    shares(phone, clock)
    fields = {"csrf_token": token_of(desk.get("/clients/new")), "word": "agreed", "version": "1"}
    asked = [
        desk.post(f"/clients/{one}{way}", fields) if way else desk.get(f"/clients/{one}")
        for one in (theirs.id, "nobody")
    ]
    assert [page.status for page in asked] == [404, 404]
    assert asked[0].text == asked[1].text
    assert readers(phone) == []


def test_a_script_in_own_words_is_only_words(desk, amira, phone, clock) -> None:
    nasty = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    says(phone, clock, {"own_words": Answer("given", nasty)})
    shares(phone, clock)
    page = sees_differently(desk.get(f"/clients/{amira.id}"), "Helping", nasty)
    assert page.text.count(nasty) >= 2


@pytest.mark.parametrize("colleagues", [3, 30])
def test_a_prepared_talk_takes_few_queries_however_many_clients_there_are(
    desk, amira, phone, clock, archive, municipality, fatima, colleagues
) -> None:
    for _ in range(colleagues):
        an_invited_client(archive, municipality, caseworker_id=fatima.id)
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}").press("Agreed: Helping").press("Not now: Keeping going")
    with statements(archive.facts, archive.keys.engine) as sent:
        assert desk.get(page.path.partition("/items")[0]).status == 200
    assert len(sent) <= 12, "\n".join(sent)


def token_of(page: Page) -> str:
    return next(str(one.get("value")) for one in page.tree.all("input") if one.get("name") == "csrf_token")


def test_another_language_after_a_mistake_shows_the_same_client(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    mistaken = sees_differently(desk.get(f"/clients/{amira.id}"), "Helping", "")
    assert mistaken.press("Nederlands").says("Amira Yilmaz", "Begin hiermee")


def test_client_and_caseworker_see_exactly_the_same(desk, archive, municipality, fatima, app, flows, clock) -> None:
    invited = a_client_with_a_letter(archive, municipality, clock, language="en", caseworker_id=fatima.id)
    phone = on_the_phone(archive, municipality, invited.client, flows)
    says(phone, clock)
    shares(phone, clock, helps="talk")
    amira = Person(app)
    comes_in(amira, invited)
    seen = [amira.get("/shared").text, desk.get(f"/clients/{invited.client.id}").text]
    released = {words for item in my_profile(phone).items for words in words_of(item.statement)} | {"What helps me"}
    assert [words for words in released if not all(words in page for page in seen)] == []
    held_back = {"Better Dutch", "Someone to look after my children", "First of all"}
    assert [words for words in held_back if any(words in page for page in seen)] == []


def words_of(statement: Statement) -> set[str]:
    """What a line says, and what it rests on."""
    if statement.kind == "talk":
        return {statement.name}
    said = {words for one in statement.evidence for words in (one.question, one.answer)}
    return said | {statement.name} | {one.text for one in statement.details}
