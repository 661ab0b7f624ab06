"""Who read a catalogue: a line of its header, `X-Reviewed-By`, that survives every update and is told to clients."""

from collections.abc import Iterable
from typing import BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileParser

HEADER = "X-Reviewed-By"
NOT_YET = "not yet reviewed by a native speaker"


class ReviewedCatalog(Catalog):
    """`reviewed_by` is empty while the file doesn't say it; writing it then says that nobody did."""

    reviewed_by = ""

    def _said(self) -> list[tuple[str, str]]:
        *headers, last = super()._get_mime_headers()
        return [*headers, (HEADER, self.reviewed_by or NOT_YET), last]

    def _read(self, headers: Iterable[tuple[str, str]]) -> None:
        headers = list(headers)
        super()._set_mime_headers(headers)
        self.reviewed_by = next((said.strip() for name, said in headers if name.lower() == HEADER.lower()), "")

    mime_headers = property(_said, _read)


def read_catalogue(written: BinaryIO, language: str) -> ReviewedCatalog:
    catalogue = ReviewedCatalog(language)
    PoFileParser(catalogue).parse(written)
    return catalogue
