"""Promising profiles: beside what was shared, of the fields that were shared, and resting on nothing else."""

import pytest

from kompas.app import our_occupations, our_rules
from kompas.casework.sharing import LINE_BY_LINE
from kompas.conversation.answers import Answer
from kompas.conversation.flow import PARTS
from kompas.profile.concluding import Adviser
from kompas.usecases.parties import Phone
from kompas.usecases.share import share
from kompas.usecases.word_of_client import to_be_chosen
from tests.store.people import an_invited_client
from tests.web.arrivals import signs_in
from tests.web.conftest import Clock
from tests.web.pages import Person
from tests.web.talks import SAID, on_the_phone, says

TITLE = "Promising profiles: Helping in a kitchen"


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def phone(archive, municipality, fatima, flows) -> Phone:
    """Amira's, with an adviser: what is worked out can be shared."""
    amira = an_invited_client(archive, municipality, name="Amira Yilmaz", caseworker_id=fatima.id)
    plain = on_the_phone(archive, municipality, amira, flows)
    return Phone(plain.archive, plain.organisation_id, plain.client_id, plain.flow, plain.context, adviser())


def adviser() -> Adviser:
    return Adviser(our_rules(), our_occupations())


def shares(phone: Phone, clock: Clock, *kept: str) -> None:
    """Everything but these lines."""
    with phone.archive.reading(phone.organisation_id) as records:
        there = to_be_chosen(records, phone, clock()).profile.statements
    lines = {one.id: "keep" if one.id in kept else "share" for one in there}
    assert set(kept) <= set(lines)
    share(phone, dict.fromkeys(PARTS, LINE_BY_LINE), lines, lambda sentence, _language: sentence, ("en",), clock())


def test_all_profiles_can_be_read_with_what_each_takes(desk) -> None:
    page = desk.get("/organisation").follow("Promising profiles")
    assert page.path == "/organisation/profiles"
    assert page.says("Helping in a kitchen", "Enjoys cooking and serving food", "What isn't known never counts")


def test_a_shared_field_leads_to_its_profile_and_what_is_there_or_to_ask(desk, phone, clock) -> None:
    says(phone, clock, SAID | {"wish_times": Answer("given", ("weekend",))})
    shares(phone, clock)
    page = desk.get(f"/clients/{phone.client_id}")
    assert page.says(TITLE, "There already", "Enjoys cooking and serving food", "At the weekend", "To ask")


def test_who_keeps_which_work_suits_keeps_its_profiles_too(desk, phone, clock) -> None:
    says(phone, clock)
    shares(phone, clock, "worked_out/work")
    assert not desk.get(f"/clients/{phone.client_id}").says("Promising profiles:")


def test_an_answer_that_is_kept_is_something_to_ask(desk, phone, clock) -> None:
    says(phone, clock, SAID | {"wish_times": Answer("given", ("weekend",))})
    shares(phone, clock, "time/weekend")
    page = desk.get(f"/clients/{phone.client_id}")
    assert page.says(TITLE, "To ask Can work in the evening or at the weekend")
