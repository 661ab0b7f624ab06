"""A person with a browser, without the browser: opens pages, fills in forms, presses buttons, follows links.

Every page that a test opens is looked over on the way (`tests/web/looking_over.py`), so no test can pass a page that is
broken for somebody who listens to it, tabs through it or reads another language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from urllib.parse import urlencode, urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.test import TestResponse

from tests.web.looking_over import Tree, look_over, parsed

MOST_HOPS = 5
Thing = TypeVar("Thing")


class Person:
    """Somebody at `host`, with cookies of their own. With `htmx` taps are sent as htmx sends them."""

    def __init__(self, app: Flask, host: str = "127.0.0.1", *, htmx: bool = False, reads: str = "en") -> None:
        self.app = app
        self.client = app.test_client()
        self.host = host
        self.htmx = htmx
        self.reads = reads

    def get(self, address: str, **headers: str) -> Page:
        """Types an address. Follows redirects to our own pages, as browsers do."""
        return self._arrive(address, self._ask("GET", address, headers))

    def post(self, address: str, fields: Mapping[str, object] | None = None, **headers: str) -> Page:
        """What a browser sends when a form is posted; a real person uses `page.press`."""
        return self._arrive(address, self._ask("POST", address, headers, fields))

    def _ask(
        self, method: str, address: str, headers: Mapping[str, str], fields: Mapping[str, object] | None = None
    ) -> TestResponse:
        sent = {"Accept-Language": self.reads, "Sec-Fetch-Site": "same-origin"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.open(
            address, method=method, base_url=f"http://{self.host}", data=dict(fields or {}) or None, headers=sent
        )

    def _arrive(self, address: str, response: TestResponse) -> Page:
        for _ in range(MOST_HOPS):
            target = response.headers.get("Location") or response.headers.get("HX-Redirect")
            if target is None or urlsplit(target).netloc not in {"", self.host}:
                return Page(self, address, response)
            address = target
            response = self._ask("GET", address, {})
        raise AssertionError(f"{address} leads round in circles")


@dataclass
class Page:
    """What came back. `address` is where it was found; `outside` is the other site it leads to, or empty."""

    person: Person
    address: str
    response: TestResponse
    tree: Tree = field(init=False)

    def __post_init__(self) -> None:
        self.tree = parsed(self.response.text if self.is_page else "", swap=self.is_swap)
        if self.is_page:
            look_over(self.tree, self.response, self.person.app, swap=self.is_swap)

    @property
    def is_page(self) -> bool:
        return self.response.mimetype == "text/html" and "Location" not in self.response.headers and bool(self.body)

    @property
    def is_swap(self) -> bool:
        return "<html" not in self.body[:200]

    @property
    def body(self) -> str:
        return self.response.get_data(as_text=True) if self.response.content_type.startswith("text/") else ""

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def outside(self) -> str:
        return self.response.headers.get("Location") or self.response.headers.get("HX-Redirect") or ""

    @cached_property
    def heading(self) -> str:
        return self.tree.text(self.tree.all("h1")[0])

    @cached_property
    def text(self) -> str:
        """All that can be read, in order, with single spaces."""
        return self.tree.text(self.tree.root)

    @property
    def buttons(self) -> list[str]:
        return [self.tree.name_of(button) for button in self._buttons()]

    @property
    def links(self) -> dict[str, str]:
        """Address by what the link says."""
        return {self.tree.name_of(link): link.get("href", "") for link in self.tree.all("a")}

    def says(self, *sentences: str) -> bool:
        return all(sentence in self.text for sentence in sentences)

    def follow(self, words: str) -> Page:
        """Taps the link that says this."""
        address = _one_of(words, self.links.items(), "link")
        headers = {"HX-Request": "true"} if self.person.htmx else {}
        return self.person.get(address, **headers)

    def press(
        self, words: str, /, fills: Mapping[str, str] | None = None, ticks: Iterable[str] = (), **named: object
    ) -> Page:
        """Presses the button that says this, after filling fields and ticking boxes found by their labels.

        `named` fills fields by their `name`, for tests that need to say what no person can.
        """
        button = _one_of(words, ((self.tree.name_of(one), one) for one in self._buttons()), "button")
        form = self.tree.form_of(button)
        assert form is not None, f"{words!r} stands in no form"
        fields = self._filled(form, button, fills or {}, tuple(ticks)) | named
        action = button.get("formaction") or form.get("action") or self.address
        if form.get("method", "get").lower() == "get":
            return self.person.get(f"{action}?{urlencode(fields, doseq=True)}")
        headers = {"HX-Request": "true"} if self.person.htmx and form.get("data-hx-boost") != "false" else {}
        return self.person.post(action, fields, **headers)

    def _buttons(self) -> list[Element]:
        return [one for one in self.tree.all("button") if one.get("type", "submit") == "submit"]

    def _filled(
        self, form: Element, button: Element, fills: Mapping[str, str], ticks: tuple[str, ...]
    ) -> dict[str, object]:
        labelled = {self.tree.name_of(one): one for one in self.tree.controls(form)}
        for words in (*fills, *ticks):
            assert words in labelled, f"No field says {words!r}; there are {sorted(labelled)}"
        ticked = [labelled[words] for words in ticks]
        fields: dict[str, list[str]] = {}
        for control in self.tree.controls(form):
            value = self.tree.value_of(control, ticked)
            if control.get("name") and value is not None:
                fields.setdefault(control.get("name", ""), []).append(value)
        for words, value in fills.items():
            fields[labelled[words].get("name", "")] = [value]
        if button.get("name"):
            fields[button.get("name", "")] = [button.get("value", "")]
        return dict(fields)


def _one_of(words: str, choices: Iterable[tuple[str, Thing]], kind: str) -> Thing:
    there = list(choices)
    found = [one for says, one in there if says == words] or [one for says, one in there if words in says]
    assert found, f"No {kind} says {words!r}; there are {[says for says, _ in there]}"
    return found[0]
