"""The letter that invites someone to the talk: one A4 page with the code and the square that open Kompas."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import segno

from kompas.casework.codes import in_groups
from kompas.conversation.readable import one_line
from kompas.post.typesetting import typeset
from kompas.post.wording import Say, day, direction, isolated, last_whole_day, time, words

_DUTCH = "nl"


@dataclass(frozen=True)
class Letter:
    """Everything one letter says. Names, places and contact are plain text, whatever signs stand in them.

    `contact` is one line with which to reach the organisation, or empty. `language` is the client's (a BCP 47 tag).
    `talk_at` and `expires_at` are aware moments, said in `zone` (an IANA name). `link` is the personal link in the
    square; `code` its typed twin, ungrouped; `address` the host name at which to type it.
    """

    organisation_name: str
    contact: str
    caseworker_name: str
    client_name: str
    language: str
    talk_at: datetime
    zone: str
    talk_place: str
    link: str
    code: str
    address: str
    expires_at: datetime


def print_letter(letter: Letter, say: Say) -> bytes:
    """Give the letter as a PDF (PDF/UA-1: tagged, with title and language); the same letter gives the same bytes.

    The text is in the client's language with Dutch beside it; for a Dutch letter it is in Dutch alone.
    `say(sentence, language)` translates an English source sentence.
    """
    return typeset("letter.typ", contents(letter, say))


def contents(letter: Letter, say: Say) -> dict[str, object]:
    """Give what the template shows, JSON-able: what is the same in every language, and one `voices` entry for each."""
    languages = list(dict.fromkeys([letter.language, _DUTCH]))
    return {
        "organisation": one_line(letter.organisation_name),
        "contact": one_line(letter.contact),
        "caseworker": one_line(letter.caseworker_name),
        "client": one_line(letter.client_name),
        "place": one_line(letter.talk_place),
        "address": one_line(letter.address),
        "code": in_groups(letter.code),
        "square": square(letter.link),
        "voices": [_voice(letter, language, say) for language in languages],
    }


def square(link: str) -> str:
    """Give the QR code of a link as SVG, with the quiet zone it needs and room for a fold or a stain (level M)."""
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, dark="#1F2A37")
    return drawn.getvalue().decode()


def _voice(letter: Letter, language: str, say: Say) -> dict[str, object]:
    said = words(say, language, _values(letter, language))
    return {"language": language, "direction": direction(language), "says": said}


def _values(letter: Letter, language: str) -> Mapping[str, str]:
    last_day = last_whole_day(letter.expires_at, letter.zone)
    return {
        "client": isolated(letter.client_name),
        "caseworker": isolated(letter.caseworker_name),
        "organisation": isolated(letter.organisation_name),
        "day": day(letter.talk_at, letter.zone, language),
        "time": time(letter.talk_at, letter.zone, language),
        "last_day": day(last_day, letter.zone, language),
    }
