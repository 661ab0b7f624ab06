"""With someone beside: said with one tap, on record for the chapter, and told with what is shared of it."""

from collections.abc import Mapping
from random import Random

from kompas.conversation.answers import Answer, given
from kompas.conversation.flow import PARTS
from kompas.store.archive import Archive
from kompas.usecases.share import my_sharing
from tests.casework.keeping import lines
from tests.databases import Engine
from tests.store.counting import statements
from tests.web.conftest import Clock
from tests.web.leaving import Desk, Leaf, first_difference
from tests.web.lives import Life
from tests.web.pages import Person
from tests.web.tables import Table
from tests.web.talks import SAID, says, shares
from tests.web.telling import hidden
from tests.web.worlds import a_world

WITH_HER_SISTER = Answer("given", {"relative": ""})


def test_it_takes_one_tap_and_stands_on_every_screen(phone: Person) -> None:
    page = phone.get("/welcome").follow("With someone beside me").press("An interpreter")
    assert page.path.startswith("/talk/")
    assert page.says("With an interpreter beside you")
    page = page.follow("Change")
    assert page.heading == "Who is beside you?"
    page = page.press("Nobody: I go on alone")
    assert page.path.startswith("/talk/")
    assert not page.says("beside you")
    assert "With someone beside me" in phone.get("/talk/situation").links


def test_a_chapter_keeps_everybody_who_was_there_when_it_was_answered(phone: Person) -> None:
    phone.get("/beside").press("An interpreter")
    phone.get("/talk/situation").press("I am looking for work now")
    phone.get("/beside").press("A relative or friend")
    phone.get("/talk/schooling").press("Primary school")
    phone.get("/beside").press("Nobody: I go on alone")
    phone.get("/talk/talent_helping").press("Yes")
    page = phone.get("/review")
    assert page.says("Answered with an interpreter · Answered with a relative or friend")
    assert [words for words in page.links if words.startswith("Change: About you")] == ["Change: About you"]


def test_an_answer_with_somebody_beside_takes_at_most_six_queries(phone: Person, archive: Archive) -> None:
    phone.get("/beside").press("An interpreter")
    fields = hidden(phone, "situation") | {"choice": "looking_now"}
    with statements(archive.facts, archive.keys.engine) as sent:
        phone._ask("POST", "/talk/situation", {"HX-Request": "true"}, fields)
    asked = [one for one in sent if not one.startswith(("BEGIN", "PRAGMA", "COMMIT"))]
    assert len(asked) <= 6, asked


def test_the_client_and_the_desk_read_it_in_the_same_words(table: Table, clock: Clock) -> None:
    says(table.side, clock, {"beside.helps": WITH_HER_SISTER, "beside.why": given("interpreter")})
    page = table.phone.get("/share").press("See how", **{f"part.{part}": "share" for part in PARTS})
    words = "Answered with a relative or friend"
    assert page.text.count(words) == 1
    shares(table.side, clock)
    assert table.phone.get("/shared").text.count(words) == 1
    assert table.talk().text.count(words) == 2, "once at its part, once beside how contact suits"


def test_what_is_put_right_is_gone_at_the_desk_until_it_is_shared_anew(table: Table, clock: Clock) -> None:
    says(table.side, clock, {"beside.helps": Answer("given", {"paper": "Fatima Oulad", "relative": ""})})
    shares(table.side, clock)
    clock.wait(hours=1)
    page = table.phone.get("/review").follow("Change: What helps you")
    assert page.heading == "Who was beside you here?"
    assert page.press("An interpreter").says("From paper, typed in by Fatima Oulad · Answered with an interpreter")
    assert not table.talk().says("Answered with")
    assert [one.deed for one in my_sharing(table.side)] == ["wiped", "shared"]
    shares(table.side, clock)
    assert table.talk().says("Answered with an interpreter")
    table.phone.get("/beside/helps").press("Nobody")
    assert table.phone.get("/beside/helps").status == 404
    assert not table.talk().says("Answered with")


def test_nobody_at_the_desk_learns_who_sat_beside_where_nothing_is_shared(engine: Engine) -> None:
    one, two = (a_talk_prepared(engine, beside) for beside in ({}, {"beside.helps": WITH_HER_SISTER}))
    assert not (found := first_difference(one, two)), found


def a_talk_prepared(engine: Engine, beside: Mapping[str, Answer]) -> list[Leaf]:
    with a_world(engine) as world:
        desk, life = Desk(world, Random(1)), Life(world, ())
        life.says(SAID | beside)
        world.later(5)
        life.shares({one.id: "share" for one in lines(life.heard) if one.part != "helps"})
        world.later(7)
        desk.looks_everywhere()
        desk.is_audited()
        return desk.left
