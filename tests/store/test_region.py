"""The region's table: each organisation has its own, and a row is put in the place of the one before."""

from datetime import date
from threading import Thread

from kompas.profile.tightness import Tightness
from kompas.store.archive import Archive
from kompas.store.region import drop_rows, put_rows, region_of
from tests.store.counting import statements
from tests.store.people import Municipality, a_municipality

MANY = Tightness("many", "UWV", date(2027, 1, 1))
FEW = Tightness("few", "The employers' desk", date(2026, 6, 1))


def region_here(archive: Archive, municipality: Municipality) -> dict[str, Tightness]:
    with archive.reading(municipality.id) as records:
        return dict(region_of(records))


def test_what_is_put_in_is_there_and_what_is_taken_away_is_unknown(archive: Archive, maasstad: Municipality) -> None:
    with archive.writing(maasstad.id) as records:
        put_rows(records, {"care": MANY, "office": FEW})
    assert region_here(archive, maasstad) == {"care": MANY, "office": FEW}
    with archive.writing(maasstad.id) as records:
        put_rows(records, {"care": FEW})
        assert drop_rows(records, ["office"]) == 1
        assert drop_rows(records, ["office"]) == 0
    assert region_here(archive, maasstad) == {"care": FEW}


def test_the_next_organisation_reads_and_changes_nothing_of_it(archive: Archive, maasstad: Municipality) -> None:
    other = a_municipality(archive)
    with archive.writing(maasstad.id) as records:
        put_rows(records, {"care": MANY})
    with archive.writing(other.id) as records:
        assert region_of(records) == {}
        assert drop_rows(records, ["care"]) == 0
        put_rows(records, {"care": FEW})
    assert region_here(archive, maasstad) == {"care": MANY}


def test_the_whole_table_is_one_query(archive: Archive, maasstad: Municipality) -> None:
    with archive.writing(maasstad.id) as records:
        put_rows(records, dict.fromkeys(("care", "office", "green"), MANY))
    with statements(archive.facts) as asked:
        assert len(region_here(archive, maasstad)) == 3
    assert len(asked) == 1


def test_two_who_change_the_same_row_at_once_take_turns(archive: Archive, maasstad: Municipality) -> None:
    def puts(one: Tightness) -> None:
        with archive.writing(maasstad.id) as records:
            put_rows(records, {"care": one})

    both = [Thread(target=puts, args=(one,)) for one in (MANY, FEW)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert region_here(archive, maasstad)["care"] in (MANY, FEW)
