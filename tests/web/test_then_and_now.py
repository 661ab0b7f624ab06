"""Then and now: both sides read what is new in what is shared, and nobody reads what was kept, or got less."""

from kompas.conversation.answers import SKIPPED, Answers, chosen, given
from kompas.store.clients import add_client
from kompas.usecases.open_profile import open_profile
from kompas.usecases.parties import Desk
from tests.store.people import a_client
from tests.web.tables import Table
from tests.web.talks import SAID, on_the_phone, says, shares

MORE = {
    "talent_handy": given("yes"),
    "clarity_of_direction": given("yes"),
    "need_timing.childcare": given("helped_already"),
}


def shared_days_ago(table: Table, clock) -> None:
    clock.wait(days=-5)
    shares(table.side, clock)
    clock.wait(days=5)


def test_both_read_what_is_new_and_that_help_is_arranged(table, clock) -> None:
    says(table.side, clock, {"talents_top": SKIPPED})
    shared_days_ago(table, clock)
    assert not table.talk().says("Since last time")
    assert not table.mine().says("Then and now")
    says(table.side, clock, MORE)
    shares(table.side, clock)
    assert table.talk().says(
        "Since last time", "New among the strengths: Working with my hands", "Help is arranged now: "
    )
    for page in (table.mine(), table.phone.get("/shared")):
        assert page.says("Then and now", "New among your strengths: Working with my hands", "Help is arranged: ")
        assert page.says("You know which work fits you", "Fatima reads this too.")


def test_what_got_less_or_was_taken_back_stands_nowhere(table, clock) -> None:
    shared_days_ago(table, clock)
    says(table.side, clock, {"talent_persevering": given("not_yet"), "needs": chosen("dutch")})
    shares(table.side, clock, about="keep")
    assert table.talk().says("Begin with")
    assert not table.talk().says("Since last time")
    assert not table.mine().says("Then and now")


def test_who_kept_a_strength_then_reads_at_the_desk_as_one_who_found_it_since(
    archive, municipality, fatima, flows, clock
) -> None:
    """All that the desk gets to compare is the same, to the last answer."""
    none_yet = {slot: answer for slot, answer in SAID.items() if not slot.startswith("talent")}
    kept, told_later = (_at_the_desk(one, archive, municipality, fatima, flows, clock) for one in (SAID, none_yet))
    assert kept == told_later
    assert "talents_top" in kept[1]
    assert "talents_top" not in kept[0]


def _at_the_desk(before: Answers, archive, municipality, fatima, flows, clock) -> tuple[Answers, Answers]:
    client = a_client(municipality, caseworker_id=fatima.id)
    with archive.writing(municipality.id) as records:
        add_client(records, client)
    side = on_the_phone(archive, municipality, client, flows)
    says(side, clock, before)
    shares(side, clock, good_at="keep")
    clock.wait(days=3)
    says(side, clock)
    shares(side, clock)
    two = open_profile(Desk(archive, municipality.id, fatima), client.id, clock()).compared
    assert two is not None
    return two.then, two.now
