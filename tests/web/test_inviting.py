"""Inviting: a form that loses nothing, a code that is seen once, and an invitation that can be taken back."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from kompas.casework.people import Client
from kompas.store.clients import clients_of
from kompas.usecases.codes import code_shown, link_shown, new_opener
from kompas.usecases.enter import DoesNotOpen, enter
from kompas.usecases.invite import let_in
from tests.store.people import an_invited_client
from tests.web.arrivals import signs_in
from tests.web.conftest import PEPPER
from tests.web.pages import Page, Person

HERE = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def desk(app, provider, fatima) -> Person:
    """Fatima's."""
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def opens(archive, municipality, clock):
    """Does a link or a code open a conversation, for somebody born in 1984?"""

    def opens(shown) -> bool:
        try:
            enter(archive, municipality.id, shown, "1984", "192.0.2.1", clock())
        except DoesNotOpen:
            return False
        return True

    return opens


def filled_in(clock, **other: str) -> dict[str, str]:
    day = (clock() + timedelta(days=7)).astimezone(HERE).date().isoformat()
    plain = {"name": "Amira Yılmaz", "birth_year": "1984", "talk_day": day, "talk_time": "10:15"}
    return plain | {"talk_place": "Stadswinkel, loket 3"} | other


def invites(desk: Person, clock, **other: str) -> Page:
    return desk.get("/clients/new").press("Make the invitation", **filled_in(clock, **other))


def the_link(page: Page) -> str:
    return next(page.tree.text(one) for one in page.tree.all("code")).rpartition("/c/")[2]


def the_code(page: Page) -> str:
    return next(page.tree.text(one) for one in page.tree.all("b") if page.tree.text(one).count("-") == 2)


def the_only_client(archive, municipality, fatima) -> Client:
    with archive.reading(municipality.id) as records:
        (client,) = clients_of(records, fatima.id)
    return client


def test_an_invitation_gives_a_link_and_a_code_that_both_open(desk, clock, opens) -> None:
    page = invites(desk, clock)
    assert page.path.endswith("/invitation")
    assert opens(link_shown(the_link(page)))
    assert opens(code_shown(the_code(page), PEPPER.encode()))


def test_the_talk_is_at_the_time_of_the_organisation(desk, clock, archive, municipality, fatima) -> None:
    invites(desk, clock, talk_day=(clock() + timedelta(days=7)).date().isoformat(), talk_time="10:15")
    talk_at = the_only_client(archive, municipality, fatima).talk_at
    assert talk_at.tzinfo is UTC
    assert talk_at.astimezone(HERE).strftime("%H:%M") == "10:15"


def test_the_letter_is_a_page_to_print(desk, clock) -> None:
    page = invites(desk, clock)
    letter = desk.get(next(address for words, address in page.links.items() if "Print the letter" in words))
    assert letter.response.mimetype == "application/pdf"
    assert letter.response.data.startswith(b"%PDF-")


def test_neither_link_nor_code_is_kept_or_stands_in_an_address(desk, clock, archive, tmp_path) -> None:
    page = invites(desk, clock)
    link, code = the_link(page), the_code(page)
    assert link not in page.address
    for file in tmp_path.glob("*.db*"):
        held = file.read_bytes()
        assert link.encode() not in held
        assert code.encode() not in held
        assert code.replace("-", "").encode() not in held


def test_code_and_link_are_gone_after_signing_out(desk, clock, provider) -> None:
    page = invites(desk, clock)
    code, address = the_code(page), page.path
    assert desk.get(address).says(code)
    desk.get(address).press("Sign out")
    signs_in(desk, provider)
    again = desk.get(address)
    assert not again.says(code)
    assert again.says("Opens until")


def test_without_the_code_there_is_no_letter_but_a_way_to_a_new_one(desk, archive, municipality, fatima, clock) -> None:
    client = an_invited_client(archive, municipality, caseworker_id=fatima.id)
    page = desk.get(f"/clients/{client.id}/letter")
    assert page.path == f"/clients/{client.id}/invitation"
    assert page.says("Make a new link and code")


def test_what_was_typed_stays_when_something_is_missing(desk, clock) -> None:
    page = invites(desk, clock, birth_year="84", talk_place=" ")
    assert page.status == 422
    assert page.says("2 things are still needed:", "Write the year of birth in four digits.", "Write where the talk is")
    values = {one.get("name"): one.get("value") for one in page.tree.all("input")}
    assert (values["name"], values["birth_year"], values["talk_time"]) == ("Amira Yılmaz", "84", "10:15")


def test_a_sentence_belongs_to_its_field(desk, clock) -> None:
    page = invites(desk, clock, birth_year="84")
    year = page.tree.by_id("birth_year")
    assert year.get("aria-invalid") == "true"
    told = [page.tree.text(page.tree.by_id(one)) for one in year.get("aria-describedby").split()]
    assert "Write the year of birth in four digits." in told


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"birth_year": "1700"},
        {"birth_year": "٢٠٠٠"},
        {"birth_year": "abcd"},
        {"talk_day": "2020-01-01"},
        {"talk_day": "9999-12-31"},
        {"talk_day": "0001-01-01", "talk_time": "00:00"},
        {"talk_day": "tomorrow"},
        {"talk_time": "25:00"},
        {"talk_time": ""},
        {"talk_place": "x" * 121},
        {"language": "tlh"},
        {"language": ""},
    ],
    ids=str,
)
def test_what_cannot_be_is_asked_again_with_one_sentence(desk, clock, wrong, archive, municipality, fatima) -> None:
    page = invites(desk, clock, **wrong)
    assert page.status == 422
    assert page.says("One thing is still needed:")
    with archive.reading(municipality.id) as records:
        assert clients_of(records, fatima.id) == []


def test_names_are_shown_as_names_whatever_stands_in_them(desk, clock) -> None:
    page = invites(desk, clock, name="<script>alert(1)</script>")
    assert page.says("<script>alert(1)</script>")


def test_a_new_code_ends_the_old_one(desk, clock, opens) -> None:
    first = invites(desk, clock)
    clock.wait(seconds=1)
    second = first.press("Yes, make new ones")
    assert the_code(second) != the_code(first)
    assert not opens(link_shown(the_link(first)))
    assert opens(link_shown(the_link(second)))


def test_a_withdrawn_invitation_opens_nothing(desk, clock, opens) -> None:
    page = invites(desk, clock)
    after = page.press("Yes, withdraw it")
    assert after.says("Withdrawn today")
    assert "Yes, withdraw it" not in after.buttons
    assert not opens(link_shown(the_link(page)))
    clock.wait(seconds=1)
    assert the_code(after.press("Yes, make new ones"))


def test_an_invitation_says_until_when_it_opens(desk, clock) -> None:
    assert invites(desk, clock).says("Made today", "Opens until")


def test_an_invitation_that_ended_by_itself_says_so(desk, clock, archive, municipality, fatima) -> None:
    long_ago = clock() - timedelta(days=90)
    client = an_invited_client(archive, municipality, caseworker_id=fatima.id, talk_at=long_ago)
    with archive.writing(municipality.id) as records:
        let_in(records, client, new_opener(), PEPPER.encode(), long_ago)
    page = desk.get(f"/clients/{client.id}/invitation")
    assert page.says("No longer open.", "Make a new link and code")
    assert not page.says("Withdraw")


@pytest.mark.parametrize("htmx", [False, True])
def test_an_invitation_works_with_and_without_htmx(app, provider, fatima, clock, htmx) -> None:
    person = Person(app, htmx=htmx)
    signs_in(person, provider)
    page = invites(person, clock)
    assert page.says("Ready to hand over")
    assert page.response.headers.get("HX-Push-Url", "") == (f"{page.links['Amira Yılmaz']}/invitation" if htmx else "")


@pytest.mark.parametrize(
    ("method", "way"),
    [("get", "invitation"), ("get", "letter"), ("post", "invitation/renew"), ("post", "invitation/withdraw")],
)
def test_somebody_elses_client_is_as_absent_as_nobody(desk, archive, municipality, clock, method, way) -> None:
    theirs = an_invited_client(archive, municipality, caseworker_id=municipality.caseworker.id)
    token = {"csrf_token": token_of(desk.get("/clients/new"))}
    asked = [
        desk.get(f"/clients/{one}/{way}") if method == "get" else desk.post(f"/clients/{one}/{way}", token)
        for one in (theirs.id, "nobody")
    ]
    assert [page.status for page in asked] == [404, 404]
    assert asked[0].text == asked[1].text


def token_of(page: Page) -> str:
    return next(str(one.get("value")) for one in page.tree.all("input") if one.get("name") == "csrf_token")


def test_another_language_shows_the_same_screen(app, provider, fatima, clock) -> None:
    person = Person(app, htmx=True)
    signs_in(person, provider)
    page = invites(person, clock)
    assert page.press("Nederlands").says(the_code(page), "Uitnodiging voor Amira Yılmaz")


def test_no_invisible_sign_turns_a_name_around(desk, clock) -> None:
    page = invites(desk, clock, name="Amira \u202eadnetsegeB", talk_place="Balie\u2066 3")
    assert page.path.endswith("/invitation")
    assert not {"\u202e", "\u2066"} & set(page.body)
