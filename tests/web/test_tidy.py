"""What is kept too long goes in the night; what was shared and confirmed stays, and nobody loses a conversation."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from kompas.casework.people import Client
from kompas.conversation.answers import SKIPPED, Answer
from kompas.conversation.flow import Flow
from kompas.store.answers import all_given, append_answer
from kompas.store.archive import Archive
from kompas.store.away import ArchiveAway
from kompas.store.clients import change_client
from kompas.store.clients import client as find_client
from kompas.store.invitations import withdraw_invitations
from kompas.store.organisations import change_organisation
from kompas.store.paper import add_typed, typed_in
from kompas.store.profile_versions import versions_of
from kompas.store.verdicts import verdicts_of
from kompas.usecases.own_view import hide
from kompas.usecases.parties import Phone
from kompas.usecases.tidy import Tidied, tidy
from tests.conversation.talking import a_flow, question
from tests.store.people import Municipality
from tests.web.arrivals import an_invited_client, signs_in
from tests.web.meanwhile import meanwhile
from tests.web.pages import Person
from tests.web.talks import SAID, on_the_phone, says, shares

A_YEAR = 366


@pytest.fixture
def flow(flows) -> Flow:
    return flows["kompas"]


@pytest.fixture
def night(archive, municipality, flow, clock):
    """One run over everything that Maasstad keeps."""

    def run(**how: object) -> Tidied:
        return tidy(archive, municipality.organisation, how.pop("flow", flow), clock(), **how)

    return run


@pytest.fixture
def amira(archive, municipality, fatima, clock) -> Client:
    """Invited to a talk in a week."""
    return an_invited_client(archive, municipality, clock, name="Amira Yilmaz", caseworker_id=fatima.id).client


@pytest.fixture
def phone(archive, municipality, amira, flows) -> Phone:
    return on_the_phone(archive, municipality, amira, flows)


def said(phone: Phone) -> list[tuple[str, Answer]]:
    with phone.archive.reading(phone.organisation_id) as records:
        return [(one.slot, one.answer) for one in all_given(records, phone.client_id)]


def shared(phone: Phone) -> list[object]:
    with phone.archive.reading(phone.organisation_id) as records:
        client = find_client(records, phone.client_id)
        assert client
        shown = [(one.number, one.shared_at, one.shown) for one in versions_of(records, client)]
        return [shown, verdicts_of(records, client.id)]


def test_after_a_year_all_that_was_said_is_gone_with_what_was_changed_since(phone, night, clock) -> None:
    says(phone, clock)
    says(phone, clock, {"situation": Answer("given", "not_sure_yet")})
    clock.wait(days=A_YEAR)
    assert night() == Tidied(answers=len(SAID) + 1)
    assert said(phone) == []


def test_what_was_shared_and_confirmed_stays_as_it_was(
    app, provider, archive, municipality, fatima, flows, night, clock
) -> None:
    desk = Person(app)
    signs_in(desk, provider)
    clock.wait(days=-A_YEAR)
    amira = an_invited_client(archive, municipality, clock, caseworker_id=fatima.id).client
    phone = on_the_phone(archive, municipality, amira, flows)
    says(phone, clock)
    shares(phone, clock, about="keep")
    desk.get(f"/clients/{amira.id}").press("Agreed: Helping")
    clock.wait(days=A_YEAR)
    before, page = shared(phone), desk.get(f"/clients/{amira.id}").text
    assert night().answers == len(SAID)
    assert shared(phone) == before
    assert desk.get(f"/clients/{amira.id}").text == page


def test_what_was_changed_later_stays_and_what_stood_there_first_goes(phone, night, clock) -> None:
    says(phone, clock, {"situation": Answer("given", "looking_now"), "wish_place": Answer("given", "outside")})
    clock.wait(days=60)
    says(phone, clock, {"situation": Answer("given", "not_sure_yet")})
    clock.wait(days=310)
    assert night().answers == 2
    assert said(phone) == [("situation", Answer("given", "not_sure_yet"))]


@pytest.mark.parametrize("opens", ["a talk that is still to come", "a letter that still opens"])
def test_nobody_comes_back_to_half_a_conversation(archive, municipality, phone, amira, night, clock, opens) -> None:
    says(phone, clock)
    clock.wait(days=A_YEAR)
    with archive.writing(municipality.id) as records:
        talk = timedelta(days=3 if opens.startswith("a talk") else -3)
        change_client(records, replace(amira, talk_at=clock() + talk))
    again = an_invited_client(archive, municipality, clock, talk_at=clock() - timedelta(days=3))
    other = replace(phone, client_id=again.client.id)
    with archive.writing(municipality.id) as records:
        append_answer(records, other.client_id, "situation", SKIPPED, clock() - timedelta(days=500))
    kept = phone if opens.startswith("a talk") else other
    everything = said(kept)
    night()
    assert said(kept) == everything
    clock.wait(days=64)
    night()
    assert said(kept) == []


def test_a_letter_that_was_taken_back_keeps_nothing(archive, municipality, phone, amira, night, clock) -> None:
    clock.wait(days=8)
    with archive.writing(municipality.id) as records:
        append_answer(records, amira.id, "situation", SKIPPED, clock() - timedelta(days=A_YEAR))
    assert night().answers == 0
    with archive.writing(municipality.id) as records:
        withdraw_invitations(records, amira.id, clock())
    assert night().answers == 1


def test_each_question_is_kept_for_its_own_time(archive, municipality, phone, night, clock) -> None:
    flow = a_flow(question("hours"), question("debts", keep="6 weeks"), question("place", keep="3 months"))
    with archive.writing(municipality.id) as records:
        for slot in (*flow.questions, "nobody_asks_any_more", "own_view"):
            append_answer(records, phone.client_id, slot, Answer("given", {"need/x": ""}), clock())
        answer = dict.fromkeys(("hours", "debts"), SKIPPED)
        add_typed(records, phone.client_id, answer, "Fatima Oulad", clock())
    clock.wait(days=70)
    assert night(flow=flow) == Tidied(answers=2, typed=1)
    assert [slot for slot, _answer in said(phone)] == ["hours", "place"]
    with archive.reading(municipality.id) as records:
        assert [one.slot for one in typed_in(records, phone.client_id)] == ["hours"]
    clock.wait(days=30)
    assert night(flow=flow) == Tidied(answers=1)


def test_what_was_kept_can_not_be_read_off_the_choices_or_own_words_either(phone, night, clock) -> None:
    def choices() -> dict[str, str]:
        with phone.archive.reading(phone.organisation_id) as records:
            client = find_client(records, phone.client_id)
            assert client
            return dict(versions_of(records, client)[-1].choices)

    says(phone, clock)
    shares(phone, clock, about="keep")
    before = choices()
    assert "keep" in before.values()
    clock.wait(days=30)
    hide(phone, "strength/helping", clock())
    clock.wait(days=A_YEAR - 20)
    night()
    assert said(phone) == []
    left = {line: choice for line, choice in before.items() if choice != "keep" and not line.startswith("worked_out/")}
    assert choices() == left


def test_who_had_no_talk_and_no_letter_for_two_years_is_not_known_any_more(
    archive, municipality, phone, amira, night, clock
) -> None:
    says(phone, clock)
    shares(phone, clock)
    clock.wait(days=7 + 60 + 2 * 365 - 3)
    assert night().people == 0
    clock.wait(days=6)
    assert night() == Tidied(people=1)
    with archive.reading(municipality.id) as records:
        assert find_client(records, amira.id) is None


def test_an_organisation_says_itself_how_long_people_are_known(archive, municipality, amira, flow, clock) -> None:
    shorter = replace(municipality.organisation, keep_people=replace(municipality.organisation.keep_people, number=1))
    with archive.writing(municipality.id) as records:
        change_organisation(records, shorter)
    clock.wait(days=7 + 60 + 370)
    assert tidy(archive, shorter, flow, clock()).people == 1


@pytest.fixture
def town(archive, municipality, flows, clock) -> list[Phone]:
    """Nine people: of each kind that a night can meet, three."""
    phones = []
    for days_ago in (1000, 500, 20) * 3:
        clock.wait(days=-days_ago)
        client = an_invited_client(archive, municipality, clock).client
        phones.append(on_the_phone(archive, municipality, client, flows))
        says(phones[-1], clock)
        with archive.writing(municipality.id) as records:
            add_typed(records, client.id, {"situation": SKIPPED}, "Fatima Oulad", clock())
        clock.wait(days=days_ago)
    return phones


def everything(archive: Archive, organisation_id: str, phones: list[Phone]) -> list[object]:
    found: list[object] = []
    for one in phones:
        with archive.reading(organisation_id) as records:
            if find_client(records, one.client_id):
                found += [said(one), typed_in(records, one.client_id)]
    return found


def test_a_dry_run_says_exactly_what_the_run_then_does(app, archive, municipality, town, night, clock) -> None:
    Person(app).get("/sign-in").press("Sign in")
    clock.wait(days=1)
    before = everything(archive, municipality.id, town)
    told = night(dry_run=True)
    assert everything(archive, municipality.id, town) == before
    assert astuple(told) == (3, 3 * len(SAID), 3, 1, 0)
    assert night() == told
    assert night() == night(dry_run=True) == Tidied()


@contextmanager
def stopped_at(archive: Archive, table: str, time: int) -> Iterator[None]:
    """The database goes away when this table is deleted from for the so manieth time."""
    seen = iter(range(1, time + 1))

    def stop(connection: object, cursor: object, statement: str, *rest: object) -> None:
        if statement.startswith(f"DELETE FROM {table}") and next(seen) == time:
            raise ConnectionError

    event.listen(archive.facts, "before_cursor_execute", stop)
    try:
        with pytest.raises((ConnectionError, ArchiveAway)):
            yield
    finally:
        event.remove(archive.facts, "before_cursor_execute", stop)


@pytest.mark.parametrize(("table", "time"), [("client", 2), ("answer", 5)])
def test_a_night_that_is_stopped_is_finished_by_the_next(
    archive, municipality, town, night, clock, table, time
) -> None:
    told = night(dry_run=True)
    with stopped_at(archive, table, time):
        night()
    night()
    assert night(dry_run=True) == Tidied()
    assert len(everything(archive, municipality.id, town)) == 2 * (9 - told.people)
    assert sum(len(one) for one in everything(archive, municipality.id, town)) == 3 * (len(SAID) + 1)


def test_the_night_tells_the_desk_nothing_of_what_was_kept(
    app, provider, archive, municipality, fatima, flows, night, clock
) -> None:
    """Two clients who differ in nothing but what they kept."""
    desk = Person(app)
    signs_in(desk, provider)
    clock.wait(days=-A_YEAR)
    people = [an_invited_client(archive, municipality, clock, caseworker_id=fatima.id).client for _ in range(2)]
    phones = [on_the_phone(archive, municipality, one, flows) for one in people]
    for one in phones:
        says(one, clock)
        shares(one, clock, about="keep")
    says(phones[0], clock, {"own_words": Answer("given", "Nieuw."), "contact_wishes": Answer("talk")})
    clock.wait(days=A_YEAR)
    assert night().answers == 2 * len(SAID) + 2
    pages = [desk.get(f"/clients/{one.id}") for one in people]
    assert pages[0].says("Helping")
    assert pages[0].tree.text(pages[0].tree.all("main")[0]) == pages[1].tree.text(pages[1].tree.all("main")[0])


@pytest.mark.parametrize("days", [A_YEAR, 3 * A_YEAR], ids=["their answers", "the whole person"])
def test_who_is_invited_again_while_the_night_is_at_work_keeps_all(
    archive, municipality, phone, amira, night, clock, days
) -> None:
    """The first night at a large organisation may last into the morning."""
    says(phone, clock)
    clock.wait(days=days)
    before = said(phone)

    def invites_again(elsewhere: Archive) -> None:
        with elsewhere.writing(municipality.id) as records:
            change_client(records, replace(amira, talk_at=clock() + timedelta(days=3)))

    with meanwhile(archive, invites_again):
        assert night() == Tidied()
    assert said(phone) == before


def test_the_log_of_deeds_tells_that_a_night_was_and_no_more(archive, municipality: Municipality, town, night) -> None:
    night()
    with archive.facts.connect() as connection:
        rows = connection.exec_driver_sql("SELECT actor_id, deed, object_kind FROM audit").all()
    assert sorted(set(rows)) == [("kompas tidy", "erase", "client"), ("kompas tidy", "tidy", "organisation")]
