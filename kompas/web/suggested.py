"""The screen after a story: the client's own words with marks in them, and what these may tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from kompas.conversation.own_words_offers import Offer, offers, story_of
from kompas.conversation.walking import Stop, Walk
from kompas.web.house import house
from kompas.web.question import came_from
from kompas.web.swapping import show_at
from kompas.web.unsent import unsent


@dataclass(frozen=True)
class Piece:
    """A stretch of the client's own words; `marked` where they led to a suggestion."""

    text: str
    marked: bool


def ask_what_was_shown(walked: Walk, stop: Stop) -> ResponseReturnValue | None:
    """To the screen "Did you show this?"; `None` when the answer suggests nothing, as most do."""
    if not offered(walked, stop):
        return None
    here = url_for("suggesting.shown", address=stop.address, came_from=came_from() or None)
    return show_at(here, lambda: suggested_page(walked, stop))


def offered(walked: Walk, stop: Stop) -> tuple[Offer, ...]:
    return offers(house().own_words, walked, stop, language_read()) if stop.question.suggests else ()


def language_read() -> str:
    """The language of the screen."""
    return str(get_locale()).partition("_")[0]


def suggested_page(walked: Walk, stop: Stop) -> str:
    story, found = story_of(walked, stop), offered(walked, stop)
    return render_template(
        "conversation/suggested.html",
        stop=stop,
        pieces=pieces(story, (span for offer in found for span in offer.spans)),
        suggested=[(offer, words_of(story, offer)) for offer in found],
        chosen=unsent(),
        came_from=came_from(),
    )


def pieces(story: str, spans: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The whole story in its order, cut where a mark begins and ends."""
    end = 0
    for start, stop in sorted(set(spans)):
        if start > end:
            yield Piece(story[end:start], marked=False)
        yield Piece(story[start:stop], marked=True)
        end = stop
    yield Piece(story[end:], marked=False)


def words_of(story: str, offer: Offer) -> list[str]:
    """The words that led to it, each once, as they were written."""
    return list(dict.fromkeys(story[start:end] for start, end in offer.spans))
