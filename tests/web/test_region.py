"""Jobs in the region: a table that everybody at a desk reads, and who keeps the tables changes, by row or by file."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from kompas.profile.tightness import Tightness
from kompas.store.audit import check_chain
from kompas.store.region import put_rows, region_of
from kompas.store.staff import change_caseworker
from tests.store.counting import statements
from tests.web.arrivals import signs_in
from tests.web.pages import Page, Person
from tests.web.sheets import sheet
from tests.web.tables import a_table

REGION = "/organisation/region"


@pytest.fixture
def keeper(app, provider, archive, municipality, fatima) -> Person:
    with archive.writing(municipality.id) as records:
        change_caseworker(records, replace(fatima, keeps_tables=True))
    person = Person(app)
    signs_in(person, provider)
    return person


@pytest.fixture
def region(archive, municipality):
    def read() -> dict[str, Tightness]:
        with archive.reading(municipality.id) as records:
            assert check_chain(records) == []
            return dict(region_of(records))

    return read


def brings(keeper: Person, content: bytes) -> Page:
    page = keeper.get(REGION)
    return page.press("Inlezen" if keeper.reads == "nl" else "Bring it in", file=(io.BytesIO(content), "jobs.csv"))


def kept(keeper: Person, work: str, level: str, source: str, since: str) -> Page:
    form = {"Work": work, "Jobs": level, "Source": source, "Date": since}
    return keeper.get(REGION).press("Keep this row", form)


def test_a_keeper_adds_changes_and_takes_away(keeper, region, clock) -> None:
    day = clock().date()
    page = keeper.get(f"{keeper.get('/clients').links['Gemeente Maasstad']}").follow("Jobs in the region")
    assert page.path == REGION
    page = kept(keeper, "logistics", "many", "UWV", day.isoformat())
    assert page.says("The row is kept.", "Many jobs", "UWV")
    page = page.follow("Change: Working in a warehouse").press("Keep this row", {"Jobs": "few"})
    assert region() == {"logistics": Tightness("few", "UWV", day)}
    page = page.press("Take away: Working in a warehouse")
    assert page.says("it counts as not known now")
    assert region() == {}


def test_what_is_missing_is_told_and_what_was_typed_stays(keeper, region, clock) -> None:
    page = kept(keeper, "logistics", "", "  ", (clock() + timedelta(days=2)).date().isoformat())
    assert page.status == 422
    assert page.says("Choose whether there are many jobs", "Write who says so", "not one that is still to come")
    assert region() == {}


def test_a_year_later_the_row_says_that_it_is_old(keeper, archive, municipality, clock) -> None:
    day = clock().date()
    with archive.writing(municipality.id) as records:
        put_rows(records, {"care": Tightness("many", "UWV", day - timedelta(days=366))})
    assert keeper.get(REGION).says("older than a year")


def test_who_does_not_keep_the_tables_reads_and_changes_nothing(app, provider, fatima, region) -> None:
    reader = Person(app)
    signs_in(reader, provider)
    page = reader.get(REGION)
    assert page.says("Jobs in the region", "not known")
    assert "Keep this row" not in page.buttons
    token = next(one.get("value") for one in page.tree.all("input") if one.get("name") == "csrf_token")
    for deed in ("", "/away", "/file"):
        assert reader.post(REGION + deed, {"csrf_token": token, "work": "care"}).status == 403
    assert region() == {}


def test_our_own_file_comes_back_as_it_went(keeper, region, clock) -> None:
    kept(keeper, "logistics", "many", "=1+1", clock().date().isoformat())
    before = region()
    for language in ("nl", "en"):
        keeper.reads = language
        content = keeper.get("/organisation/region.csv").response.data
        assert b",=" not in content
        assert b";=" not in content
        assert brings(keeper, content).status == 200
        assert region() == before


def test_a_file_is_taken_row_by_row_and_each_row_that_is_not_is_told(keeper, region) -> None:
    page = brings(
        keeper,
        b"Beroep;Banen;Bron;Datum\n"
        b"kok;krap;UWV;1-3-2026\n"
        b"tovenaar;veel;UWV;1-3-2026\n"
        b"Kok;weinig;UWV;1-3-2026\n"
        b"\n"
        b"orderpicker;zat;UWV;1-3-2999\n"
        b"naaister;;;\n",
    )
    assert page.says("1 row is taken in.", "3 rows could not be used", "tovenaar", "We know no field of work")
    assert page.says("This work stands in row 2 already.", "Write many, normal or few.", "Write the day like")
    assert [one.level for one in region().values()] == ["many"]


def test_a_spreadsheet_is_read_too(keeper, region) -> None:
    rows = [["Field of work", "Jobs", "Source", "Date"], ["care", "many", "UWV", "2026-03-01"]]
    assert brings(keeper, sheet(rows)).says("1 row is taken in.")
    assert region()["care"].source == "UWV"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Choose a file with something in it."),
        (b"work,stars\ncare,5\n", "The first row must name the columns"),
    ],
)
def test_what_can_not_be_used_is_refused_in_a_sentence(keeper, region, content, told) -> None:
    page = brings(keeper, content)
    assert page.status == 422
    assert page.says(told)
    assert region() == {}


def test_a_file_far_too_large_is_turned_away_before_it_is_read(keeper) -> None:
    told = {"CONTENT_LENGTH": str(11 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data; boundary=b"}
    answer = keeper.client.post(f"{REGION}/file", base_url="http://127.0.0.1", environ_overrides=told)
    assert answer.status_code == 413


def test_the_page_asks_little_of_the_database(keeper, archive) -> None:
    with statements(archive.facts) as asked:
        keeper.get(REGION)
    assert len(asked) <= 6


def test_a_client_reads_that_there_are_many_jobs_with_source_and_day(
    app, provider, archive, municipality, fatima, flows, clock
) -> None:
    table = a_table(app, provider, archive, municipality, flows, clock, caseworker_id=fatima.id)
    assert not table.phone.get("/profile/work").says("Many jobs here")
    with archive.writing(municipality.id) as records:
        put_rows(records, {"cooking": Tightness("many", "UWV", (clock() - timedelta(days=400)).date())})
    page = table.phone.get("/profile/work")
    assert page.says("Many jobs here", "UWV", "older than a year")
