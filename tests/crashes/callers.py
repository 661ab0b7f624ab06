"""A client on a phone whose server or line breaks: walks the conversation, and notes what was acknowledged."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from random import Random

import requests

from kompas.casework.people import Client
from kompas.conversation.answers import END_OF_LIST, RATHER_TALK, SKIPPED, Answer, chosen, given, question_of
from kompas.conversation.flow import Flow, Question
from kompas.usecases.codes import Opener
from tests.crashes.ledger import Fate, Ledger

_FIELD = re.compile(r'name="(about|csrf_token|token)" value="([^"]*)"')
_CHOICE = re.compile(r'name="choice" value="([^"]*)"')
_FORM = re.compile(r'<form[^>]* class="question[^>]* action="([^"]*)"')
PATIENCE = 30
"""Seconds. Longer than any wait in the program: who gives up before the server does can't know what came of it."""
OFTEN_RESENT = 0.7
BROKEN = 500
A_MOMENT = 0.05
"""Seconds before who met a page about something broken taps again."""


class LineBroke(Exception):
    """No reply came back whole."""


@dataclass
class Screen:
    """A question as it came."""

    address: str
    fields: dict[str, str]
    choices: list[str]

    @property
    def slot(self) -> str:
        return self.fields["about"]


@dataclass
class Caller:
    """`base` is where the server is. With `htmx` taps are sent as htmx sends them. Everything by `chance`."""

    base: str
    client: Client
    flow: Flow
    chance: Random
    htmx: bool
    ledger: Ledger = field(default_factory=Ledger)
    pages: list[int] = field(default_factory=list)
    """The status of every page that came back whole."""

    def __post_init__(self) -> None:
        self.line = requests.Session()
        self.line.trust_env = False
        self.been: list[str] = []

    def comes_in(self, opener: Opener) -> None:
        link = self._ask("GET", f"/c/{opener.token}")
        asked = self._ask("POST", "/enter", dict(_FIELD.findall(link.text)))
        filled = {**dict(_FIELD.findall(asked.text)), "birth_year": str(self.client.birth_year)}
        assert self._ask("POST", "/enter", filled).status_code == 303

    def talks_until(self, enough: Callable[[], bool]) -> None:
        """Answers screen after screen, whatever happens to the server; from the end back into the middle."""
        while not enough():
            try:
                screen = self._screen()
                if screen:
                    self._answers(screen, enough)
            except LineBroke:
                continue

    def talks(self, screens: int) -> None:
        """Looks at so many screens, and answers those that ask."""
        counted = iter(range(screens))
        self.talks_until(lambda: next(counted, None) is None)

    def _screen(self) -> Screen | None:
        """The next question; now and then, and after the last one, one that was answered before."""
        if self.been and self.chance.random() < 0.3:
            return self._opened(self.chance.choice(self.been))
        return self._opened("/talk") or (self._opened(self.chance.choice(self.been)) if self.been else None)

    def _opened(self, address: str) -> Screen | None:
        page = self._ask("GET", address)
        if page.status_code == 303:
            page = self._ask("GET", page.headers["Location"])
        form = _FORM.search(page.text)
        if page.status_code != 200 or form is None:
            return None
        fields = {name: unescape(value) for name, value in _FIELD.findall(page.text)}
        return Screen(form.group(1), fields, [unescape(one) for one in _CHOICE.findall(page.text)])

    def _answers(self, screen: Screen, enough: Callable[[], bool]) -> None:
        """Taps; when no reply comes, mostly taps again until one does, as browsers offer."""
        answer = any_answer(self.flow.questions[question_of(screen.slot)], screen.choices, self.chance)
        while True:
            fate = self._sends(screen, answer)
            self.ledger.notes(screen.slot, answer, fate)
            if fate == "acknowledged":
                self.been.append(screen.address)
            if fate != "unknown" or self.chance.random() > OFTEN_RESENT or enough():
                return

    def _sends(self, screen: Screen, answer: Answer) -> Fate:
        try:
            reply = self._ask("POST", screen.address, {**screen.fields, **as_sent(answer)}, boosted=True)
        except LineBroke:
            return "unknown"
        if reply.status_code in ((200,) if self.htmx else (303,)):
            return "acknowledged"
        return "unknown" if reply.status_code >= BROKEN else "refused"

    def _ask(
        self, method: str, address: str, fields: dict[str, object] | None = None, *, boosted: bool = False
    ) -> requests.Response:
        """Raises LineBroke."""
        headers = {"Accept-Language": "en", **({"HX-Request": "true"} if self.htmx and boosted else {})}
        try:
            reply = self.line.request(
                method, self.base + address, data=fields, headers=headers, timeout=PATIENCE, allow_redirects=False
            )
        except requests.RequestException:
            raise LineBroke from None
        self.pages.append(reply.status_code)
        if reply.status_code >= BROKEN:
            time.sleep(A_MOMENT)
        return reply


def any_answer(question: Question, choices: list[str], chance: Random) -> Answer:
    """What this screen can be answered with, by chance."""
    if question.kind == "topics" or chance.random() < 0.15:
        return chance.choice([SKIPPED, RATHER_TALK])
    if question.kind == "entries":
        told = {"what": f"Told {chance.randint(1, 99)}"}
        return Answer("given", told) if chance.random() < 0.6 else END_OF_LIST
    if question.kind == "text":
        return given(f"Words {chance.randint(1, 99)}")
    if question.kind in ("many", "pick"):
        fitting = [one for one in choices if one != question.none]
        least, most = question.least or 1, question.most or len(fitting)
        return chosen(*chance.sample(fitting, min(len(fitting), chance.randint(least, max(least, most)))))
    return given(chance.choice(choices))


def as_sent(answer: Answer) -> dict[str, object]:
    """The fields of a form that give this answer."""
    if answer in (SKIPPED, RATHER_TALK):
        return {"do": "skip" if answer == SKIPPED else "talk"}
    if answer == END_OF_LIST:
        return {"do": "done"}
    if isinstance(answer.value, dict):
        return {f"entry.{name}": words for name, words in answer.value.items()}
    return {"choice": answer.options} if answer.options else {"words": answer.value}
