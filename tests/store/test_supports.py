"""What an organisation offers: put, changed, switched and taken away, behind its own wall."""

from dataclasses import replace

from kompas.casework.offers import Offer, OfferWords
from kompas.store.archive import Archive
from kompas.store.supports import drop_offer, offers, put_offer, switch_category, switch_offer
from tests.store.people import Municipality, a_municipality

CAFE = Offer(
    "cafe",
    "dutch_lessons",
    {"nl": OfferWords("Taalcafé", "Je oefent met een kop koffie."), "ar": OfferWords("مقهى اللغة")},
    where="Balie van het buurthuis",
    phone="010 000 00 01",
    mail="taal@voorbeeld.example",
)
LESSON = Offer("lesson", "dutch_lessons", {"nl": OfferWords("Avondles", "Je leert in een groep.")}, where="School")
CRECHE = Offer("creche", "childcare_help", {"nl": OfferWords("Opvang", "Je kiest een plek.")}, where="Loket")


def there(archive: Archive, municipality: Municipality) -> list[Offer]:
    with archive.reading(municipality.id) as records:
        return offers(records)


def put(archive: Archive, municipality: Municipality, *wanted: Offer) -> None:
    with archive.writing(municipality.id) as records:
        for one in wanted:
            put_offer(records, one)


def test_they_come_back_as_they_were_put_by_name(archive: Archive, maasstad: Municipality) -> None:
    put(archive, maasstad, CAFE, LESSON, CRECHE)
    assert there(archive, maasstad) == [LESSON, CRECHE, CAFE]


def test_one_that_is_put_again_stands_in_its_own_place(archive: Archive, maasstad: Municipality) -> None:
    renamed = replace(CAFE, words={"nl": OfferWords("Praatcafé", "Je praat.")}, phone="", on=False)
    put(archive, maasstad, CAFE, CAFE, renamed)
    assert there(archive, maasstad) == [renamed]


def test_one_or_a_whole_kind_is_switched(archive: Archive, maasstad: Municipality) -> None:
    put(archive, maasstad, CAFE, LESSON, CRECHE)
    with archive.writing(maasstad.id) as records:
        assert switch_offer(records, "cafe", on=False) == 1
        assert switch_offer(records, "no such offer", on=False) == 0
    assert [one.id for one in there(archive, maasstad) if one.on] == ["lesson", "creche"]
    with archive.writing(maasstad.id) as records:
        assert switch_category(records, "dutch_lessons", on=False) == 2
    assert [one.id for one in there(archive, maasstad) if one.on] == ["creche"]


def test_what_is_taken_away_is_gone_for_this_organisation_alone(archive: Archive, maasstad: Municipality) -> None:
    neighbour = a_municipality(archive)
    put(archive, maasstad, CAFE)
    put(archive, neighbour, CAFE)
    with archive.writing(maasstad.id) as records:
        assert drop_offer(records, "cafe") == 1
        assert drop_offer(records, "cafe") == 0
    assert there(archive, maasstad) == []
    assert there(archive, neighbour) == [CAFE]
