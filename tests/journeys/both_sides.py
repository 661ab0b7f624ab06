"""What both sides make of each shared line, read off the phone and off the desk, so that they can be compared."""

from dataclasses import dataclass

from playwright.sync_api import Locator

from tests.journeys.desk import LINE, Desk, name_of
from tests.journeys.own_profile import OwnProfile
from tests.journeys.words import Words

ON_THE_PHONE = {
    "changed": "You changed this after %(name)s spoke.",
    "waits_for_client": "%(name)s is waiting for your answer.",
    "seen_differently": "You see this differently. Both views stay. %(name)s and %(you)s, %(at)s.",
    "confirmed_as_put": "Confirmed together as %(name)s said it. %(name)s and %(you)s, %(at)s.",
    "confirmed": "Confirmed together. %(name)s and %(you)s, %(at)s.",
    "to_talk_about": "You talk about this together, says %(name)s.",
}
"""The sentence for each standing."""
ON_THE_DESK = "You said it on the screen of %(name)s, with your code."
AT_THE_DESK = "on the screen of %(caseworker)s, with the code of %(client)s"


@dataclass(frozen=True)
class Stands:
    """`standing` by the name that the code gives it; `views`: both sides' words, where they differ."""

    line: str
    standing: str
    caseworker: bool
    client: bool
    on_their_screen: bool
    views: tuple[str, ...]


def on_the_phone(mine: OwnProfile, caseworker: str, client: str) -> set[Stands]:
    """Every line of "this is what we heard" that somebody spoke about."""
    lines = mine.screen.locator(".lines > li:has(.state)").all()
    return {_on_the_phone(one, mine.words, caseworker, client) for one in lines}


def at_the_desk(desk: Desk, caseworker: str, client: str) -> set[Stands]:
    """Every line of the prepared talk that somebody spoke about."""
    lines = desk.screen.locator(f"{LINE}:has(.standing)").all()
    return {_at_the_desk(one, desk.words, caseworker, client) for one in lines}


def _on_the_phone(line: Locator, words: Words, caseworker: str, client: str) -> Stands:
    said = _text(line.locator(".state"))
    standing = next(name for name, sentence in ON_THE_PHONE.items() if words.pattern(sentence).search(said))
    theirs = bool(words.pattern(ON_THE_DESK).search(said))
    return Stands(_text(line.locator("summary b")), standing, caseworker in said, client in said, theirs, _views(line))


def _at_the_desk(line: Locator, words: Words, caseworker: str, client: str) -> Stands:
    shown = line.locator(".standing")
    said, kinds = _text(shown.locator("> p")), (shown.get_attribute("class") or "").split()
    theirs = bool(words.pattern(AT_THE_DESK).search(said))
    standing = next(one for one in kinds if one != "standing").removeprefix("standing-")
    both_spoke = standing in ("seen_differently", "confirmed_as_put", "confirmed")
    return Stands(name_of(line), standing, caseworker in said, both_spoke and client in said, theirs, _views(line))


def _views(line: Locator) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in line.locator(".views > div").all_text_contents())


def _text(found: Locator) -> str:
    return " ".join((found.text_content() or "").split())
