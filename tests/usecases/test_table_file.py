"""Files that people bring along: what a spreadsheet program makes is read, and nothing that is made to hurt does."""

import io
import time
import zipfile

import pytest

from kompas.usecases import table_file
from kompas.usecases.table_file import Line, NotATable, as_csv, read_table
from tests.web.sheets import cell, raw_sheet, sheet

NAMES = ("work", "jobs")
CARE = [["Work", "Jobs"], ["care", "many"]]
A_LINE = (Line(2, {"work": "care", "jobs": "many"}),)


@pytest.mark.parametrize(
    "content",
    [
        b"Work,Jobs\ncare,many\n",
        b"\xef\xbb\xbfJOBS;more;Work\r\nmany;x;care\r\n;x;\r\n",
        b'work\tjobs\n"care"\t"many"\n',
        "work;jobs\ncare;many\nidées;peu\n".encode("cp1252"),
        sheet(CARE),
    ],
)
def test_what_spreadsheet_programs_write_is_read(content: bytes) -> None:
    assert read_table(content, NAMES).lines[:1] == A_LINE


def test_the_number_of_a_row_is_the_one_that_the_spreadsheet_shows() -> None:
    assert [line.number for line in read_table(sheet(CARE, first=4), NAMES).lines] == [5]
    assert [line.number for line in read_table(b"\n\nwork,jobs\n\ncare,many\n", NAMES).lines] == [5]


def far_away() -> bytes:
    far = f'<row r="1048576">{cell("XFD1048576", "x")}</row>'
    return sheet(CARE, more=far.encode())


def packed_zeros() -> bytes:
    """Megabytes of nothing in a few kilobytes."""
    return raw_sheet(b'<row r="1">' + b" " * 100_000_000 + cell("A1", "a" * 20_000_000).encode() + b"</row>")


def many_times_the_same() -> bytes:
    return sheet([["a" * 900] * 26] * 1_000)


def other_things_zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("word/document.xml", "<document/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", table_file.NOTHING),
        (b"\n,\n", table_file.NOTHING),
        (sheet([]), table_file.NOTHING),
        ("work,jobs\ncare,many".encode("utf-16"), table_file.OTHER_LETTERS),
        (b"work,jobs\ncare,ma\0ny", table_file.NO_TABLE),
        (b"%PDF-1.7\x00\x9d", table_file.NO_TABLE),
        (b"work,jobs\n\x81\x8d", table_file.NO_TABLE),
        (b'work,jobs\n"care', table_file.NO_TABLE),
        (b"PK\x03\x04 and then something else", table_file.NO_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), table_file.NO_TABLE),
        (other_things_zipped(), table_file.NO_TABLE),
        (far_away(), table_file.NO_TABLE),
        (b"work,jobs\n" * 20_002, table_file.TOO_LONG),
        (sheet([["care"]] * 20_002), table_file.TOO_LONG),
        (b"work" + b"," * 60, table_file.TOO_WIDE),
        (b"work,jobs\n" + b"a" * 1001, table_file.TOO_WIDE),
        (sheet([["a" * 1001]]), table_file.TOO_WIDE),
        (b"x" * (5 * 1024 * 1024 + 1), table_file.TOO_BIG),
    ],
)
def test_what_can_not_be_read_is_refused_in_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(NotATable) as refused:
        read_table(content, NAMES)
    assert refused.value.sentence == told


@pytest.mark.parametrize("make", [packed_zeros, many_times_the_same])
def test_a_small_file_that_unpacks_without_end_is_refused_soon(make) -> None:
    content, began = make(), time.monotonic()
    assert len(content) < table_file.MOST_BYTES
    with pytest.raises(NotATable):
        read_table(content, NAMES)
    assert time.monotonic() - began < table_file.SECONDS_TO_READ + 5


@pytest.mark.parametrize("cell_in", ["=1+1", "+31 6", "-2", "@here", "plain", "'quoted", "a\tb"])
def test_no_cell_that_goes_out_starts_a_formula_and_all_come_back(cell_in: str) -> None:
    written = as_csv([["work"], [cell_in]], ";")
    assert written.decode("utf-8-sig").splitlines()[1].strip('"')[0] not in "=+-@\t\r"
    assert read_table(written, ["work"]).lines[0].cells["work"] == " ".join(cell_in.split())
