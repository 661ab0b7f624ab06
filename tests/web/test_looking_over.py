"""The page client sees what is wrong with a page: each fault, planted once, is named."""

import pytest
from flask import Flask, Response
from werkzeug.test import TestResponse

from tests.web.looking_over import look_over, parsed

GOOD = """<!doctype html><html lang="nl" dir="ltr"><head><title>Welkom · Maasstad</title>
<script nonce="abc" src="/static/kompas.js"></script></head><body><h1>Welkom</h1>
<form method="post" action="/enter"><input type="hidden" name="csrf_token" value="t">
<label for="code">Code</label><input id="code" name="code"><button>Verder</button></form>
<a href="/privacy">Privacy</a></body></html>"""

FAULTS = {
    "no heading": ("<h1>Welkom</h1>", "<p>Welkom</p>", "has 0 h1"),
    "two headings": ("<h1>Welkom</h1>", "<h1>Welkom</h1><h1>Hallo</h1>", "has 2 h1"),
    "another title": ("<title>Welkom", "<title>Kompas", "does not begin with the heading"),
    "no language": (' lang="nl"', "", "does not say its language"),
    "the wrong direction": ('dir="ltr"', 'dir="rtl"', "is written 'rtl' in 'nl'"),
    "a field without a label": ('<label for="code">Code</label>', "", "the field 'code' has no label"),
    "a label for nothing": ('for="code"', 'for="cods"', "points at nothing"),
    "a button that says nothing": ("Verder", "", "a button says nothing"),
    "an id twice": ("<h1>", '<h1 id="code">', "the id 'code' is there 2 times"),
    "a form without a token": ('value="t"', 'value=""', "carries 0 tokens"),
    "a form that leads out": ('action="/enter"', 'action="https://evil.example/"', "leads out"),
    "a dead link": ("/privacy", "/nowhere", "leads to GET /nowhere"),
    "a script of its own": ("<h1>", "<script>alert(1)</script><h1>", "a script inside the page"),
    "a script without a nonce": (' nonce="abc"', "", "may not run"),
    "a style of its own": ("<h1>", '<h1 style="color:red">', "inline style"),
    "a handler of its own": ("<h1>", '<h1 onclick="x()">', "onclick on h1"),
    "a script as address": ('href="/privacy"', 'href="javascript:x()"', "a script as the address"),
    "a leftover of a template": ("Verder", "{{ verder }}", "shows '{{'"),
    "a value that was not filled in": ("Verder", "Hallo %(name)s", "shows '%('"),
    "what is no HTML": ("<h1>Welkom</h1>", "<h1>Welkom</h2>", "line"),
    "an attribute twice": ("<h1>", '<h1 class="a" class="b">', "line"),
}


def looked_over(html, **headers):
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/privacy", "privacy", lambda: "")
    app.add_url_rule("/enter", "enter", lambda: "", methods=["POST"])
    sent = {"Cache-Control": "no-store", "Content-Security-Policy": "script-src 'nonce-abc'"} | headers
    made = Response(html, headers=sent)
    response = TestResponse(made.response, made.status, made.headers, request=None)  # type: ignore[arg-type]
    look_over(parsed(html, swap=False), response, app, swap=False)


def test_a_good_page_passes():
    looked_over(GOOD)


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_named(fault):
    before, after, said = FAULTS[fault]
    assert before in GOOD
    with pytest.raises(AssertionError, match="faults in a page") as found:
        looked_over(GOOD.replace(before, after))
    assert said in str(found.value)


def test_a_page_that_may_be_kept_is_a_fault():
    with pytest.raises(AssertionError, match="may be kept"):
        looked_over(GOOD, **{"Cache-Control": "private"})
