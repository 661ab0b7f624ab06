"""The floor of an answered question: a bare app that stores one row in its own transaction and renders a small page.

Served as `bench_floor:made(FILE)`; FILE is its SQLite database, with the durability that ours has.
"""

from typing import Any

from flask import Flask, redirect, render_template_string, request
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from werkzeug.wrappers import Response

PAGE = """<!doctype html><html lang="nl"><title>{{ ask }}</title><h1>{{ ask }}</h1><form method="post">
{% for one in options %}<button name="choice" value="{{ one }}">
<svg width="48" height="48"><use href="#icon-{{ one }}"/></svg>
<span class="words">Something that somebody can choose here: number {{ one }}</span></button>
{% endfor %}</form></html>"""


class Base(DeclarativeBase):
    pass


class Answered(Base):
    __tablename__ = "answered"

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    choice: Mapped[str]


def opened(file: str) -> Engine:
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", _durable)
    return engine


def make_table(file: str) -> None:
    """Before the workers are there."""
    Base.metadata.create_all(opened(file))


def made(file: str) -> Flask:
    app = Flask(__name__)
    engine = opened(file)

    @app.get("/talk")
    def question() -> str:
        return render_template_string(PAGE, ask="What fits you best?", options=range(10))

    @app.post("/talk")
    def answer() -> Response:
        with Session(engine) as session:
            session.add(Answered(question="one", choice=request.form["choice"]))
            session.commit()
        return redirect("/talk", 303)

    return app


def _durable(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 10000")
