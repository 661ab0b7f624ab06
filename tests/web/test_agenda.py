"""The client's agenda: what they want to talk about, chosen, put in order, in their own words, and theirs to share."""

import pytest

from kompas.casework.people import Caseworker
from kompas.conversation.answers import Answer
from kompas.store.archive import Archive
from kompas.usecases.confirm import confirm
from kompas.usecases.parties import sit_down
from kompas.usecases.problems import Stale
from kompas.usecases.share import unshare
from tests.store.people import Municipality
from tests.web.conftest import Clock
from tests.web.pages import Page
from tests.web.tables import Table
from tests.web.talks import says, shares

OWN = "Something else? Say it in your own words."
WANTS = "Amira wants to talk about"


def chooses(table: Table, **topics: str) -> Page:
    """What she taps on the screen with the topics."""
    return table.phone.get("/talk/agenda").press("Go on", **{f"topic.{code}": said for code, said in topics.items()})


def topics(page: Page) -> list[str]:
    """What stands on her list, in order, without its number and buttons."""
    rows = [one for one in page.tree.all("li") if page.tree.within(one, "ol") is not None]
    return [page.tree.text(next(part for part in row if part.tag == "span")) for row in rows]


def at_the_desk(page: Page) -> list[str]:
    """What the caseworker reads under “Amira wants to talk about”."""
    card = next(one for one in page.tree.all("section") if one.get("aria-labelledby") == "wants-to-talk")
    return [page.tree.text(one) for one in page.tree.all("li") if page.tree.within(one, "section") is card]


def test_the_topics_are_her_needs_and_a_few_more_and_nothing_is_chosen_beforehand(table: Table) -> None:
    page = table.phone.get("/talk/agenda")
    legends = [page.tree.text(one) for one in page.tree.all("legend")]
    assert legends[:3] == ["Someone to look after my children", "Better Dutch", "Which work suits me"]
    assert not [one for one in page.tree.all("input") if "checked" in one.attrib]
    assert {"Go on", "Skip", "I'd rather talk about this"} <= set(page.buttons)


def test_she_puts_her_topics_in_order_with_buttons_and_the_focus_stays_with_the_topic(table: Table) -> None:
    chooses(table, dutch="yes", working_hours="yes", childcare="later", which_work="no")
    page = table.phone.get("/agenda")
    assert topics(page) == ["Better Dutch", "My working hours"]
    page = page.press("Move up: My working hours, number 2 of 2")
    assert topics(page) == ["My working hours", "Better Dutch"]
    assert 'data-told="My working hours is number 1 now."' in page.body
    focused = [page.tree.name_of(one) for one in page.tree.all("button") if "autofocus" in one.attrib]
    assert focused == ["Move down: My working hours, number 1 of 2"]
    page = page.press("Put it on: Someone to look after my children").press("Maybe later: Better Dutch")
    assert topics(page) == ["My working hours", "Someone to look after my children"]
    assert "Which work suits me" not in page.text
    assert topics(table.phone.get("/agenda")) == topics(page)


def test_an_own_topic_is_never_lost_and_can_be_taken_off(table: Table) -> None:
    chooses(table, dutch="yes", money_and_work="yes")
    page = table.phone.get("/agenda").press("Put it on my list", {OWN: "My dog at work"})
    assert topics(page) == ["Better Dutch", "My money when I start working", "My dog at work"]
    page = page.press("Move up: My dog at work", {OWN: "  A letter \n about 12 May "})
    assert topics(page)[1:] == ["My dog at work", "My money when I start working", "A letter about 12 May"]
    long = page.press("Go on", {OWN: "x" * 121})
    assert (long.status, long.says("Use at most 120 letters. You have 121 now.")) == (422, True)
    assert "x" * 121 in long.body
    assert [one.get("id") for one in long.tree.all("p") if "autofocus" in one.attrib] == ["mistake"]
    chooses(table, dutch="yes", money_and_work="no")
    page = table.phone.get("/agenda").press("Take off: My dog at work")
    assert topics(page) == ["Better Dutch", "A letter about 12 May"]
    for number in range(4):
        page = page.press("Put it on my list", {OWN: f"Topic {number}"})
    assert OWN not in page.text
    assert page.press("Go on").heading == "Your answers"


def test_a_tap_with_nothing_written_says_what_to_do(table: Table) -> None:
    page = table.phone.get("/agenda").press("Put it on my list", {OWN: "  "})
    assert (page.status, page.says("Write first what you want to talk about.")) == (422, True)


def test_what_is_taken_off_is_told_to_who_hears_the_page(table: Table) -> None:
    chooses(table, dutch="yes", working_hours="yes")
    table.phone.htmx = True
    page = table.phone.get("/agenda").press("Put it on my list", {OWN: "My dog"})
    page = page.press("Take off: My dog")
    assert 'data-told="My dog is off your list."' in page.body
    page = page.press("Maybe later: Better Dutch").press("Maybe later: My working hours")
    assert 'data-told="My working hours is off your list."' in page.body
    assert "data-told" not in table.phone.get("/agenda").body


def test_an_empty_list_is_fine_too(table: Table) -> None:
    page = table.phone.get("/agenda")
    assert page.heading == "What do you want to talk about?"
    assert page.says("Nothing yet. That is fine: you can just come.")
    assert page.press("Go on").heading == "Your answers"


def test_the_agenda_opens_the_screen_of_the_caseworker_in_her_order(table: Table, clock: Clock) -> None:
    chooses(table, dutch="yes", working_hours="yes")
    table.phone.get("/agenda").press("Move up: My working hours").press("Put it on my list", {OWN: "My dog at work"})
    shares(table.side, clock)
    talk = table.talk()
    assert at_the_desk(talk) == ["My working hours", "Better Dutch", "My dog at work", *at_the_desk(talk)[3:]]
    assert not [name for name in talk.buttons if "My working hours" in name], "no verdict is given on a topic"


def test_she_shares_her_list_or_keeps_it_and_sees_beforehand_what_is_seen(table: Table) -> None:
    chooses(table, dutch="yes", working_hours="yes")
    page = table.phone.get("/share")
    assert next(one.get("id") for one in page.tree.all("fieldset") if one.get("id")) == "agenda"
    fields = {f"part.{part}": "share" for part in ("good_at", "how", "about", "next")} | {"part.helps": "talk"}
    seen = page.press("See how", **{**fields, "part.agenda": "share"})
    assert seen.says("My working hours")
    assert "Better Dutch" not in seen.text
    assert page.press("Share with", **{**fields, "part.agenda": "talk"}).status == 422
    page.press("Share with", **{**fields, "part.agenda": "keep"})
    assert at_the_desk(table.talk())[0] == "What helps me"


@pytest.mark.parametrize("need", ["keep", "talk"])
def test_a_topic_of_a_kept_need_is_never_seen(table: Table, clock: Clock, need: str) -> None:
    chooses(table, dutch="yes", childcare="yes", working_hours="yes")
    version = shares(table.side, clock, helps=need)
    assert "dutch" not in str(version.shown["answers"])
    assert "Better Dutch" not in table.talk().text
    shares(table.side, clock)
    assert at_the_desk(table.talk())[:3] == ["Someone to look after my children", "Better Dutch", "My working hours"]
    unshare(table.side, ["need/dutch"], (), clock())
    assert "Better Dutch" not in table.talk().text


def test_a_caseworker_who_makes_up_a_form_gives_no_verdict_on_a_topic(
    table: Table, clock: Clock, archive: Archive, municipality: Municipality, fatima: Caseworker
) -> None:
    chooses(table, working_hours="yes")
    shares(table.side, clock)
    desk = sit_down(archive, municipality.id, fatima.id)
    with pytest.raises(Stale):
        confirm(desk, table.invited.client.id, table.item("topic/working_hours").seen, "agreed", "", clock())


def test_what_is_still_seen_after_a_change_is_told_and_can_be_shared_anew(table: Table, clock: Clock) -> None:
    chooses(table, dutch="yes", working_hours="yes", trying_out="yes")
    shares(table.side, clock)
    page = table.phone.get("/agenda")
    assert "still sees what you shared before" not in page.text
    page = page.press("Move up: My working hours")
    assert page.says("still sees what you shared before", "sees your topics in the order of before.")
    page = page.press("Maybe later: Trying out some work for a day")
    assert page.says("Trying out some work for a day", "You don't say this any more.")
    assert at_the_desk(table.talk())[:3] == ["Better Dutch", "My working hours", "Trying out some work for a day"]
    assert "Choose what you share anew" in page.links
    shares(table.side, clock)
    assert at_the_desk(table.talk())[:2] == ["My working hours", "Better Dutch"]
    assert "still sees" not in table.phone.get("/agenda").text


def test_wiping_a_need_wipes_its_topic_everywhere(table: Table, clock: Clock) -> None:
    chooses(table, dutch="yes", working_hours="yes")
    table.phone.get("/agenda").press("Put it on my list", {OWN: "My dog at work"})
    shares(table.side, clock)
    table.phone.get("/talk/needs/wipe").press("Wipe this answer")
    assert at_the_desk(table.talk())[:2] == ["My working hours", "My dog at work"]
    assert topics(table.phone.get("/agenda")) == ["My working hours", "My dog at work"]
    table.phone.get("/talk/agenda/wipe").press("Wipe this answer")
    assert "My dog at work" not in table.talk().text
    assert table.phone.get("/agenda").heading == "What do you want to talk about?"


def test_who_would_rather_talk_about_it_says_so(table: Table, clock: Clock) -> None:
    table.phone.get("/talk/agenda").press("I'd rather talk about this")
    shares(table.side, clock)
    assert "What we talk about" in at_the_desk(table.talk())


@pytest.mark.parametrize("address", ["/talk/agenda", "/agenda"])
def test_eleven_topics_weigh_little_on_the_line(table: Table, clock: Clock, address: str) -> None:
    needs = ("dutch", "digital", "childcare", "housing", "transport", "course_or_diploma")
    says(table.side, clock, {"needs": Answer("given", needs)})
    chooses(table, **dict.fromkeys((*needs, "which_work", "working_hours"), "yes"))
    squeezed = {"HX-Request": "true", "Accept-Encoding": "gzip"}
    sent = table.phone.client.get(address, base_url=f"http://{table.phone.host}", headers=squeezed)
    assert sent.content_encoding == "gzip"
    assert len(sent.data) < 4_000 - len(str(sent.headers))


def test_nobody_is_sent_to_a_list_that_is_not_asked_for(table: Table, clock: Clock) -> None:
    says(table.side, clock, {"situation": Answer("talk")})
    assert table.phone.get("/agenda").status == 404
    assert "What I want to talk about" not in table.phone.get("/review").links
