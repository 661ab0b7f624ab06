"""What every page must be, whoever made it: looked over each time a test opens one, all faults told at once."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from html5lib.constants import E as SENTENCES
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect
from werkzeug.test import TestResponse

FIELDS = {"input", "select", "textarea"}
SILENT = {"hidden", "submit", "button", "reset", "image"}
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}
RANDOM = re.compile(r'nonce="([^"]{16,})"|name="csrf_token" value="([^"]{16,})"')
"""What is another on each page that is sent."""
# What a template shows when a value or a translation went missing.
LEFTOVERS = ("{{", "{%", "%(", "Undefined", "<bound method", "lazy_gettext")


class Tree:
    """A parsed page with the questions that a person's eyes, ears and fingers ask of it."""

    def __init__(self, root: Element, faults: list[str]) -> None:
        self.root = root
        self.faults = faults
        self._parents = {child: parent for parent in root.iter() for child in parent}

    def all(self, *tags: str) -> list[Element]:
        return [one for one in self.root.iter() if one.tag in tags]

    def by_id(self, wanted: str | None) -> Element | None:
        return next((one for one in self.root.iter() if wanted and one.get("id") == wanted), None)

    def text(self, element: Element) -> str:
        return " ".join("".join(_read(element)).split())

    def within(self, element: Element, tag: str) -> Element | None:
        above: Element | None = element
        while above is not None and above.tag != tag:
            above = self._parents.get(above)
        return above

    def name_of(self, element: Element) -> str:
        """How a screen reader calls it: its label, or what it says."""
        if element.get("aria-label"):
            return str(element.get("aria-label"))
        named = [self.by_id(one) for one in (element.get("aria-labelledby") or "").split()]
        labels = [one for one in self.all("label") if one.get("for") and one.get("for") == element.get("id")]
        around = self.within(element, "label")
        spoken = [one for one in (*named, *labels, around) if one is not None]
        if element.tag not in FIELDS:
            spoken = [one for one in named if one is not None] or [element]
        return " ".join(self.text(one) for one in spoken).strip()

    def form_of(self, element: Element) -> Element | None:
        return self.by_id(element.get("form")) if element.get("form") else self.within(element, "form")

    def controls(self, form: Element) -> list[Element]:
        return [one for one in self.all(*FIELDS) if self.form_of(one) is form and "disabled" not in one.attrib]

    def value_of(self, control: Element, ticked: list[Element]) -> str | None:
        """What is sent for this control; None when nothing is."""
        kind = control.get("type", "text")
        if control.tag == "textarea":
            return "".join(control.itertext())
        if control.tag == "select":
            options = list(control.iter("option"))
            chosen = next((one for one in options if "selected" in one.attrib), options[0])
            return chosen.get("value", self.text(chosen))
        if kind in {"radio", "checkbox"}:
            return control.get("value", "on") if control in ticked or self._stays(control, ticked) else None
        return None if kind in SILENT - {"hidden"} else control.get("value", "")

    def _stays(self, control: Element, ticked: list[Element]) -> bool:
        """Checked before, and no other radio button of its group was chosen instead."""
        others = [one for one in ticked if one.get("name") == control.get("name") and one.get("type") == "radio"]
        return "checked" in control.attrib and not others


def parsed(html: str, *, swap: bool) -> Tree:
    """Of pages that differ by their random values alone one is parsed: others get a copy with values of their own."""
    random = dict.fromkeys(one for pair in RANDOM.findall(html) for one in pair if one)
    names = {value: f"random-value-{number}" for number, value in enumerate(random)}
    for value, name in names.items():
        html = html.replace(value, name)
    root, faults = _parsed_once(html, swap=swap)
    root, values = deepcopy(root), {name: value for value, name in names.items()}
    for one in root.iter():
        for attribute in one.attrib.keys() & {"nonce", "value"}:
            one.set(attribute, values.get(one.attrib[attribute], one.attrib[attribute]))
    return Tree(root, [*faults])


@lru_cache(maxsize=600)
def _parsed_once(html: str, *, swap: bool) -> tuple[Element, tuple[str, ...]]:
    """The page, and what is wrong with how it is written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        root = parser.parseFragment(html) if swap else parser.parse(html)
    return root, tuple(f"line {line}: {SENTENCES[code] % values}" for (line, _), code, values in parser.errors)


def look_over(tree: Tree, response: TestResponse, app: Flask, *, swap: bool) -> None:
    """Raises AssertionError with all that is wrong with the page."""
    checks = (_is_named, _labels, _ids, _leaves_script_out, _protects_forms, _has_no_leftovers)
    faults = [*tree.faults, *(fault for check in checks for fault in check(tree)), *_links(tree, app)]
    faults += [*_headers(tree, response), *([] if swap else _language(tree))]
    assert not faults, "\n".join([f"{len(faults)} faults in a page with status {response.status_code}:", *faults])


def _is_named(tree: Tree) -> Iterator[str]:
    headings, titles = tree.all("h1"), tree.all("title")
    if len(headings) != 1:
        yield f"has {len(headings)} h1: {[tree.text(one) for one in headings]}"
    if len(titles) != 1 or not headings or not tree.text(titles[0]).startswith(_asked(tree, headings[0])):
        yield f"the title {[tree.text(one) for one in titles]} does not begin with the heading"


def _asked(tree: Tree, heading: Element) -> str:
    """Without what it is about where somebody chose that: browsers keep titles in their history."""
    about = "".join(tree.text(one) for one in heading if one.get("class") == "item")
    return tree.text(heading).removeprefix(about).strip()


def _language(tree: Tree) -> Iterator[str]:
    page = next(iter(tree.all("html")), tree.root)
    language = page.get("lang", "")
    if not language:
        yield "does not say its language"
    if page.get("dir") != ("rtl" if language in RIGHT_TO_LEFT else "ltr"):
        yield f"is written {page.get('dir')!r} in {language!r}"


def _labels(tree: Tree) -> Iterator[str]:
    for field in tree.all(*FIELDS):
        if field.get("type") not in SILENT and not tree.name_of(field):
            yield f"the field {field.get('name')!r} has no label"
    for one in tree.all("a", "button"):
        if not tree.name_of(one) and one.get("aria-hidden") != "true":
            yield f"a {one.tag} says nothing: {one.attrib}"
    yield from (f"a picture without a text: {one.get('src')}" for one in tree.all("img") if one.get("alt") is None)


def _ids(tree: Tree) -> Iterator[str]:
    counted = Counter(one.get("id") for one in tree.root.iter() if one.get("id"))
    yield from (f"the id {name!r} is there {times} times" for name, times in counted.items() if times > 1)
    for one in tree.root.iter():
        for attribute in ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"):
            for name in (one.get(attribute) or "").split():
                if name not in counted:
                    yield f"{attribute}={name!r} points at nothing"


def _leaves_script_out(tree: Tree) -> Iterator[str]:
    for one in tree.root.iter():
        if one.tag == "style" or "style" in one.attrib:
            yield f"inline style on {one.tag}"
        if one.tag == "script" and (not one.get("src") or (one.text or "").strip()):
            yield "a script inside the page"
        yield from (f"{name} on {one.tag}" for name in one.attrib if str(name).startswith("on"))
        if any(str(one.get(name, "")).strip().lower().startswith("javascript:") for name in ("href", "action", "src")):
            yield f"a script as the address of {one.tag}"


def _protects_forms(tree: Tree) -> Iterator[str]:
    for form in tree.all("form"):
        tokens = [one for one in form.iter("input") if one.get("name") == "csrf_token" and one.get("value")]
        if form.get("method", "get").lower() == "post" and len(tokens) != 1:
            yield f"the form to {form.get('action')!r} carries {len(tokens)} tokens"
        if urlsplit(form.get("action") or "").netloc:
            yield f"a form leads out: {form.get('action')!r}"


def _has_no_leftovers(tree: Tree) -> Iterator[str]:
    shown = [tree.text(tree.root), *(value for one in tree.root.iter() for value in one.attrib.values())]
    yield from (f"shows {left!r}" for left in LEFTOVERS if any(left in one for one in shown))


def _links(tree: Tree, app: Flask) -> Iterator[str]:
    """Every link and form of ours leads to a page that is there."""
    routes = app.url_map.bind("localhost")
    ways = [("GET", one.get("href", "")) for one in tree.all("a")]
    ways += [(form.get("method", "get").upper(), form.get("action") or "") for form in tree.all("form")]
    for method, address in ways:
        path = urlsplit(address).path
        if not path.startswith("/") or urlsplit(address).netloc:
            continue
        try:
            routes.match(path, method=method)
        except RequestRedirect:
            continue
        except HTTPException:
            yield f"leads to {method} {path}, which is not there"


def _headers(tree: Tree, response: TestResponse) -> Iterator[str]:
    policy = response.headers.get("Content-Security-Policy", "")
    if response.headers.get("Cache-Control") != "no-store":
        yield "may be kept by the browser"
    for script in tree.all("script"):
        if not script.get("nonce") or f"'nonce-{script.get('nonce')}'" not in policy:
            yield f"the script {script.get('src')} may not run"


def _read(element: Element) -> Iterator[str]:
    if element.tag in {"script", "style", "title", "head"} and element.tag != "title":
        return
    yield element.text or ""
    for child in element:
        if child.tag not in {"head", "script", "style"} and isinstance(child.tag, str):
            yield from _read(child)
        yield child.tail or ""
