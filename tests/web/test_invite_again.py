"""A new invitation after a year: last time stands beside, and nobody learns what was answered in between."""

import pytest

from kompas.casework.people import Client
from kompas.conversation.answers import Answer
from kompas.store.answers import answers_of
from kompas.usecases.codes import link_shown
from kompas.usecases.enter import DoesNotOpen, enter
from kompas.usecases.parties import Phone
from kompas.usecases.share import readers, unshare
from kompas.usecases.tidy import tidy
from tests.store.counting import statements
from tests.web.arrivals import Invited, comes_in, signs_in
from tests.web.arrivals import an_invited_client as a_client_with_a_letter
from tests.web.pages import Page, Person
from tests.web.talks import SAID, on_the_phone, says, shares
from tests.web.test_inviting import filled_in, the_link

A_YEAR = 400
"""Days: more than Kompas keeps an answer."""


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    """Fatima's."""
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def a_year_ago(desk, clock) -> None:
    """What follows happened long ago. Fatima signed in at the moment to which `a_year_passes` comes back."""
    clock.wait(days=-A_YEAR)


@pytest.fixture
def invited(archive, municipality, fatima, clock, a_year_ago) -> Invited:
    known = {"name": "Amira Yilmaz", "language": "en", "caseworker_id": fatima.id}
    return a_client_with_a_letter(archive, municipality, clock, **known)


@pytest.fixture
def amira(invited) -> Client:
    return invited.client


@pytest.fixture
def phone(archive, municipality, amira, flows, clock) -> Phone:
    """Amira's, who said and shared a bit of everything for her first talk."""
    phone = on_the_phone(archive, municipality, amira, flows)
    says(phone, clock)
    shares(phone, clock, about="keep")
    return phone


@pytest.fixture
def after_a_year(clock, phone) -> None:
    clock.wait(days=A_YEAR)


def invites_again(desk: Person, client: Client, clock) -> Page:
    plain = filled_in(clock)
    form = desk.get(f"/clients/{client.id}/invitation").follow("Invite to a new talk")
    return form.press("Make the invitation", talk_day=plain["talk_day"], talk_time="10:15")


def test_what_is_known_is_filled_in_and_the_day_is_asked(desk, amira, after_a_year) -> None:
    form = desk.get(f"/clients/{amira.id}/invitation").follow("Invite to a new talk")
    values = {one.get("name"): one.get("value") for one in form.tree.all("input")}
    assert (values["name"], values["birth_year"], values["talk_place"]) == ("Amira Yilmaz", "1984", amira.talk_place)
    assert values["talk_day"] == ""
    assert form.says("chooses anew what to share")


def test_nobody_is_invited_to_a_new_talk_before_the_last_was_held(desk, amira, phone) -> None:
    assert not desk.get(f"/clients/{amira.id}/invitation").says("Invite to a new talk")


def test_the_old_link_opens_nothing_and_the_new_one_does(
    desk, invited, amira, after_a_year, clock, archive, municipality
) -> None:
    page = invites_again(desk, amira, clock)
    assert page.says("Ready to hand over")
    with pytest.raises(DoesNotOpen):
        enter(archive, municipality.id, link_shown(invited.opener.token), "1984", "192.0.2.1", clock())
    assert enter(archive, municipality.id, link_shown(the_link(page)), "1984", "192.0.2.1", clock())


def test_an_open_conversation_asks_for_the_new_letter(app, desk, invited, amira, phone, clock) -> None:
    clock.wait(days=8)
    client = Person(app)
    comes_in(client, invited)
    invites_again(desk, amira, clock)
    assert not client.get("/welcome").says("Hello")


def test_until_the_client_shares_anew_they_are_invited_and_last_time_stands_beside(
    desk, amira, after_a_year, clock, phone
) -> None:
    invites_again(desk, amira, clock)
    page = desk.get(f"/clients/{amira.id}")
    assert page.says("Amira is invited.", "Last time", "Helping", "for the talk before")
    assert not any("Agreed" in one for one in page.buttons)
    assert desk.get("/clients").says(" invited ")


def test_looking_at_last_time_stands_in_the_log(desk, amira, after_a_year, clock, phone) -> None:
    invites_again(desk, amira, clock)
    desk.get(f"/clients/{amira.id}")
    assert len(readers(phone)) == 1


def test_what_was_confirmed_then_is_told_and_nobody_waits_any_more(desk, amira, phone, clock) -> None:
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    clock.wait(days=A_YEAR)
    invites_again(desk, amira, clock)
    page = desk.get(f"/clients/{amira.id}")
    assert page.says("agreed · Fatima Oulad")
    assert not page.says("waits for Amira")


def test_a_word_about_the_last_talk_is_no_word_about_this_one(desk, amira, phone, clock) -> None:
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    clock.wait(days=A_YEAR)
    invites_again(desk, amira, clock)
    says(phone, clock)
    shares(phone, clock)
    page = desk.get(f"/clients/{amira.id}")
    assert page.says("shared today", "Last time", "agreed · Fatima Oulad")
    assert not page.says("waits for Amira")
    assert page.buttons.count("Agreed: Helping") == 1


def test_the_new_conversation_begins_with_what_the_nights_left_and_loses_nothing_until_the_talk(
    desk, amira, after_a_year, clock, phone, archive, municipality, flows
) -> None:
    def night() -> set[str]:
        tidy(archive, municipality.organisation, flows["kompas"], clock())
        with archive.reading(municipality.id) as records:
            return set(answers_of(records, amira.id))

    clock.wait(days=-60)
    says(phone, clock, {"situation": Answer("given", "not_sure_yet")})
    clock.wait(days=60)
    assert night() == {"situation"}
    invites_again(desk, amira, clock)
    clock.wait(days=-1)
    says(phone, clock, {"wish_place": Answer("given", "outside")})
    clock.wait(days=1)
    assert night() == {"situation", "wish_place"}
    assert desk.get(f"/clients/{amira.id}").says("Last time", "Helping")


def test_what_was_answered_in_between_shows_nowhere_at_the_desk(
    desk, archive, municipality, fatima, flows, clock, a_year_ago
) -> None:
    """Two clients who differ in nothing but what they answered, and did not share, since the last talk."""
    pages = []
    people = [a_client_with_a_letter(archive, municipality, clock, caseworker_id=fatima.id).client for _ in range(2)]
    phones = [on_the_phone(archive, municipality, one, flows) for one in people]
    for phone in phones:
        says(phone, clock)
        shares(phone, clock)
    clock.wait(days=A_YEAR)
    says(phones[0], clock, {"situation": Answer("given", "not_sure_yet"), "own_words": Answer("given", "Nieuw.")})
    for one in people:
        invites_again(desk, one, clock)
    says(phones[0], clock, {**SAID, "situation": Answer("given", "not_sure_yet")})
    for one in people:
        addresses = (f"/clients/{one.id}", f"/clients/{one.id}/invitation/again")
        pages.append([desk.get(address).text for address in addresses])
    assert pages[0] == pages[1]
    rows = [page.tree.text(one) for page in [desk.get("/clients")] for one in page.tree.all("tr")]
    assert len({row for row in rows if "Samira" in row}) == 1


def test_a_second_tap_invites_once(desk, amira, after_a_year, clock) -> None:
    form = desk.get(f"/clients/{amira.id}/invitation").follow("Invite to a new talk")
    chosen = {"talk_day": filled_in(clock)["talk_day"], "talk_time": "10:15"}
    first = form.press("Make the invitation", **chosen)
    clock.wait(seconds=1)
    second = form.press("Make the invitation", **chosen)
    assert the_link(second) == the_link(first)


def test_another_appointment_in_another_window_is_told_and_nothing_typed_is_lost(
    desk, amira, after_a_year, clock
) -> None:
    form = desk.get(f"/clients/{amira.id}/invitation").follow("Invite to a new talk")
    day = filled_in(clock)["talk_day"]
    form.press("Make the invitation", talk_day=day, talk_time="10:15")
    clock.wait(seconds=1)
    second = form.press("Make the invitation", talk_day=day, talk_time="16:45")
    assert second.status == 409
    assert second.says("You invited to another talk in another window.")
    assert "16:45" in {one.get("value") for one in second.tree.all("input")}


def test_what_cannot_be_is_asked_again(desk, amira, after_a_year, clock) -> None:
    form = desk.get(f"/clients/{amira.id}/invitation").follow("Invite to a new talk")
    page = form.press("Make the invitation", talk_place=" ")
    assert page.status == 422
    assert page.says("2 things are still needed:")


def test_somebody_elses_client_is_not_found(desk, archive, municipality, clock) -> None:
    theirs = a_client_with_a_letter(archive, municipality, clock).client
    asked = [desk.get(f"/clients/{one}/invitation/again") for one in (theirs.id, "nobody")]
    assert [page.status for page in asked] == [404, 404]


def test_a_talk_with_last_time_beside_takes_few_queries(desk, amira, after_a_year, clock, phone, archive) -> None:
    invites_again(desk, amira, clock)
    says(phone, clock)
    shares(phone, clock)
    desk.get(f"/clients/{amira.id}")
    with statements(archive.facts, archive.keys.engine) as sent:
        assert desk.get(f"/clients/{amira.id}").says("Last time")
    assert len(sent) <= 12, "\n".join(sent)


def test_taking_back_all_of_this_time_leaves_last_time(desk, amira, after_a_year, clock, phone) -> None:
    invites_again(desk, amira, clock)
    says(phone, clock)
    shares(phone, clock)
    unshare(phone, (), ("good_at", "why", "how", "helps", "about", "next"), clock())
    assert desk.get(f"/clients/{amira.id}").says("Amira is invited.", "Last time", "Helping")
