"""The prepared talk: what was released and nothing else, and what both sides make of it, line by line."""

import re

import pytest

from kompas.casework.people import Client
from kompas.conversation.answers import Answer
from kompas.profile.statements import Statement
from kompas.usecases.confirm import confirm_mine, my_profile
from kompas.usecases.parties import Phone
from kompas.usecases.share import readers, unshare
from tests.store.counting import statements
from tests.store.people import an_invited_client
from tests.web.arrivals import an_invited_client as a_client_with_a_letter
from tests.web.arrivals import comes_back, comes_in, signs_in
from tests.web.pages import Page, Person
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


def line(page: Page, name: str) -> str:
    """All that stands in the line with this name."""
    lines = [one for one in page.tree.all("li") if str(one.get("id", "")).startswith("line-")]
    return next(page.tree.text(one) for one in lines if page.tree.text(one).startswith(name))


def sees_differently(page: Page, name: str, words: str) -> Page:
    return page.press(f"Put both views side by side: {name}", {"How do you see it? Amira reads this too.": words})


def answers(phone: Phone, statement_id: str, word: str, clock) -> None:
    """The client's half, on her own phone."""
    profile = my_profile(phone)
    item = next(one for one in profile.items if one.statement.id == statement_id)
    confirm_mine(phone, profile.version.number, item.number, item.caseworker.number, word, clock())


def test_before_sharing_there_is_an_invitation_and_nothing_else(desk, amira, phone) -> None:
    page = desk.get(f"/clients/{amira.id}")
    assert page.says("Amira Yilmaz", "Amira is invited.")
    assert not any(word in page.text for word in ("Helping", "Agreed", "wants to talk about"))


def test_a_talk_begins_with_three_strengths_and_where_they_were_shown(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    first = page.tree.text(page.tree.within(page.tree.by_id("begin-with"), "section"))
    assert first == "Begin with Helping With family Keeping going Working with my hands"


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
    absent = ("What helps me", "About me", "My next step", "children", "Ik kook", "Contact that suits", "Cooking and")
    assert [words for words in absent if words in page.text] == []


def test_what_is_taken_back_is_gone_at_once(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    assert desk.get(f"/clients/{amira.id}").says("Helping")
    unshare(phone, ["strength/helping"], (), clock())
    assert not desk.get(f"/clients/{amira.id}").says("Helping")


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


def test_what_a_caseworker_agrees_with_waits_for_the_client(desk, amira, phone, clock, fatima) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    assert page.status == 200
    assert f"waits for Amira · {fatima.name} · today" in line(page, "Helping")
    assert page.says("1 waits for Amira")


def test_what_both_agree_with_is_confirmed_together(desk, amira, phone, clock, fatima) -> None:
    shares(phone, clock)
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    answers(phone, "strength/helping", "agreed", clock)
    page = desk.get(f"/clients/{amira.id}")
    assert f"confirmed together · {fatima.name} and Amira · today" in line(page, "Helping")
    assert page.says("1 confirmed together")


def test_seeing_it_differently_puts_both_views_side_by_side(desk, amira, phone, clock, fatima) -> None:
    shares(phone, clock)
    after = sees_differently(desk.get(f"/clients/{amira.id}"), "Helping", "Bij de voedselbank ook.")
    assert "waits for Amira" in line(after, "Helping")
    answers(phone, "strength/helping", "not_agreed", clock)
    said = line(desk.get(f"/clients/{amira.id}"), "Helping")
    assert f"seen differently · {fatima.name} and Amira" in said
    assert "Bij de voedselbank ook." in said
    assert "Amira Yilmaz Helping · With family" in said


def test_a_client_may_make_the_caseworkers_words_their_own(desk, amira, phone, clock, fatima) -> None:
    shares(phone, clock)
    sees_differently(desk.get(f"/clients/{amira.id}"), "Helping", "Ook bij de voedselbank.")
    answers(phone, "strength/helping", "agreed", clock)
    assert f"confirmed as {fatima.name} put it" in line(desk.get(f"/clients/{amira.id}"), "Helping")


def test_not_now_puts_a_line_on_the_table(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}").press("Not now: Helping")
    assert "to talk about" in line(page, "Helping")


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_words_that_cannot_be_kept_stay_where_they_were_typed(desk, amira, phone, clock, words) -> None:
    shares(phone, clock)
    page = sees_differently(desk.get(f"/clients/{amira.id}"), "Helping", words)
    assert page.status == 422
    assert "Write how you see it, in at most 500 letters." in line(page, "Helping")
    assert "".join(page.tree.by_id("words-1").itertext()) == words
    assert not line(page, "Keeping going").count("Write how you see it, in")


def test_a_line_that_rests_on_other_answers_now_has_changed_since(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    says(phone, clock, {"talents_shown.talent_helping": Answer("given", "at_work")})
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    assert "has changed since" in line(page, "Helping")
    assert not page.says("1 waits for Amira")


def test_what_has_changed_since_no_longer_counts_as_confirmed_together(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    answers(phone, "strength/helping", "agreed", clock)
    assert desk.get(f"/clients/{amira.id}").says("1 confirmed together")
    says(phone, clock, {"talents_shown.talent_helping": Answer("given", "at_work")})
    shares(phone, clock)
    assert not desk.get(f"/clients/{amira.id}").says("1 confirmed together")


def test_a_word_on_an_old_page_is_not_kept(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    shares(phone, clock, why="keep")
    late = page.press("Agreed: Helping")
    assert late.status == 409
    assert late.says("Something has changed")
    assert "waits for" not in line(late.follow("Look again"), "Helping")


def test_a_word_on_what_was_taken_back_is_not_kept(desk, amira, phone, clock) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    unshare(phone, [item.statement.id for item in my_profile(phone).items], (), clock())
    late = page.press("Agreed: Helping")
    assert late.status == 409
    assert late.follow("Look again").says("Amira is invited.")


@pytest.mark.parametrize(("item", "fields"), [(1, {"word": "hmm"}), (1, {"word": ""}), (999, {"word": "agreed"})])
def test_a_word_that_nobody_offered_is_not_found(desk, amira, phone, clock, item, fields) -> None:
    version = shares(phone, clock)
    token = token_of(desk.get(f"/clients/{amira.id}"))
    page = desk.post(f"/clients/{amira.id}/items/{item}", {"csrf_token": token, "version": version.number, **fields})
    assert page.status == 404


@pytest.mark.parametrize("version", ["", "-1", "abc", "99999999999999999999"])
def test_a_version_that_is_none_is_an_old_page(desk, amira, phone, clock, version) -> None:
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    assert page.press("Agreed: Helping", version=version).status == 409


def test_with_htmx_the_swapped_line_is_the_line_of_the_whole_page(app, provider, fatima, amira, phone, clock) -> None:
    shares(phone, clock)
    tapping = Person(app, htmx=True)
    signs_in(tapping, provider)
    swapped = tapping.get(f"/clients/{amira.id}").press("Agreed: Helping")
    whole = tapping.get(f"/clients/{amira.id}")
    assert swapped.is_swap
    assert not whole.is_swap
    assert line(swapped, "Helping") == line(whole, "Helping")
    assert _bare(swapped.body, "line-1") == _bare(whole.body, "line-1")


def _bare(body: str, line_id: str) -> str:
    """The markup of a line, without the token that is masked anew on each page."""
    markup = re.search(rf'<li [^>]*id="{line_id}".*?(?=<li [^>]*id="line-|</ul>)', body, re.DOTALL)
    return re.sub(r'name="csrf_token" value="[^"]*"', "", markup[0] if markup else "")


def test_an_old_page_takes_the_whole_screen_with_htmx(app, provider, fatima, amira, phone, clock) -> None:
    shares(phone, clock)
    tapping = Person(app, htmx=True)
    signs_in(tapping, provider)
    page = tapping.get(f"/clients/{amira.id}")
    shares(phone, clock, why="keep")
    headers = page.press("Agreed: Helping").response.headers
    assert (headers["HX-Retarget"], headers["HX-Reselect"]) == ("#screen", "#screen")


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
