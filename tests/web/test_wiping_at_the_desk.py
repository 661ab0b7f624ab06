"""What a desk can tell of a wiping: nothing, as long as every line that stood there still stands there."""

from kompas.conversation.answers import chosen
from kompas.store.verdicts import verdicts_of_round
from kompas.usecases.wipe import wipe_answer
from tests.web.tables import Table, line
from tests.web.talks import says, shares

ON_TOP = {"talents_top": chosen("talent_helping", "talent_persevering")}
NOT_ON_TOP = {"talents_top": chosen("talent_persevering")}


def shares_and_hears(table: Table, clock, answers) -> None:
    says(table.side, clock, answers)
    shares(table.side, clock)
    table.talk().press("Agreed: Helping")


def test_an_older_word_that_is_wiped_is_not_counted_while_its_line_is_still_shared(table, clock) -> None:
    shares_and_hears(table, clock, ON_TOP)
    shares_and_hears(table, clock, NOT_ON_TOP)
    before = line(table.talk(), "Helping")
    wipe_answer(table.side, "talents_top", clock())
    assert line(table.talk(), "Helping") == before
    assert not table.talk().says("no longer shared")


def test_a_newer_word_that_is_wiped_does_not_bring_an_older_one_back(table, clock) -> None:
    shares_and_hears(table, clock, NOT_ON_TOP)
    shares_and_hears(table, clock, ON_TOP)
    says(table.side, clock, NOT_ON_TOP)
    shares(table.side, clock)
    before = line(table.talk(), "Helping")
    assert "has changed since" in before
    wipe_answer(table.side, "talents_top", clock())
    assert line(table.talk(), "Helping") == before
    assert not table.talk().says("no longer shared")
    assert "You changed this after Fatima Oulad spoke." in table.mine().text


def test_the_line_of_a_wiped_word_loses_its_name_when_the_line_goes_too(table, clock, archive, municipality) -> None:
    shares_and_hears(table, clock, ON_TOP)
    says(table.side, clock, NOT_ON_TOP)
    shares(table.side, clock)
    wipe_answer(table.side, "talents_top", clock())
    wipe_answer(table.side, "talent_helping", clock())
    with archive.reading(municipality.id) as records:
        (left,) = verdicts_of_round(records, table.side.client_id, 1)
    assert "helping" not in repr(left)
    assert table.talk().says("1 line you spoke about is no longer shared")
