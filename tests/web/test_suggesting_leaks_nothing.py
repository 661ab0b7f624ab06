"""A story that somebody keeps, what it suggests, and what they say of that: nothing of it can be told at the desk."""

from random import Random

import pytest

from kompas.conversation.answers import Answer, chosen, given
from tests.casework.keeping import lines
from tests.databases import Engine
from tests.web.leaving import Desk, Leaf, first_difference
from tests.web.lives import Life
from tests.web.worlds import World, a_world, forms

SAID = {"situation": given("looking_now"), "experience_fields": chosen("care"), "talent_helping": given("yes")}
STORY = "Ik heb voor de hele straat gekookt en alles geregeld."


def tells_and_chooses(world: World, **said: str) -> None:
    """Writes the story, reads what it suggests, and says this of it."""
    asks = next(one for one in forms(world.on_phone("GET", "/talk/proud_day")) if one.action == "/talk/proud_day")
    told = world.on_phone("POST", asks.action, asks.fields | {"words": STORY, "do": "answer"})
    assert told.headers["Location"] == "/talk/proud_day/shown"
    shown = next(one for one in forms(world.on_phone("GET", "/talk/proud_day/shown")) if "shown" in one.action)
    assert world.on_phone("POST", shown.action, shown.fields | said).status_code == 303


def a_day(engine: Engine, tells: bool, **said: str) -> list[Leaf]:
    with a_world(engine) as world:
        desk, life = Desk(world, Random(1)), Life(world, known := lines(SAID))
        everything = {one.id: "share" for one in known}
        life.says(SAID)
        life.shares(everything)
        desk.agrees_with_everything()
        world.later(7)
        if tells:
            tells_and_chooses(world, **said)
            assert isinstance(life.answers["proud_day"], Answer)
        world.later(9)
        life.shares(everything)
        world.later(14)
        desk.speaks()
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left


@pytest.mark.parametrize("word", ["yes", "not_this"])
def test_a_kept_story_tells_nothing_whatever_was_said_of_its_suggestions(engine: Engine, word: str) -> None:
    silent, told = a_day(engine, tells=False), a_day(engine, tells=True, **{"shown.talent_planning": word})
    assert not (found := first_difference(silent, told)), found
