"""What there is in Waterrijk: of every kind something, easy to read, and clearly made up."""

from kompas.casework.offers import long_sentences
from kompas.demonstration.supports import ELSEWHERE, HERE, offers
from kompas.usecases.supports import what_is_there
from tests.demonstration.waterrijk import Waterrijk
from tests.profile.working import our_rules


def test_there_is_something_on_of_each_of_the_seventeen_kinds(waterrijk: Waterrijk) -> None:
    there = what_is_there(waterrijk.archive, waterrijk.organisation_id)
    assert {one.category for one in there} == set(our_rules().supports.offers)
    assert len(offers()) > len(there)


def test_nobody_can_be_called_or_written_to() -> None:
    assert all(one.phone.startswith("010 000 00 ") and one.mail.endswith(".example") for one in offers())
    assert len({one.id for one in offers()}) == len({one.mail for one in offers()}) == len(HERE)


def test_every_sentence_is_short_in_every_language() -> None:
    assert [found for one in offers() for found in long_sentences(one)] == []
    assert {box for said in ELSEWHERE.values() for box in said} <= {one[2] for one in HERE}
