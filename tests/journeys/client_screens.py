"""Every screen that a client can meet, found by asking the program itself: its routes, its flow, and where links lead.

Of screens that look alike, one question with two choices and another one, the first is enough: a screen is worth a look
when there is something on it that stands on no other page of its kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from flask import Flask
from playwright.sync_api import APIRequestContext
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from kompas.app import create_app, read_flows
from kompas.conversation.flow import Flow
from kompas.settings import load_settings
from kompas.web.audience import audience_of
from tests.journeys.towns import Town

FOR_CLIENTS = ("client", "anyone")
A_QUESTION = "/talk/"
DOOR = "/"
"""Where people are sent who did not come in."""
NO_SCREENS = {
    "sign_in.start": "the caseworkers' own door",
    "sign_in.come_back": "where the provider sends caseworkers back to",
    "entry.letter_link": "the link in a letter: opened by everybody who comes in",
    "language.after_choosing": "the address of the switch, which leads back to the screen it stood on",
    "profile_paper.whole": "a file to print, which no browser shows as a screen of ours",
    "profile_paper.strengths": "another such file",
    "my_data.file": "a file for a computer",
    "shared_device.still_here": "tells the server that somebody is there, and shows nothing",
}
"""Pages for anyone that are not looked for here, each with why."""


class Look(HTMLParser):
    """What stands on a page, by its classes (but for the colours of the parts) and by what is told to who listens, and
    where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.things: set[str] = set()
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.things.update(one for one in (told.get("class") or "").split() if not one.startswith("part-"))
        self.things.update(f"{tag}[{name}]" for name in told if name.startswith("aria-"))
        if tag == "a" and told.get("href"):
            self.links.append(str(told["href"]))


@dataclass
class Screens:
    """`worth_a_look`: the addresses to look at, by who has to be there; found by `walks`."""

    town: Town
    worth_a_look: dict[str, list[str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    """Endpoints that answered with a page."""
    things: set[str] = field(default_factory=set)
    """What stands on them all together, as `endpoint class`."""

    _answered: set[str] = field(default_factory=set)
    """Questions that were looked at: once is enough, whoever is asked."""

    def __post_init__(self) -> None:
        self.app: Flask = create_app(load_settings(instance=self.town.folder))
        self._routes: MapAdapter = self.app.url_map.bind("127.0.0.1")

    def walks(self, who: str, browser: APIRequestContext) -> None:
        """To each address there is, and wherever its links lead; a link that changes nothing is followed once."""
        waiting, seen = list(_addresses(self.app, read_flows())), set()
        while waiting:
            path = urlsplit(waiting.pop(0)).path
            endpoint = self._endpoint(path)
            if path in seen | self._answered or endpoint in {"", *NO_SCREENS}:
                continue
            seen.add(path)
            response = browser.get(self.town.address + path)
            arrived = urlsplit(response.url).path
            if not response.ok or "text/html" not in response.headers["content-type"]:
                continue
            if arrived != path:
                self.met |= set() if arrived == DOOR else {endpoint}
                waiting.append(arrived)
                continue
            self._answered |= {path} if path.startswith(A_QUESTION) else set()
            look = Look(response.text())
            waiting.extend(urljoin(path, one) for one in look.links)
            self._keeps(who, path, endpoint, look.things)

    def still_unmet(self) -> set[str]:
        """Screens for clients that nobody has come to."""
        return {endpoint for _rule, endpoint in _screens(self.app)} - self.met - NO_SCREENS.keys()

    def _keeps(self, who: str, path: str, endpoint: str, things: set[str]) -> None:
        things = {f"{endpoint} {one}" for one in things}
        if things <= self.things and endpoint in self.met:
            return
        self.met.add(endpoint)
        self.things |= things
        self.worth_a_look.setdefault(who, []).append(path)

    def _endpoint(self, path: str) -> str:
        """Empty for what is not here, and for pages that are not a client's."""
        try:
            endpoint: str = self._routes.match(path, method="GET")[0]
        except (RequestRedirect, HTTPException):
            return ""
        return endpoint if endpoint in {name for _rule, name in _screens(self.app)} else ""


def _screens(app: Flask) -> list[tuple[str, str]]:
    """Rule and endpoint of each page that a client may open."""
    with app.app_context():
        return [
            (rule.rule, rule.endpoint)
            for rule in app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and audience_of(rule.endpoint) in FOR_CLIENTS
        ]


def _addresses(app: Flask, flows: Mapping[str, Flow]) -> Iterator[str]:
    """Whatever can be known beforehand: pages without a place to fill, each question, and each chapter."""
    yield from (rule for rule, _endpoint in _screens(app) if "<" not in rule)
    for flow in flows.values():
        for question in flow.questions.values():
            address = f"/talk/{question.id}{'-1' if question.for_each or question.kind == 'entries' else ''}"
            yield from (address, f"{address}/shown") if question.suggests else (address,)
        yield from (f"/talk/heard/{chapter.id}" for chapter in flow.chapters)
