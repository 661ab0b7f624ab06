"""What there is, by name: a need leads to it, each text in the reader's language where it was written."""

from dataclasses import replace

import pytest

from kompas.casework.offers import Offer, OfferWords, Told, by_category, long_sentences, offers_for
from tests.conversation.ours import our_flow
from tests.profile.working import our_rules

SUPPORTS = our_rules().supports
CAFE = Offer("cafe", "dutch_lessons", {"nl": OfferWords("Taalcafé", "Je praat."), "ar": OfferWords("مقهى", "")})
LESSON = Offer("lesson", "dutch_lessons", {"nl": OfferWords("Avondles", "Je leert.")})
CRECHE = Offer("creche", "childcare_help", {"nl": OfferWords("Opvang", "Je kiest.")})
ALL = (CAFE, LESSON, CRECHE)


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("need/dutch", (CAFE, LESSON)),
        ("bridge/dutch_lessons", (CAFE, LESSON)),
        ("need/childcare", (CRECHE,)),
        ("need/housing", ()),
        ("need/nothing_needed", ()),
        ("bridge/no_such_support", ()),
        ("strength/dutch", ()),
        ("talk/needs", ()),
    ],
)
def test_a_need_and_what_bridges_it_lead_to_the_same_offers_by_name(line: str, there: tuple[Offer, ...]) -> None:
    assert offers_for(line, SUPPORTS, ALL) == there


def test_what_is_off_is_shown_beside_no_line() -> None:
    assert offers_for("need/dutch", SUPPORTS, (replace(CAFE, on=False), LESSON)) == (LESSON,)


def test_every_need_that_can_be_chosen_has_a_kind_of_support() -> None:
    needs = set(our_flow().questions[our_rules().needs.chosen].options) - {our_rules().needs.none}
    assert set(SUPPORTS.by_need) == needs
    assert len(by_category(SUPPORTS, ALL)) == 17


def test_each_text_is_in_the_readers_language_where_it_was_written() -> None:
    assert CAFE.name("ar") == Told("مقهى", "ar")
    assert CAFE.expect("ar") == Told("Je praat.", "nl")
    assert CAFE.name("pl") == Told("Taalcafé", "nl")


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("010 123 45 67", "tel:0101234567"),
        ("14 010", "tel:14010"),
        ("+31 (0)10 123 45 67", "tel:+31101234567"),
        ("", ""),
    ],
)
def test_a_number_can_be_dialled(phone: str, link: str) -> None:
    assert replace(CAFE, phone=phone).phone_link == link


def test_a_long_sentence_is_named_in_its_own_language_and_short_ones_are_not() -> None:
    long = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    said = replace(CAFE, words={**CAFE.words, "en": OfferWords("Café", f"You talk. {long}.")})
    assert long_sentences(said) == [Told(long, "en")]
    assert long_sentences(CAFE) == []
