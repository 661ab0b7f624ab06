"""Views that only tests have: one that forgot to say who it is for, and some that go wrong on purpose."""

from flask import Flask, Response, render_template_string

from kompas.store.away import ArchiveAway
from kompas.usecases.problems import Problem, SignInRefused
from kompas.web.audience import audience

PAGE = """{% extends "layouts/client.html" %}{% set heading = "A planted page" %}
{% block main %}<h1>A planted page</h1>
<form method="post" action="/planted/post"><input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
<label>Words <input name="words"></label><button>Save</button></form>{% endblock %}"""


def plant(app: Flask) -> Flask:
    """`/planted/undeclared`, `/planted/<audience>`, `/planted/post`, `/planted/problem/<name>`, `/planted/broken`,
    `/planted/away`, `/planted/client/words`, `/planted/caseworker/words`."""
    app.add_url_rule("/planted/undeclared", "undeclared", lambda: "secret")
    for who in ("anyone", "client", "caseworker"):
        app.add_url_rule(f"/planted/{who}", f"for_{who}", audience(who)(_a_page()))  # type: ignore[arg-type]
        app.add_url_rule(f"/planted/{who}/words", f"{who}_words", audience(who)(_saves()), methods=["POST"])  # type: ignore[arg-type]
    app.add_url_rule("/planted/post", "post", audience("anyone")(_saves()), methods=["POST"])
    app.add_url_rule("/planted/problem/<name>", "problem", audience("anyone")(_raise), methods=["GET", "POST"])
    app.add_url_rule("/planted/broken", "broken", audience("anyone")(_break), methods=["GET", "POST"])
    app.add_url_rule("/planted/away", "away", audience("anyone")(_be_away), methods=["GET", "POST"])
    app.add_url_rule("/planted/pdf", "pdf", audience("anyone")(lambda: Response(b"%PDF-", mimetype="application/pdf")))
    return app


def _a_page():  # a function of its own for each audience: audiences are kept by function
    return lambda: render_template_string(PAGE)


def _saves():
    return lambda: Response("saved", mimetype="text/plain")


def every_problem(kind: type[Problem] = Problem) -> dict[str, type[Problem]]:
    """All that can stand in the way of a deed, by name, wherever it is written."""
    found = {one.__name__: one for one in kind.__subclasses__() if one.__module__.startswith("kompas.")}
    return found | {name: one for below in found.values() for name, one in every_problem(below).items()}


def _raise(name: str) -> str:
    problem = every_problem()[name]
    raise problem("reason") if issubclass(problem, SignInRefused) else problem()


def _be_away() -> str:
    raise ArchiveAway("The database is away.")


def _break() -> str:
    raise RuntimeError("canary: Samira Yilmaz lives in Maasstad")
