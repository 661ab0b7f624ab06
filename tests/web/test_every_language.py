"""Every screen of a client in every shipped language: looked over on the way, and no sentence left in English."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from babel import Locale
from flask import Flask

import kompas
from kompas.conversation.flow import PARTS, Flow
from kompas.store.archive import Archive
from kompas.store.organisations import change_organisation
from kompas.usecases.share import share
from tests.store.people import Municipality
from tests.web.arrivals import Invited, an_invited_client, comes_in
from tests.web.conftest import Clock
from tests.web.pages import Page, Person
from tests.web.talks import SAID, on_the_phone, says

SHIPPED = sorted(file.parts[-3] for file in (Path(kompas.__file__).parent / "translations").glob("*/*/client.po"))
SCREENS = (
    *("/", "/c/some-token", "/privacy", "/welcome", "/talk/situation", "/talk/told_more-1", "/talk/talent_helping"),
    *("/talk/talents_top", "/talk/talents_shown-1", "/talk/needs", "/talk/need_timing-1", "/talk/own_words"),
    *("/talk/confidence_fitting_work", "/talk/heard/good_at", "/talk/needs/wipe", "/start-over", "/review", "/profile"),
    *("/share", "/shared", "/readers", "/nowhere", "/profile/work", "/help-nearby"),
)


@pytest.fixture
def invited(archive: Archive, municipality: Municipality, clock: Clock, flows: Mapping[str, Flow]) -> Invited:
    """Somebody who has told and shared; their organisation speaks everything that Kompas speaks."""
    with archive.writing(municipality.id) as records:
        change_organisation(records, replace(municipality.organisation, languages=("en", *SHIPPED)))
    one = an_invited_client(archive, municipality, clock, language="en")
    side = on_the_phone(archive, municipality, one.client, flows)
    says(side, clock)
    share(side, dict.fromkeys(PARTS, "share"), {}, lambda sentence, _language: sentence, ["en"], clock())
    return one


def test_six_languages_are_shipped() -> None:
    assert {"en", *SHIPPED} >= {"nl", "en", "ar", "tr", "pl", "uk"}


@pytest.mark.parametrize("language", SHIPPED)
def test_every_screen_speaks_the_language_and_runs_its_way(
    app: Flask, invited: Invited, language: str, archive: Archive
) -> None:
    person = Person(app, reads="en")
    comes_in(person, invited)
    before = {screen: person.get(screen) for screen in SCREENS}
    person.post("/language", {"language": language, "csrf_token": token(before["/welcome"])})
    for screen in SCREENS:
        page = person.get(screen)
        root = page.tree.all("html")[0]
        assert root.get("lang") == language, screen
        assert root.get("dir") == Locale.parse(language).text_direction, screen
        assert left_in_english(before[screen], page) == [], screen


def left_in_english(english: Page, translated: Page) -> list[str]:
    """Whole sentences that stand on both; names, own words and the contact line are the same in every language."""
    own = " ".join(str(one.value) for one in SAID.values())
    sentences = {one.strip() for one in re.split(r"(?<=[.?!])\s", english.text) if len(one.split()) > 3}
    return sorted(one for one in sentences if one in translated.text and one not in own)


def token(page: Page) -> str:
    return next(one.get("value") or "" for one in page.tree.all("input") if one.get("name") == "csrf_token")
