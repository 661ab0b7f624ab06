"""One client of each standing, each with a phone that came in, and the screens that they can meet between them."""

import re

from playwright.sync_api import Browser, BrowserContext, Page

from kompas.app import read_flows
from kompas.demonstration.person import Person
from tests.journeys.browsing import PATIENCE, PHONE
from tests.journeys.client_screens import Screens
from tests.journeys.residents import PEOPLE, begun, ready_to_share
from tests.journeys.towns import Town

STRANGER, INVITED, BEGUN, TOLD, SPOKE = "a stranger", "invited", "begun", "told everything", "both spoke"
HAS_MOST = "ar"
"""A language in which the screens say a line more: that nobody who grew up with it has read it yet."""
PROUD = "Ik heb mijn buurvrouw geholpen en voor de hele straat gekookt. Ik ging door toen het moeilijk was."
TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def visitors() -> dict[str, Person | None]:
    """By their standing; who has most on their screens first, so that fewer have to be looked at."""
    told = [one for one in PEOPLE if one.talks and not one.stops_at]
    return {
        SPOKE: next(one for one in told if one.waiting and one.seen_differently),
        "changed since": next(one for one in told if one.changes),
        TOLD: ready_to_share("nl"),
        "invited again": next(one for one in told if one.again and one.again.shares),
        BEGUN: begun("nl"),
        INVITED: next(one for one in PEOPLE if not one.talks and not one.ends),
        STRANGER: None,
    }


class Everybody:
    def __init__(self, browser: Browser, town: Town) -> None:
        self.browser, self.town = browser, town
        self.screens = Screens(town)
        self.phones: dict[str, BrowserContext] = {}
        for who, person in visitors().items():
            self.phones[who] = phone = browser.new_context(**PHONE, locale="nl-NL", timezone_id="Europe/Amsterdam")
            phone.set_default_timeout(PATIENCE)
            if person:
                self._comes_in(phone, person)
        self._sits_beside(BEGUN)
        self._tells_of_a_proud_day(TOLD)
        for who, phone in self.phones.items():
            self._posts(who, "/language", language=HAS_MOST, next="/privacy")
            self.screens.walks(who, phone.request)

    def _sits_beside(self, who: str) -> None:
        """A relative, for one answer: so that it stands on record in its chapter."""
        self._posts(who, "/beside", who="relative")
        self._posts(who, "/talk/situation", choice="looking_now")

    def _tells_of_a_proud_day(self, who: str) -> None:
        """In words out of which the program suggests something."""
        for question in read_flows()["kompas"].questions.values():
            if question.suggests:
                self._posts(who, f"/talk/{question.id}", do="answer", words=PROUD)

    def page_of(self, who: str, language: str) -> Page:
        """A fresh page on this phone, in this language. Whoever asked for it closes it."""
        self._posts(who, "/language", language=language, next="/privacy")
        return self.phones[who].new_page()

    def same_phone(self, who: str, **device: object) -> BrowserContext:
        """Another phone with the same open conversation: one with its own settings, say for colours."""
        cookies = self.phones[who].cookies()
        other = self.browser.new_context(**{**PHONE, "locale": "nl-NL", **device})
        other.set_default_timeout(PATIENCE)
        other.add_cookies(cookies)  # type: ignore[arg-type]
        return other

    def closes(self) -> None:
        for phone in self.phones.values():
            phone.close()

    def _comes_in(self, phone: BrowserContext, person: Person) -> None:
        link = self.town.link_of(person)
        page = phone.request.get(link).text()
        for more in ({}, {"birth_year": str(person.birth_year)}):
            given = {"token": link.rpartition("/")[2], "csrf_token": TOKEN.findall(page)[-1], **more}
            page = self._sends(phone, "/enter", **given)

    def _posts(self, who: str, path: str, /, **form: str) -> None:
        phone = self.phones[who]
        token = TOKEN.findall(phone.request.get(f"{self.town.address}/privacy").text())[-1]
        self._sends(phone, path, csrf_token=token, **form)

    def _sends(self, phone: BrowserContext, path: str, **form: str) -> str:
        answer = phone.request.post(self.town.address + path, form=form)
        assert answer.ok, f"{path}: {answer.status}"
        return answer.text()
