"""Words that stand nowhere else: where a line is kept or taken back, not one place on either side says its name."""

from collections.abc import Mapping
from pathlib import Path

import pytest

import kompas
from kompas.conversation.answers import given
from kompas.conversation.flow import PARTS, Flow
from kompas.conversation.own_word import OWN_VIEW
from kompas.conversation.reading import read_flow
from kompas.usecases.share import unshare
from tests.post.papers import text_of
from tests.web.conftest import Clock
from tests.web.pages import Person
from tests.web.tables import Table
from tests.web.talks import says, shares

STRENGTH, NEED = "Quillwort", "Marsh fern"
"""What a talent and a need are called here. A plant has no other place in a conversation about work."""
CALLED = {"name: Helping\n": f"name: {STRENGTH}\n", "text: Better Dutch": f"text: {NEED}"}
AT_THE_DESK = ("", "/at-a-glance", "/together", "/invitation")
ON_THE_PHONE = ("/shared", "/welcome")


@pytest.fixture(scope="module")
def flows() -> Mapping[str, Flow]:
    """Our own conversation, in which two things have names that nobody could mistake for anything else."""
    words = (Path(kompas.__file__).parent / "flows" / "kompas.yaml").read_text(encoding="utf-8")
    for ours, plant in CALLED.items():
        assert ours in words
        words = words.replace(ours, plant)
    return {"kompas": read_flow(words, "kompas.yaml")}


def told(person: Person, addresses: tuple[str, ...], words: str) -> set[str]:
    """Where a plant's name stands, in a text, an attribute or anything else that was sent."""
    pages = {address: person.get(address) for address in addresses}
    assert {page.status for page in pages.values()} == {200}
    return {address for address, page in pages.items() if words in page.response.get_data(as_text=True)}


def at_the_desk(table: Table, words: str) -> set[str]:
    return told(table.desk, ("/clients", *(table.here + part for part in AT_THE_DESK)), words)


def on_the_phone(table: Table, words: str) -> set[str]:
    return told(table.phone, ON_THE_PHONE, words)


@pytest.mark.parametrize("need", ["keep", "talk"])
def test_a_need_that_is_not_shared_is_named_nowhere(table: Table, clock: Clock, need: str) -> None:
    table.phone.get("/talk/agenda").press("Go on", **{"topic.dutch": "yes", "topic.working_hours": "yes"})
    choices = {f"part.{part}": "share" for part in PARTS} | {"part.helps": need}
    assert NEED not in table.phone.get("/share").press("See how", **choices).text
    shares(table.side, clock, helps=need)
    assert not at_the_desk(table, NEED) | on_the_phone(table, NEED)
    shares(table.side, clock)
    assert table.here in at_the_desk(table, NEED)
    assert "/shared" in on_the_phone(table, NEED)
    unshare(table.side, ["need/dutch"], (), clock())
    assert not at_the_desk(table, NEED) | on_the_phone(table, NEED)


def test_a_strength_that_is_taken_back_is_named_nowhere_whatever_was_said_of_it(table: Table, clock: Clock) -> None:
    shares(table.side, clock)
    table.talk().press(f"Agreed: {STRENGTH}")
    assert table.here in at_the_desk(table, STRENGTH)
    page = table.phone.get("/shared").press(f"Take back: {STRENGTH}")
    assert STRENGTH not in page.text
    assert not at_the_desk(table, STRENGTH) | on_the_phone(table, STRENGTH)


def test_a_line_that_its_client_hides_is_not_named_on_paper(table: Table) -> None:
    def paper() -> str:
        return text_of(table.phone.get("/profile.pdf").response.data)

    assert STRENGTH in paper()
    says(table.side, Clock(), {OWN_VIEW: given({"strength/helping": ""})})
    assert STRENGTH not in paper()
