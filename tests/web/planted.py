"""Views that only tests have: one that forgot to say who it is for, and some that go wrong on purpose."""

from flask import Flask, Response, render_template_string

from kompas.usecases import problems
from kompas.web.audience import audience

PAGE = """{% extends "layouts/client.html" %}{% set heading = "A planted page" %}
{% block main %}<h1>A planted page</h1>
<form method="post" action="/planted/post"><input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<label>Words <input name="words"></label><button>Save</button></form>{% endblock %}"""


def plant(app: Flask) -> Flask:
    """`/planted/undeclared`, `/planted/<audience>`, `/planted/post`, `/planted/problem/<name>`, `/planted/broken`."""
    app.add_url_rule("/planted/undeclared", "undeclared", lambda: "secret")
    for who in ("anyone", "client", "caseworker"):
        app.add_url_rule(f"/planted/{who}", f"for_{who}", audience(who)(_a_page()))  # type: ignore[arg-type]
    app.add_url_rule(
        "/planted/post", "post", audience("anyone")(lambda: Response("saved", mimetype="text/plain")), methods=["POST"]
    )
    app.add_url_rule("/planted/problem/<name>", "problem", audience("anyone")(_raise))
    app.add_url_rule("/planted/broken", "broken", audience("anyone")(_break))
    app.add_url_rule("/planted/pdf", "pdf", audience("anyone")(lambda: Response(b"%PDF-", mimetype="application/pdf")))
    return app


def _a_page():  # a function of its own for each audience: audiences are kept by function
    return lambda: render_template_string(PAGE)


def _raise(name: str) -> str:
    problem = getattr(problems, name)
    raise problem("reason") if name == "SignInRefused" else problem()


def _break() -> str:
    raise RuntimeError("canary: Samira Yilmaz lives in Maasstad")
