"""Two of everything at once: taps, tabs, phones, desks. One truth, nothing lost, nothing doubled, the later told."""

import threading
import time
from collections.abc import Mapping
from functools import partial

import pytest
from flask import Flask

from kompas.casework.people import Caseworker
from kompas.conversation.answers import given
from kompas.conversation.flow import PARTS, Flow
from kompas.store.answers import append_answer
from kompas.store.archive import Archive
from kompas.store.clients import clients_of
from kompas.store.profile_versions import version
from kompas.usecases.parties import Phone
from kompas.usecases.share import shared_now
from kompas.usecases.wipe import start_over, wipe_answer
from tests.crashes.reading import rows_of
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in, signs_in
from tests.web.at_once import another_tab, at_once, tabs
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.providers import SayingProvider
from tests.web.talks import on_the_phone, says, shares
from tests.web.telling import hidden
from tests.web.telling import says as says_more
from tests.web.test_inviting import filled_in

AGAIN = 5
"""So often each meeting is arranged: two taps don't always meet where it hurts."""


@pytest.fixture
def amira(archive: Archive, municipality: Municipality, clock: Clock) -> Invited:
    return an_invited_client(archive, municipality, clock, language="en")


@pytest.fixture(params=[False, True], ids=["plain", "htmx"])
def phone(app: Flask, amira: Invited, request: pytest.FixtureRequest) -> Person:
    person = Person(app, htmx=request.param)
    comes_in(person, amira)
    return person


@pytest.fixture
def her_side(archive: Archive, municipality: Municipality, amira: Invited, flows: Mapping[str, Flow]) -> Phone:
    return on_the_phone(archive, municipality, amira.client, flows)


def stored(side: Phone) -> list[tuple[str, object]]:
    """Every row, in order."""
    return [(slot, said.value) for slot, said in rows_of(side.archive, side.organisation_id, side.client_id)]


def taps(person: Person, address: str, choice: str) -> int:
    """Sends the answer; the status of what came back."""
    headers = {"HX-Request": "true"} if person.htmx else {}
    fields = hidden(person, address) | {"choice": choice}
    return person._ask("POST", f"/talk/{address}", headers, fields).status_code


def carried(page: Page) -> dict[str, str]:
    """What the forms of a page send besides what people choose."""
    inputs = [one for one in page.tree.all("input") if one.get("type") == "hidden"]
    return {one.get("name", ""): one.get("value", "") for one in inputs}


def kept(person: Person) -> int:
    """The status of an acknowledged answer."""
    return 200 if person.htmx else 303


def test_a_double_tap_is_one_answer_and_both_taps_lead_on(phone: Person, her_side: Phone) -> None:
    thumbs = tabs(phone, 4)
    assert at_once(*(partial(taps, one, "situation", "looking_now") for one in thumbs)) == [kept(phone)] * 4
    assert stored(her_side) == [("situation", "looking_now")]


def test_a_skip_that_takes_its_own_question_away_leads_on_when_it_is_sent_again(phone: Person, her_side: Phone) -> None:
    """Its reply was lost on the way. Nobody changed anything in another window."""
    headers = {"HX-Request": "true"} if phone.htmx else {}
    taps(phone, "situation", "looking_now")
    for address in ("told_more-1", "told_more-2", "told_more-3"):
        says_more(phone, address, **{"entry.what": address, "do": "add"})
    says_more(phone, "told_more-2", do="skip")
    fields = hidden(phone, "told_more-3") | {"do": "skip"}
    first, again = (phone._ask("POST", "/talk/told_more-3", headers, fields) for _time in range(2))
    assert first.status_code == again.status_code == kept(phone)
    ways = [one.headers.get("HX-Push-Url") or one.headers["Location"] for one in (first, again)]
    assert ways == ["/talk/experience_fields"] * 2, "the first question without an answer"
    assert len(stored(her_side)) == 6
    stranger = phone._ask("POST", "/talk/told_more-3", headers, fields | {"do": "talk"})
    assert stranger.status_code == 404, "another answer to it is another matter"


def test_two_tabs_that_answer_differently_keep_both_and_the_later_counts(phone: Person, her_side: Phone) -> None:
    one, other = tabs(phone, 2)
    said = ("looking_now", "not_sure_yet")
    came = at_once(lambda: taps(one, "situation", said[0]), lambda: taps(other, "situation", said[1]))
    assert came == [kept(phone)] * 2
    rows = stored(her_side)
    assert sorted(rows) == sorted(("situation", answer) for answer in said)
    for tab in (one, other):
        options = [one for one in tab.get("/talk/situation").tree.all("button") if one.get("name") == "choice"]
        assert [one.get("value") for one in options if one.get("aria-current")] == [rows[-1][1]], "both see the same"


def test_many_phones_that_answer_at_once_lose_nothing(
    app: Flask, phone: Person, amira: Invited, her_side: Phone
) -> None:
    """A client and who helps them, each on a phone of their own."""
    taps(phone, "situation", "looking_now")
    cards = ["talent_helping", "talent_handy", "talent_learning", "talent_planning", "talent_contact"]
    phones = [Person(app, htmx=phone.htmx) for _ in cards]
    for one in phones:
        comes_in(one, amira)
    deeds = [partial(taps, one, card, "yes") for one, card in zip(phones, cards, strict=True)]
    assert at_once(*deeds) == [kept(phone)] * len(cards)
    assert sorted(stored(her_side)) == sorted([("situation", "looking_now"), *((card, "yes") for card in cards)])


def sends_share(person: Person, page: Page, **parts: str) -> int:
    """Presses the last button of the share page that stood there before."""
    chosen = {f"part.{part}": choice for part, choice in (dict.fromkeys(PARTS, "share") | parts).items()}
    headers = {"HX-Request": "true"} if person.htmx else {}
    return person._ask("POST", "/share", headers, carried(page) | chosen | {"do": "share"}).status_code


def takes_back(person: Person, page: Page) -> int:
    headers = {"HX-Request": "true"} if person.htmx else {}
    return person._ask("POST", "/unshare", headers, carried(page) | {"what": "all"}).status_code


def versions(side: Phone) -> int:
    """How often the desk was shown something else."""
    with side.archive.reading(side.organisation_id) as records:
        return sum(version(records, side.client_id, number) is not None for number in range(1, 100))


def test_sharing_twice_at_once_shares_once(phone: Person, her_side: Phone, clock: Clock) -> None:
    says(her_side, clock)
    thumbs = tabs(phone, 3)
    pages = [one.get("/share") for one in thumbs]
    deeds = [partial(sends_share, one, page) for one, page in zip(thumbs, pages, strict=True)]
    assert at_once(*deeds) == [kept(phone)] * 3
    assert versions(her_side) == 1


def test_taking_back_twice_at_once_takes_back_once(phone: Person, her_side: Phone, clock: Clock) -> None:
    says(her_side, clock)
    shares(her_side, clock)
    one, other = tabs(phone, 2)
    page = one.get("/shared")
    assert at_once(lambda: takes_back(one, page), lambda: takes_back(other, page)) == [kept(phone)] * 2
    assert shared_now(her_side) is None
    assert versions(her_side) == 2


def test_sharing_and_taking_back_at_once_leave_one_truth(phone: Person, her_side: Phone, clock: Clock) -> None:
    """Whichever came last: both tabs, and so the desk, see the same."""
    says(her_side, clock)
    one, other = tabs(phone, 2)
    for _time in range(AGAIN):
        shares(her_side, clock)
        to_share, to_take = one.get("/share"), other.get("/shared")
        share_less = partial(sends_share, one, to_share, helps="keep")
        assert at_once(share_less, partial(takes_back, other, to_take)) == [kept(phone)] * 2
        now = shared_now(her_side)
        assert now is None or ("Helping" in str(now.shown) and "childcare" not in str(now.shown))
        told = [tab.get("/shared").says("Helping") for tab in (one, other)]
        assert told == [now is not None] * 2


def test_nothing_leaves_that_was_said_after_the_page_was_read(phone: Person, her_side: Phone, clock: Clock) -> None:
    """The share page is checked against the answers of the very moment of sharing, not of just before."""
    says(her_side, clock)
    page = phone.get("/share")
    with her_side.archive.writing(her_side.organisation_id) as records:
        append_answer(records, her_side.client_id, "talent_handy", given("yes"), clock())
        came: list[int] = []
        shares_now = threading.Thread(target=lambda: came.append(sends_share(another_tab(phone), page)))
        shares_now.start()
        time.sleep(0.5)  # it has read what was there, and waits for its turn to write
    shares_now.join()
    assert came == [409]
    assert shared_now(her_side) is None


def test_a_double_tap_invites_a_client_once(
    app: Flask, provider: SayingProvider, archive: Archive, municipality: Municipality, fatima: Caseworker, clock: Clock
) -> None:
    """And whichever tap the browser waited for, the letter with its code is there."""
    desk = Person(app)
    signs_in(desk, provider)
    thumbs = tabs(desk, 2)
    page = desk.get("/clients/new")
    fields = carried(page) | filled_in(clock, language="nl")
    at_once(*(partial(one._ask, "POST", "/clients/new", {}, fields) for one in thumbs))
    with archive.reading(municipality.id) as records:
        (client,) = clients_of(records, fatima.id)
    for one in thumbs:
        assert one.get(f"/clients/{client.id}/invitation").says("Code")


def test_a_wiped_answer_is_gone_or_given_anew_and_nothing_in_between(
    phone: Person, her_side: Phone, clock: Clock
) -> None:
    says(her_side, clock)
    one, other = tabs(phone, 2)
    for answer in ("a_bit", "yes", "a_bit"):
        wipes = partial(wipe_answer, her_side, "talent_helping", clock())
        assert at_once(partial(taps, one, "talent_helping", answer), wipes) == [kept(phone), None]
        rows = [said for slot, said in stored(her_side) if slot == "talent_helping"]
        assert rows in ([None], [None, answer]), "skipped, and what was given after that"
        assert other.get("/review").status == 200


def test_what_is_shared_while_another_phone_starts_over_is_not_shared(
    phone: Person, her_side: Phone, clock: Clock
) -> None:
    """It was shared before and is wiped with all the rest, or what was read is there no more: either way it is gone."""
    for _time in range(AGAIN):
        says(her_side, clock)
        page = phone.get("/share")
        at_once(partial(sends_share, phone, page), partial(start_over, her_side, clock()))
        assert shared_now(her_side) is None
        assert stored(her_side) == []
