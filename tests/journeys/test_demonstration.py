"""What `make run` starts: it says where to begin, keeps what was done, and nothing of it can be read on the disk."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from kompas.app import read_flows
from kompas.demonstration.living import PLACES
from kompas.demonstration.people import AMIRA, DANIEL
from tests.journeys.browsing import Visit
from tests.journeys.readable import readable_in
from tests.journeys.residents import PEOPLE
from tests.journeys.towns import Town
from tests.ports import free_port

pytestmark = pytest.mark.browser

SHORTEST = 7
"""Letters of an id that is no word of everyday English, as names of tables and columns are."""
WORDS_OF_SQL = {"languages", "primary"}


@pytest.fixture
def own_town(ready: Path, tmp_path: Path) -> Iterator[Town]:
    town = Town(copytree(ready, tmp_path / "instance"), free_port())
    yield town
    town.closes()


def where_to_begin(town: Town) -> dict[str, str]:
    """Address by who is meant to open it, as the console says it, one a line."""
    lines = [line.rsplit(": ", 1) for line in town.printed if ": http" in line]
    return {who.split(",")[0]: address for who, address in lines}


def test_it_says_where_to_begin_and_keeps_what_was_done(own_town: Town, chromium: Browser) -> None:
    own_town.made_ready().opens()
    said = where_to_begin(own_town)
    amira, daniel, caseworkers = said.values()
    assert AMIRA.name in next(iter(said))
    assert f"born in {AMIRA.birth_year}" in "\n".join(own_town.printed)
    assert daniel == own_town.link_of(DANIEL)
    assert [urlopen(address).status for address in (own_town.address, amira, daniel, caseworkers)] == [200] * 4

    phone = (visit := Visit(chromium, own_town, "nl", javascript=True)).phone()
    phone.opens(amira)
    phone.taps("Open")
    phone.types("In which year were you born?", str(AMIRA.birth_year))
    phone.taps("Go on")
    phone.taps("Begin")
    phone.is_asked("situation")
    phone.taps("Skip")
    phone.is_asked("experience_fields")
    own_town.closes()

    own_town.made_ready().opens()
    assert where_to_begin(own_town) == said
    phone.opens(amira)
    phone.taps("Open")
    phone.is_asked("experience_fields")
    visit.ends()


def what_is_theirs() -> Iterator[str]:
    """Names and own words of everyone in the demonstration."""
    yield from PLACES.values()
    for person in PEOPLE:
        yield from (person.name, person.name.split()[0])
        yield from (*person.seen_differently.values(), *person.as_put.values())
        yield from (words for entry in person.told for field, words in entry.items() if field != "kind")
        yield from filter(None, (person.says.get("own_words"),))


def what_can_be_chosen() -> Iterator[str]:
    """Options and questions, by their words and by their ids; and what kind of thing people told of."""
    yield from (entry["kind"] for person in PEOPLE for entry in person.told)
    for question in read_flows()["kompas"].questions.values():
        yield from (option.text for option in question.options.values())
        yield from (one for one in (question.id, *question.options) if len(one) >= SHORTEST)


def test_nothing_that_its_people_said_can_be_read_on_the_disk(town: Town) -> None:
    files = town.files()
    assert {"kompas.db", "keys.db"} <= files.keys()
    of_everybody = town.own_tables()
    chosen = {words for words in what_can_be_chosen() if words.lower() not in of_everybody} - WORDS_OF_SQL
    assert len(chosen) > len(set(what_can_be_chosen())) * 3 / 4
    assert readable_in(files, {*what_is_theirs(), *chosen}) == []
