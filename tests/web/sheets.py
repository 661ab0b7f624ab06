"""Spreadsheets as people's programs write them, and as nobody's program would."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Jobs" sheetId="1" r:id="r"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="sheet.xml"/></Relationships>'
    ),
}


def sheet(rows: Sequence[Sequence[str]], *, first: int = 1, more: bytes = b"") -> bytes:
    """An XLSX with these cells from row `first` on; `more` stands raw behind them."""
    written = "".join(
        f'<row r="{number}">{"".join(cell(f"{chr(65 + place)}{number}", said) for place, said in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=first)
    )
    return raw_sheet(written.encode() + more)


def cell(place: str, said: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(said)}</t></is></c>'


def raw_sheet(rows: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in _PARTS.items():
            file.writestr(name, part)
        begins = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        file.writestr("xl/sheet.xml", begins + rows + b"</sheetData></worksheet>")
    return written.getvalue()
